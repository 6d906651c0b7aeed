import { isLate, rivalRequests } from '../../../domain/desk/dossier/request.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import type { RequestRow } from '../../../services/desk/record-request.ts';
import { Layout } from '../../components/layout.tsx';
import { href, webAddress } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { BodyChoice, type NamedBody } from '../body-choice.tsx';
import { desk } from '../links.ts';
import { Area, Choice, Field, Head, PostForm, roleOptions, Submit } from '../parts.tsx';

interface Frame {
  ui: Ui;
  shell: Shell;
}

/** What others ask of the city; rivals on one call stand side by side. */
export const RequestsPage = ({
  ui,
  shell,
  requests,
  today,
  mayRecord,
}: Frame & { requests: readonly RequestRow[]; today: string; mayRecord: boolean }) => {
  const rivalries = rivalRequests(requests);
  const rivals = new Set(rivalries.flatMap((rivalry) => rivalry.requests.map(({ id }) => id)));
  const alone = requests.filter(({ id }) => !rivals.has(id));
  return (
    <Layout ui={ui} shell={shell} title={ui.m.requests.title} place="requests">
      <Head ui={ui} title={ui.m.requests.title} lead={ui.m.requests.lead}>
        {mayRecord && (
          <a class="btn" href={desk.newRequest}>
            {ui.m.requests.add}
          </a>
        )}
      </Head>
      <div class="stack">
        {rivalries.map(({ topicKey, requests: side, exclusive }) => (
          <section class="panel" aria-label={`${ui.m.requests.rivals}, ${topicKey}`}>
            <header>
              <h2>
                {ui.m.requests.rivals} <code>{topicKey}</code>
              </h2>
              {exclusive && <span class="tag warn">{ui.m.requests.exclusive}</span>}
            </header>
            <div class="halves">
              {side.map(({ id }) =>
                requests
                  .filter((row) => row.id === id)
                  .map((row) => <Card ui={ui} row={row} today={today} level="h3" />),
              )}
            </div>
          </section>
        ))}
        {alone.length > 0 && (
          <section class="panel">
            <ul class="lines">
              {alone.map((row) => (
                <li>
                  <Card ui={ui} row={row} today={today} level="h2" />
                </li>
              ))}
            </ul>
          </section>
        )}
        {requests.length === 0 && <p class="panel">{ui.m.requests.none}</p>}
      </div>
    </Layout>
  );
};

interface CardProps {
  ui: Ui;
  row: RequestRow;
  today: string;
  /** Below the heading of its rivalry, or of the page. */
  level: 'h2' | 'h3';
}

const Card = ({ ui, row, today, level: Heading }: CardProps) => (
  <div>
    <Heading class="call">
      <a href={desk.request(row.id)}>{row.asker.organisation}</a>
    </Heading>
    <p class="small">
      {ROLE_LABELS[row.role][ui.lang]}
      {row.shareEur !== null && ` · ${ui.f.money(row.shareEur)}`} · {row.topicText}
    </p>
    <p class={`small ${isLate(row, today) ? 'bad' : 'soft'}`}>
      {row.answer !== null
        ? ui.m.requests.answers[row.answer.kind]
        : row.replyBy === null
          ? ui.m.requests.open
          : ui.m.requests.replyBy(ui.f.shortDay(row.replyBy))}
    </p>
  </div>
);

export const NewRequestPage = ({ ui, shell, partners }: Frame & { partners: readonly NamedBody[] }) => (
  <Layout ui={ui} shell={shell} title={ui.m.requests.add} place="requests">
    <Head ui={ui} title={ui.m.requests.add} />
    <details class="panel narrow">
      <summary>{ui.m.offers.pasteTitle}</summary>
      <PostForm shell={shell} to={desk.pasteOffer}>
        <Area id="paper" label={ui.m.offers.paste} rows={5} required />
        <p>
          <Submit label={ui.m.offers.pasteNow} />
        </p>
      </PostForm>
    </details>
    <section class="panel narrow">
      <PostForm shell={shell} to={desk.requests}>
        <Field id="organisation" label={ui.m.requests.organisation} required />
        <Field id="contact" label={ui.m.requests.contact} required />
        <Field id="email" type="email" label={ui.m.requests.email} required />
        <Field id="topicText" label={ui.m.requests.topic} required hint={ui.m.requests.topicHint} />
        <Choice id="role" label={ui.m.requests.role} options={roleOptions(ui)} value="follower" />
        <Field id="shareEur" type="number" label={ui.m.requests.share} />
        <Field id="replyBy" type="date" label={ui.m.requests.replyByLabel} />
        <Field id="registerNumber" label={ui.m.requests.register} />
        <BodyChoice
          ui={ui}
          id="askerBodyId"
          label={ui.m.requests.askerBody}
          bodies={partners}
          none={ui.m.requests.nobodyOfOurs}
        />
        <BodyChoice
          ui={ui}
          id="leadBodyId"
          label={ui.m.requests.leadBody}
          bodies={partners}
          none={ui.m.requests.notSaid}
        />
        <Area id="replyTemplate" label={ui.m.requests.template} />
        <p>
          <Submit label={ui.m.desk.save} />
        </p>
      </PostForm>
    </section>
  </Layout>
);

export const RequestPage = ({
  ui,
  shell,
  request,
  may,
  answeredBy,
}: Frame & { request: RequestRow; may: { open: boolean; answer: boolean }; answeredBy: string }) => {
  const { id, asker, answer, dossierId, topicKey } = request;
  return (
    <Layout ui={ui} shell={shell} title={asker.organisation} place="requests">
      <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
        <a href={desk.requests}>{ui.m.requests.title}</a>
      </nav>
      <Head ui={ui} title={asker.organisation} lead={request.topicText} />
      <div class="stack narrow">
        <section class="panel">
          <dl class="facts">
            <Fact name={ui.m.requests.role} value={ROLE_LABELS[request.role][ui.lang]} />
            <Fact
              name={ui.m.requests.share}
              value={request.shareEur === null ? ui.m.frame.unknown : ui.f.money(request.shareEur)}
            />
            <Fact
              name={ui.m.requests.replyByLabel}
              value={request.replyBy === null ? ui.m.frame.unknown : ui.f.day(request.replyBy)}
            />
            <Fact name={ui.m.requests.contact} value={`${asker.contact}, ${asker.email}`} />
            <Fact name={ui.m.requests.register} value={request.registerNumber ?? ui.m.frame.unknown} />
          </dl>
          <p class="acts">
            {topicKey !== null && <a href={href.topicKey(topicKey)}>{ui.m.requests.toCall}</a>}
            {dossierId !== null && <a href={desk.dossier(dossierId)}>{ui.m.requests.toDossier}</a>}
          </p>
          {request.replyTemplate !== null && (
            <>
              <h2>{ui.m.requests.template}</h2>
              <ReplyTemplate ui={ui} text={request.replyTemplate} />
            </>
          )}
          {may.open && dossierId === null && (
            <PostForm shell={shell} to={desk.requestDossier(id)}>
              <p>
                <Submit label={ui.m.requests.openDossier} />
              </p>
            </PostForm>
          )}
        </section>
        <section class="panel" aria-labelledby="answer">
          <h2 id="answer">{ui.m.requests.answer}</h2>
          {answer !== null ? (
            <>
              <p>
                <b>{ui.m.requests.answers[answer.kind]}</b>{' '}
                <span class="small soft">
                  {answeredBy} · {ui.f.moment(answer.at)}
                </span>
              </p>
              <p class="typed">{answer.text}</p>
            </>
          ) : may.answer ? (
            <PostForm shell={shell} to={desk.requestAnswer(id)}>
              <Choice
                id="kind"
                label={ui.m.requests.answer}
                options={(['accepted', 'declined', 'withdrawn-by-asker'] as const).map((kind) => [
                  kind,
                  ui.m.requests.answers[kind],
                ])}
              />
              <Area
                id="text"
                label={ui.m.requests.answerText}
                value={ui.m.requests.answerStart(asker.contact, request.topicText)}
                rows={6}
              />
              <p>
                <Submit label={ui.m.requests.send} />
              </p>
            </PostForm>
          ) : (
            <p class="soft">{ui.m.requests.open}</p>
          )}
        </section>
      </div>
    </Layout>
  );
};

/** What to sign or fill in; an address alone is another city's offer, to be answered there. */
const ReplyTemplate = ({ ui, text }: { ui: Ui; text: string }) => {
  const link = /\s/.test(text) ? null : webAddress(text);
  if (link === null) return <p class="typed">{text}</p>;
  return (
    <p>
      {ui.m.offers.answerThere}{' '}
      <a href={link} rel="noopener noreferrer">
        {ui.m.offers.toOffer}
      </a>
    </p>
  );
};

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
