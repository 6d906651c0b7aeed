import { ROUTE_LABELS, VOICE_LABELS } from '../../../domain/desk/labels.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import { isCityRole } from '../../../domain/partner.ts';
import type { minutesList, ReadMinutes } from '../../../services/desk/read-minutes.ts';
import { Layout } from '../../components/layout.tsx';
import { programmeName } from '../../components/topic-row.tsx';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { CriteriaTable } from '../criteria-table.tsx';
import { stepWord } from '../desk-error.tsx';
import { desk } from '../links.ts';
import { Field, Head, nameOf, PostForm, Submit } from '../parts.tsx';
import { codeOf } from './paper-parts.ts';
import { tallyWords } from './tally-words.ts';

interface Frame {
  ui: Ui;
  shell: Shell;
}
type Part = Pick<ReadMinutes, 'minutes' | 'names' | 'bodies' | 'ratification'> & { ui: Ui };

export const MinutesListPage = ({ ui, shell, list, check }: Frame & Awaited<ReturnType<typeof minutesList>>) => (
  <Layout ui={ui} shell={shell} title={ui.m.desk.places.minutes} place="minutes">
    <Head ui={ui} title={ui.m.desk.places.minutes} />
    <div class="stack">
      {!(check.valid && check.length === 0) && (
        <p class={`note ${check.valid ? 'ok' : 'bad'}`}>
          {check.valid ? ui.m.board.chainHolds(check.length) : ui.m.board.chainBroken(check.number)}
          {check.valid && (
            <>
              {' '}
              <code>{check.head}</code>
            </>
          )}
        </p>
      )}
      {list.length === 0 ? (
        <p class="panel">{ui.m.board.noMinutes}</p>
      ) : (
        <ul class="panel lines">
          {list.map(({ number, title, kind, sealedAt }) => (
            <li class="li">
              <a href={desk.minutes(number)}>
                {ui.m.board.minutesOf(number)} · <span lang="en">{title}</span>
              </a>
              <span class="small soft">
                {ui.m.desk.opinionKinds[kind]} · {ui.f.day(sealedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  </Layout>
);

/** Minutes drawn from their sealed JSON and people's names alone: the same bytes give the same page. */
export const MinutesPage = ({
  ui,
  shell,
  read,
  association,
  mayProtocol,
}: Frame & { read: ReadMinutes; association: string; mayProtocol: boolean }) => {
  const { row, minutes, names } = read;
  const part = { ...read, ui };
  return (
    <Layout ui={ui} shell={shell} title={ui.m.board.minutesOf(row.number)} place="minutes">
      <p class="acts noprint sheet-acts">
        <a class="btn" href={desk.minutesPdf(row.number)}>
          {ui.m.board.pdf}
        </a>
        <a class="btn quiet" href={desk.minutesJson(row.number)}>
          {ui.m.board.json}
        </a>
        <a class="btn quiet" href={desk.dossier(row.dossierId)}>
          {ui.m.review.toDossier}
        </a>
      </p>
      <article class="sheet">
        <header>
          <p class="small soft">{association}</p>
          <h1>{ui.m.board.minutesTitle(row.number)}</h1>
          <p>
            {ui.m.board.protocol}: {row.paper?.protocolNumber ?? '____________'}{' '}
            {row.paper?.protocolledOn != null && ui.f.day(row.paper.protocolledOn)}
          </p>
        </header>
        <Verdict {...part} />
        <Call {...part} />
        <section>
          <h2>{ui.m.board.reasons}</h2>
          {minutes.opinion.reasons.map(({ text }) => (
            <p>{text}</p>
          ))}
          {minutes.opinion.differenceReason !== null && <p>{ui.m.board.differs(minutes.opinion.differenceReason)}</p>}
          {minutes.opinion.withoutQuorumReason !== null && (
            <p>{ui.m.board.noQuorum(minutes.opinion.withoutQuorumReason)}</p>
          )}
        </section>
        <Criteria {...part} />
        <Voices {...part} />
        <Conflicts {...part} />
        <Conditions {...part} />
        <div class="sign">
          <div>{ui.m.board.signSecretary(nameOf(ui, names, minutes.keptBy))}</div>
          <div>{ui.m.board.signPresident(nameOf(ui, names, minutes.opinion.confirmed?.by ?? null))}</div>
        </div>
        <section class="small">
          <h2>{ui.m.board.prints}</h2>
          <p>
            {ui.m.board.callPrint} <code>{minutes.call.hash}</code>
          </p>
          <p>
            {ui.m.board.previousPrint} <code>{row.previousHash}</code>
          </p>
          <p>
            {ui.m.board.ownPrint} <code>{row.hash}</code>
          </p>
        </section>
      </article>
      {row.paper?.pdfHash != null && (
        <p class="small soft noprint">
          {ui.m.board.pdfPrint} <code>{row.paper.pdfHash}</code>
        </p>
      )}
      {mayProtocol && (
        <section class="panel narrow noprint">
          <PostForm shell={shell} to={desk.protocol(row.number)}>
            <Field id="protocolNumber" label={ui.m.board.protocol} required />
            <Field id="protocolledOn" type="date" label={ui.m.board.day} required />
            <p>
              <Submit label={ui.m.desk.save} quiet />
            </p>
          </PostForm>
        </section>
      )}
    </Layout>
  );
};

const Verdict = ({ ui, minutes: { opinion, route, tally } }: Part) => (
  <div class="verdict">
    <p class="small">
      {ui.m.dossier.opinion} · {ROUTE_LABELS[route][ui.lang]}
      {opinion.confirmed !== null && ` · ${ui.f.day(opinion.confirmed.at)}`}
    </p>
    <p class="num">{ui.m.desk.opinionKinds[opinion.kind]}</p>
    <p>
      {opinion.role !== null && isCityRole(opinion.role) && ROLE_LABELS[opinion.role][ui.lang]}
      {opinion.ownFundsCeilingEur !== null && ` · ${ui.m.board.ceiling}: ${ui.f.money(opinion.ownFundsCeilingEur)}`}
      {tally !== null && ` · ${tallyWords(ui, tally)}`}
      {opinion.code !== null && ` · ${stepWord(ui, opinion.code.code)}`}
    </p>
  </div>
);

const Call = ({ ui, minutes: { call } }: Part) => (
  <section>
    <h2>{ui.m.dossier.call}</h2>
    <dl class="facts">
      <div>
        <dt>{ui.m.dossier.callTitle}</dt>
        <dd lang="en">{call.title}</dd>
      </div>
      <div>
        <dt>{ui.m.dossier.programme}</dt>
        <dd>
          {programmeName(call.programme, ui.lang)} <small>{codeOf(call)}</small>
        </dd>
      </div>
      <div>
        <dt>{ui.m.dossier.deadline}</dt>
        <dd>
          {call.deadlines.length === 0
            ? ui.m.topics.deadlineUnknown
            : call.deadlines.map((at) => ui.f.shortDeadline(at)).join(' · ')}
        </dd>
      </div>
      <div>
        <dt>{ui.m.board.readOn}</dt>
        <dd>{ui.f.moment(call.readAt)}</dd>
      </div>
    </dl>
  </section>
);

const Criteria = ({ ui, minutes: { collegial, quorum } }: Part) =>
  collegial === null ? null : (
    <section>
      <h2>{ui.m.review.collegial}</h2>
      <CriteriaTable ui={ui} lines={collegial.lines} />
      <p>
        {collegial.total === null ? ui.m.review.noTotal : ui.m.review.total(ui.f.whole(collegial.total))}{' '}
        {quorum !== null && ui.m.review.quorum(quorum.delivered, quorum.needed)}
      </p>
    </section>
  );

const Voices = ({ ui, minutes: { voices, votes, sitting, dissents }, names, ratification }: Part) => (
  <section>
    <h2>{ui.m.board.voices}</h2>
    {sitting !== null && (
      <p>
        {ui.m.board.sittingOf(ui.f.moment(sitting.at))}. {ui.m.board.present}:{' '}
        {sitting.present.map((id) => nameOf(ui, names, id)).join(', ')}
      </p>
    )}
    {sitting?.proxies.map(({ from, to }) => (
      <p>{ui.m.board.proxyOf(nameOf(ui, names, from), nameOf(ui, names, to))}</p>
    ))}
    {sitting !== null && sitting.kind !== 'meeting' && (
      <p class="note">
        {ui.m.board.kinds[sitting.kind]}: {ui.m.board.ratifications[ratification?.state ?? 'pending']}
        {ratification?.at != null && ` (${ui.f.day(ratification.at)})`}
      </p>
    )}
    <ul class="lines">
      {votes.map(({ member, voice }) => (
        <li class="li">
          <span>{nameOf(ui, names, member)}</span>
          <span>{VOICE_LABELS[voice][ui.lang]}</span>
        </li>
      ))}
      {voices.map(({ seat, by, voice }) => (
        <li class="li">
          <span>
            {ui.m.board.seats[seat]}: {nameOf(ui, names, by)}
          </span>
          <span>{VOICE_LABELS[voice][ui.lang]}</span>
        </li>
      ))}
    </ul>
    {dissents.map(({ by, text }) => (
      <p>
        <b>{ui.m.review.dissentOf(nameOf(ui, names, by))}</b> {text}
      </p>
    ))}
  </section>
);

const Conflicts = ({ ui, minutes: { conflicts }, names }: Part) => (
  <section>
    <h2>{ui.m.board.conflicts}</h2>
    {conflicts.length === 0 && <p>{ui.m.board.noConflicts}</p>}
    {conflicts.map(({ person, at, deliveredAt }) => (
      <p>{ui.m.board.conflictOf(nameOf(ui, names, person), ui.f.day(at), deliveredAt !== null)}</p>
    ))}
  </section>
);

const Conditions = ({ ui, minutes: { opinion }, names, bodies }: Part) =>
  opinion.conditions.length === 0 ? null : (
    <section>
      <h2>{ui.m.board.conditions}</h2>
      <ol class="ord">
        {opinion.conditions.map(({ text, owner, dueOn }) => (
          <li>
            {ui.m.board.condition(text, ui.f.day(dueOn))} ·{' '}
            {owner.kind === 'person' ? nameOf(ui, names, owner.id) : (bodies.get(owner.id) ?? owner.id)}
          </li>
        ))}
      </ol>
    </section>
  );
