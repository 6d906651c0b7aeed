import type { PropsWithChildren } from 'hono/jsx';
import { rulesOut } from '../../domain/eligibility.ts';
import { ROLE_LABELS } from '../../domain/labels/roles.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import type { Explanation } from '../../services/matching/explain.ts';
import type { Ui } from '../ui.ts';
import { phrasesOf } from '../view/evidence.ts';
import { ChangeNote } from './change-note.tsx';
import { ruleName } from './eligibility-panel.tsx';

type WhyProps = PropsWithChildren<{
  ui: Ui;
  topic: TopicDetail;
  explanation: Explanation;
  minRelevance: number;
}>;

/** Why the call is on the list or not (`children`: what more there is to that), what might still speak against it, and what speaks for it most. */
export const WhyPanel = ({ ui, topic, explanation, minRelevance, children }: WhyProps) => {
  const { m, f } = ui;
  const cautions = cautionsOf(ui, topic, explanation);
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
              {reasonsAgainst(ui, topic, explanation, minRelevance).map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
            <DecidedBy ui={ui} explanation={explanation} />
            {children}
          </div>
        )}
        {cautions.map((caution) => (
          <p class="note warn">
            <b>{m.topic.mightFail}</b> {caution}
          </p>
        ))}
        {strongest.length > 0 && (
          <p class="note">
            {m.topic.strongest}: <span lang="en">{strongest.slice(0, 3).join(' · ')}</span>.
          </p>
        )}
        {turnsOnRelevance(explanation) && (
          <ChangeNote ui={ui} topic={topic} changes={explanation.wouldChange} minRelevance={minRelevance} />
        )}
      </div>
    </section>
  );
};

/** A call that is closed, muted or barred stays off the list whatever its words. */
const turnsOnRelevance = ({ verdict, topic }: Explanation): boolean =>
  topic.cityRelevance !== null && (verdict.listed || verdict.rule === 'not-relevant');

/** The one rule that dropped it, the first of them in their order, with its value and what it wanted. */
const DecidedBy = ({ ui, explanation: { verdict } }: { ui: Ui; explanation: Explanation }) => {
  if (verdict.listed) return null;
  const { m, f } = ui;
  const { rule, value, threshold, eligibilityRule } = verdict;
  const written = typeof value === 'number' ? f.score(value) : m.frame.unknown;
  return (
    <p class="small soft">
      {typeof threshold === 'number'
        ? m.topic.decidedByScore(m.topic.rules[rule], written, f.score(threshold))
        : m.topic.decidedBy(m.topic.rules[rule], eligibilityRule)}
    </p>
  );
};

/** All that keeps a call off the list, not only the first rule that did. */
function reasonsAgainst(ui: Ui, topic: TopicDetail, { verdict, rules }: Explanation, minRelevance: number): string[] {
  const { m, f } = ui;
  const reasons: string[] = [];
  if (topic.withdrawnAt !== null) reasons.push(m.topic.becauseWithdrawn);
  if (!verdict.listed && verdict.rule === 'muted') reasons.push(m.topic.becauseMuted);
  if (topic.status === 'closed') reasons.push(m.topic.becauseClosed);
  if (topic.cityRelevance === null) reasons.push(m.topic.becauseNotScored);
  else if (topic.cityRelevance < minRelevance)
    reasons.push(m.topic.becauseLow(f.score(topic.cityRelevance), f.score(minRelevance)));
  // That a closed call has no open window left need not be said twice.
  const barriers = rules.filter((rule) => rulesOut(rule) && !(topic.status === 'closed' && rule.rule === 'H7'));
  return [...reasons, ...barriers.map(({ rule }) => m.topic.becauseRule(`${rule}, ${ruleName(ui, rule)}`))];
}

/** What a hopeful reader should know: too little time, a rule that leaves a smaller role, a status that nobody can tell. */
function cautionsOf(ui: Ui, topic: TopicDetail, { rules, roles }: Explanation): string[] {
  const { m, lang } = ui;
  if (topic.status === 'closed') return [];
  const cautions: string[] = topic.status === null ? [m.topic.statusUnknown] : [];
  for (const { rule, result, limitsTo } of rules) {
    if (result === 'no' && limitsTo !== undefined && rule !== 'H6')
      cautions.push(m.topic.limitedTo(rule, ROLE_LABELS[limitsTo][lang]));
  }
  if (roles.verdict === 'too-late') cautions.push(m.topic.tooLate);
  else if (roles.verdict === 'letter-only') cautions.push(m.topic.onlyLetter);
  else if (roles.best !== null && roles.roles.some(({ barredBy }) => barredBy === 'H6'))
    cautions.push(m.topic.onlyAs(ROLE_LABELS[roles.best][lang]));
  return cautions;
}
