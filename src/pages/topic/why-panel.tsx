import type { TopicDetail } from '../../domain/topic-card.ts';
import type { Ui } from '../ui.ts';
import { currentRound } from '../view/current-round.ts';
import { phrasesOf } from '../view/evidence.ts';
import { judgeTime, leadTimes } from '../view/lead-time.ts';
import { ruleName } from './eligibility-panel.tsx';

type Props = { ui: Ui; topic: TopicDetail; minRelevance: number };

/** Why the call is on the list or not, what might still speak against it, and what speaks for it most. */
export const WhyPanel = ({ ui, topic, minRelevance }: Props) => {
  const { m, f } = ui;
  const caution = cautionOf(ui, topic);
  const strongest = [
    ...new Set(
      phrasesOf(topic.evidence)
        .filter(({ city }) => city > 0)
        .map(({ phrase }) => phrase.toLowerCase()),
    ),
  ];
  return (
    <section class="panel" aria-labelledby="h-why">
      <h2 id="h-why">{m.topic.why}</h2>
      <div class="tight">
        {topic.listed ? (
          <p class="note ok">
            <b>{m.topic.isListed}</b> {m.topic.listedBecause(f.score(topic.cityRelevance ?? 0), f.score(minRelevance))}
          </p>
        ) : (
          <div class="note">
            <p>
              <b>{m.topic.isNotListed}</b>
            </p>
            <ul>
              {reasonsAgainst(ui, topic, minRelevance).map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
          </div>
        )}
        {caution !== null && (
          <p class="note warn">
            <b>{m.topic.mightFail}</b> {caution}
          </p>
        )}
        {strongest.length > 0 && (
          <p class="note">
            {m.topic.strongest}: <span lang="en">{strongest.slice(0, 3).join(' · ')}</span>.
          </p>
        )}
      </div>
    </section>
  );
};

/** All that keeps a call off the list, not only the first; where nothing else does, somebody has muted it. */
function reasonsAgainst(ui: Ui, topic: TopicDetail, minRelevance: number): string[] {
  const { m, f } = ui;
  const reasons: string[] = [];
  if (topic.withdrawnAt !== null) reasons.push(m.topic.becauseWithdrawn);
  if (topic.status === 'closed') reasons.push(m.topic.becauseClosed);
  if (topic.cityRelevance === null) reasons.push(m.topic.becauseNotScored);
  else if (topic.cityRelevance < minRelevance)
    reasons.push(m.topic.becauseLow(f.score(topic.cityRelevance), f.score(minRelevance)));
  for (const { rule, result } of topic.eligibility) {
    if (result === 'no') reasons.push(m.topic.becauseRule(`${rule}, ${ruleName(ui, rule)}`));
  }
  return reasons.length > 0 ? reasons : [m.topic.becauseMuted];
}

/** What a hopeful reader should know: too little time, or a status that nobody can tell. */
function cautionOf({ m }: Ui, topic: TopicDetail): string | null {
  if (topic.status === 'closed') return null;
  if (topic.status === null) return m.topic.statusUnknown;
  const minima = leadTimes(topic.typesOfAction, currentRound(topic)?.deadlineModel === 'two-stage');
  const judged = judgeTime(topic.daysLeft, minima);
  if (judged === null || judged.tone === 'ok') return null;
  if (judged.best === 'follower') return m.topic.onlySmall;
  return judged.best === 'supporter' ? m.topic.onlyLetter : m.topic.tooLate;
}
