import { ROLE_LABELS } from '../../domain/labels/roles.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import type { ShortlistEntry } from '../../services/matching/shortlist.ts';
import type { Ui } from '../ui.ts';
import { currentRound, daysUntil, hourUncertain, lastDeadline, opensOn } from '../view/current-round.ts';
import { bestRung, leadTimes, RUNG_TONES, type Tone } from '../view/lead-time.ts';
import { StatusWord } from './status-word.tsx';
import { TimeBar } from './time-bar.tsx';

/** What the city itself could be in the call; known on the shortlist only. */
export type CityChance = Pick<ShortlistEntry, 'possibleRole' | 'inTime' | 'lastDayToStart'>;

/** How much time there is, as days, as a bar against the minima of the roles, and in words. */
export const TimeCell = ({ ui, card, chance }: { ui: Ui; card: TopicCard; chance?: CityChance }) => {
  const { daysLeft, nextDeadlineAt } = card;
  if (card.status === null || card.status === 'closed' || daysLeft === null || nextDeadlineAt === null)
    return <NoTime ui={ui} card={card} />;
  const minima = leadTimes(card.typesOfAction, currentRound(card)?.deadlineModel ?? null);
  const rung = bestRung(daysLeft, minima) ?? 'none';
  const tone = chance === undefined ? RUNG_TONES[rung] : toneOf(chance);
  const opening = opensOn(card, ui.now);
  return (
    <>
      {opening === null ? (
        <span class={tone}>
          {daysLeft > 0 && <span class="num">{ui.f.whole(daysLeft)} </span>}
          {ui.m.topics.days(daysLeft)}
        </span>
      ) : (
        <span class="num">{ui.m.topics.opensIn(daysUntil(opening, ui.now))}</span>
      )}
      <TimeBar days={daysLeft} tone={tone} minima={minima} />
      <div>
        {ui.f.shortDeadline(nextDeadlineAt)}
        {hourUncertain(card) && <span class="soft"> ({ui.m.topics.hourUncertain})</span>}
      </div>
      <div class="soft">{chance === undefined ? ui.m.topics.inTime[rung] : <Chance ui={ui} chance={chance} />}</div>
    </>
  );
};

function toneOf({ possibleRole, inTime }: CityChance): Tone {
  if (possibleRole === null || possibleRole === 'supporter') return 'bad';
  return inTime === false ? 'warn' : 'ok';
}

/** The best role that the city can still take, and by when work on it must begin. */
const Chance = ({ ui, chance: { possibleRole, inTime, lastDayToStart } }: { ui: Ui; chance: CityChance }) => {
  const { m, f } = ui;
  if (possibleRole === null) return <>{m.topics.noRole}</>;
  const role = ROLE_LABELS[possibleRole][ui.lang];
  return (
    <>
      {inTime === false ? m.topics.onlyAs(role) : m.topics.inTimeAs(role)}
      {lastDayToStart !== null && <div>{m.topics.startBy(f.shortDay(lastDayToStart))}</div>}
    </>
  );
};

/** Nothing to count: closed, without a deadline ahead, or of a status that somebody must check. */
const NoTime = ({ ui, card }: { ui: Ui; card: TopicCard }) => {
  const last = lastDeadline(card);
  const opening = opensOn(card, ui.now);
  return (
    <>
      <StatusWord ui={ui} status={card.status} />
      {opening !== null && <div>{ui.m.topics.opensOn(ui.f.shortDay(opening))}</div>}
      <div class="soft">
        {last === null && ui.m.topics.deadlineUnknown}
        {last !== null &&
          (card.status === 'closed' ? ui.m.topics.closedOn(ui.f.shortDay(last)) : ui.f.shortDeadline(last))}
      </div>
    </>
  );
};
