import { RULE_IDS, type RuleOutcome } from '../../domain/eligibility.ts';
import { OUTCOME_LABELS, RULE_LABELS } from '../../domain/labels/eligibility.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import type { Ui } from '../ui.ts';

const LOOKS: Record<RuleOutcome, string> = {
  yes: 'done ok',
  no: 'no bad',
  unknown: 'soft',
  'not-applicable': 'no soft',
};

/** H1–H9: what each rule says of this call and where that was read. Unknown is a value. */
export const EligibilityPanel = ({ ui, rules }: { ui: Ui; rules: TopicDetail['eligibility'] }) => (
  <section class="panel" aria-labelledby="h-eligibility">
    <header>
      <h2 id="h-eligibility">{ui.m.topic.eligibility}</h2>
      {rules.length > 0 && (
        <span class="small soft">
          {ui.m.topic.eligibilitySummary(rules.length, rules.filter((rule) => rule.result === 'unknown').length)}
        </span>
      )}
    </header>
    {rules.length === 0 ? (
      <p>{ui.m.topic.eligibilityNone}</p>
    ) : (
      <ul class="lines">
        {rules.map((rule) => (
          <Rule ui={ui} rule={rule} outcome={rule.applies ? rule.result : 'not-applicable'} />
        ))}
      </ul>
    )}
  </section>
);

interface RuleProps {
  ui: Ui;
  rule: TopicDetail['eligibility'][number];
  outcome: RuleOutcome;
}

const Rule = ({ ui, rule: { rule, reason, source }, outcome }: RuleProps) => (
  <li class="check">
    <span>{rule}</span>
    <span class={`state ${LOOKS[outcome]}`}>{OUTCOME_LABELS[outcome][ui.lang]}</span>
    <span>
      <b>{ruleName(ui, rule)}.</b> {reason}
      {source !== '' && (
        <span class="soft small" lang="it">
          {' '}
          ({source})
        </span>
      )}
    </span>
  </li>
);

export function ruleName({ lang }: Ui, rule: string): string {
  const id = RULE_IDS.find((one) => one === rule);
  return id === undefined ? rule : RULE_LABELS[id][lang];
}
