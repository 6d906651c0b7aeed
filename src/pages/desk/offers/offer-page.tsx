import { CITY_LABELS } from '../../../domain/labels/cities.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import type { OfferPaper } from '../../../services/desk/offer-paper.ts';
import type { SharedOffer } from '../../../services/desk/shared-offer.ts';
import { Layout } from '../../components/layout.tsx';
import { webAddress } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Area, Choice, Field, Head, PostForm, roleOptions, Submit } from '../parts.tsx';

interface Props {
  ui: Ui;
  shell: Shell;
  token: string;
  offer: SharedOffer;
  paper: OfferPaper;
}

/** «Cerchiamo follower»: one city's offer as another city reads and answers it. */
export const OfferPage = (props: Props) => {
  const { ui, shell, offer } = props;
  const from = cityName(ui, offer.fromCity);
  const title = ui.m.offers.title(from, ROLE_LABELS[offer.roleSought][ui.lang]);
  return (
    <Layout ui={ui} shell={shell} title={title}>
      <Head ui={ui} title={title} lead={ui.m.offers.lead(cityName(ui, offer.city))} />
      <div class="stack narrow">
        <Call {...props} />
        <Answer {...props} />
        <Paper {...props} />
      </div>
    </Layout>
  );
};

export const cityName = (ui: Ui, city: string): string => CITY_LABELS[city]?.[ui.lang] ?? city;

const Call = ({ ui, offer }: Props) => {
  const official = webAddress(offer.call.url);
  return (
    <section class="panel" aria-labelledby="call">
      <h2 id="call" lang="en">
        {offer.call.title}
      </h2>
      <dl class="facts">
        <div>
          <dt>{ui.m.dossier.call}</dt>
          <dd>
            <code>{offer.topicKey}</code>
            {official !== null && (
              <small>
                <a href={official} rel="noopener noreferrer">
                  {ui.m.topic.official}
                </a>
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>{ui.m.dossier.deadline}</dt>
          <dd>
            {offer.call.deadlineAt === null ? ui.m.topics.deadlineUnknown : ui.f.shortDeadline(offer.call.deadlineAt)}
          </dd>
        </div>
        <div>
          <dt>{ui.m.offers.roleSought}</dt>
          <dd>{ROLE_LABELS[offer.roleSought][ui.lang]}</dd>
        </div>
        <div>
          <dt>{ui.m.offers.contact}</dt>
          <dd>
            {offer.contact.name}
            <small>
              <a href={`mailto:${offer.contact.email}`}>{offer.contact.email}</a>
            </small>
          </dd>
        </div>
        <div>
          <dt>{ui.m.offers.offeredOn}</dt>
          <dd>{ui.f.day(offer.offeredAt)}</dd>
        </div>
      </dl>
    </section>
  );
};

const Answer = ({ ui, shell, token, offer }: Props) => (
  <section class="panel" aria-labelledby="answer">
    <h2 id="answer">{ui.m.offers.yourAnswer}</h2>
    {offer.answer !== null && (
      <p>
        <b>{ui.m.offers.answers[offer.answer.answer]}</b>
        {offer.answer.answer === 'interested' && ` · ${ROLE_LABELS[offer.answer.role][ui.lang]}`}{' '}
        <span class="small soft">
          {offer.answer.author} · {ui.f.moment(offer.answer.at)}
        </span>
      </p>
    )}
    {offer.open ? (
      <PostForm shell={shell} to={desk.offer(token)}>
        <fieldset>
          <legend>{ui.m.offers.question(cityName(ui, offer.city))}</legend>
          <div class="picks">
            {(['interested', 'not-interested'] as const).map((kind) => (
              <label class="pick">
                <input type="radio" name="answer" value={kind} required /> {ui.m.offers.answers[kind]}
              </label>
            ))}
          </div>
        </fieldset>
        <Choice id="role" label={ui.m.dossier.role} options={roleOptions(ui)} value={offer.roleSought} />
        <Field id="author" label={ui.m.offers.author} hint={ui.m.offers.authorHint} required />
        <Area id="note" label={ui.m.dossier.note} />
        <p>
          <Submit label={offer.answer === null ? ui.m.offers.send : ui.m.offers.sendAgain} />
        </p>
      </PostForm>
    ) : (
      <p class="soft">{ui.m.offers.closed}</p>
    )}
  </section>
);

/** For whoever runs Bandolo in the other city: the same offer, to paste among their requests. */
const Paper = ({ ui, token, paper }: Props) => (
  <section class="panel">
    <details>
      <summary>{ui.m.offers.paperTitle}</summary>
      <p class="small">{ui.m.offers.paperLead}</p>
      <p>
        <label for="paper">{ui.m.offers.paper}</label>
        <textarea id="paper" rows={8} readonly data-paper>
          {JSON.stringify(paper, null, 1)}
        </textarea>
      </p>
      <p class="small">
        <a href={desk.offerPaper(token)}>{ui.m.offers.paperFile}</a>
      </p>
    </details>
  </section>
);
