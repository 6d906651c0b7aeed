import { ROLE_LABELS } from '../../domain/labels/roles.ts';
import type { ConsortiumSeat, TopicConsortium } from '../../services/matching/consortium-of-topic.ts';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';

const NAMES_SHOWN = 4;

/** Which roles of a consortium we could fill and by whom, what others must bring, and what nobody can tell yet. */
export const ConsortiumPanel = ({ ui, consortium }: { ui: Ui; consortium: TopicConsortium }) => {
  const { m } = ui;
  const { seats, countries, entities, unknown } = consortium;
  return (
    <section class="panel" aria-labelledby="h-consortium">
      <h2 id="h-consortium">{m.topic.consortium}</h2>
      {seats.length === 0 ? (
        <p>{m.topic.consortiumNone}</p>
      ) : (
        <ul class="lines small">
          {seats.map((seat) => (
            <Seat ui={ui} seat={seat} />
          ))}
        </ul>
      )}
      <p class="small">
        {countries === null ? m.topic.countriesUnknown : m.topic.countries(countries.asked, countries.stillNeeded)}
        {countries !== null && (
          <span class="soft">
            {' '}
            <span lang="it">({countries.source})</span> {!countries.verified && m.topic.rateUnverified}
          </span>
        )}
        {entities !== null && <> {m.topic.entities(entities)}</>}
      </p>
      {unknown.length > 0 && (
        <p class="note small">
          {m.topic.notKnown}: {unknown.map((what) => m.topic.unknownOf[what]).join('; ')}.
        </p>
      )}
    </section>
  );
};

const Seat = ({ ui, seat: { role, asked, ours, missing } }: { ui: Ui; seat: ConsortiumSeat }) => {
  const { m } = ui;
  return (
    <li>
      <b>{ROLE_LABELS[role][ui.lang]}</b>
      {asked !== null && <span class="soft"> {m.topic.asked(asked)}</span>}
      <br />
      {ours.length === 0 ? (
        <span class="state bad">{m.topic.seatMissing}</span>
      ) : (
        <>
          {ours.slice(0, NAMES_SHOWN).map(({ id, name }, i) => (
            <>
              {i > 0 && ', '}
              <a href={href.partner(id)}>{name}</a>
            </>
          ))}
          {ours.length > NAMES_SHOWN && <span class="soft"> {m.topic.moreNames(ours.length - NAMES_SHOWN)}</span>}
          {missing !== null && missing > 0 && <span class="soft"> · {m.topic.fromOthers(missing)}</span>}
        </>
      )}
    </li>
  );
};
