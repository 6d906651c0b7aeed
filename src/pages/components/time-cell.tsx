import type { TopicCard } from '../../domain/topic-card.ts';
import type { Ui } from '../ui.ts';
import { currentRound, daysUntil, hourUncertain, lastDeadline, opensOn } from '../view/current-round.ts';
import { judgeTime, leadTimes } from '../view/lead-time.ts';
import { StatusWord } from './status-word.tsx';
import { TimeBar } from './time-bar.tsx';

/** How much time there is, as days, as a bar against the minima of each role, and in words. */
export const TimeCell = ({ ui, card }: { ui: Ui; card: TopicCard }) => {
  if (card.status === null || card.status === 'closed' || card.daysLeft === null || card.nextDeadlineAt === null)
    return <NoTime ui={ui} card={card} />;
  const minima = leadTimes(card.typesOfAction, currentRound(card)?.deadlineModel === 'two-stage');
  const judged = judgeTime(card.daysLeft, minima);
  const opening = opensOn(card, ui.now);
  const tone = judged?.tone ?? 'warn';
  return (
    <>
      {opening === null ? (
        <span class={tone}>
          {card.daysLeft > 0 && <span class="num">{ui.f.whole(card.daysLeft)} </span>}
          {ui.m.topics.days(card.daysLeft)}
        </span>
      ) : (
        <span class="num">{ui.m.topics.opensIn(daysUntil(opening, ui.now))}</span>
      )}
      <TimeBar days={card.daysLeft} tone={tone} minima={minima} />
      <div>
        {ui.f.shortDeadline(card.nextDeadlineAt)}
        {hourUncertain(card) && <span class="soft"> ({ui.m.topics.hourUncertain})</span>}
      </div>
      <div class="soft">{ui.m.topics.inTime[judged?.best ?? 'none']}</div>
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
