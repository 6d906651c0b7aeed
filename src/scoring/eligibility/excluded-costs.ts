import { hasText, oncePerTopic } from './eligibility-topic.ts';
import { findSpan } from './find-span.ts';
import { knownTopic } from './known-topics.ts';
import { isTerritorial, type Rule, results } from './rule.ts';

const say = results('H9', 'Testo del bando alla sua fonte');

/** H9: what a city would want to buy may be excluded. What it wants is not in the text, so an exclusion asks people. */
export const excludedCosts: Rule = {
  id: 'H9',
  check(topic, partner) {
    if (!isTerritorial(partner)) return say('not-applicable', 'costs.none');
    const span = exclusionOf(topic);
    const known = knownTopic(topic.identifier);
    if (span !== null) return say('unknown', 'costs.excluded', { evidence: [span] });
    if (known?.costsExcluded) return say('unknown', 'costs.excluded', { source: known.source });
    return hasText(topic) ? say('not-applicable', 'costs.none') : say('unknown', 'no-text');
  },
};

const exclusionOf = oncePerTopic((topic) =>
  findSpan(topic, {
    anchors: ['not eligible', 'ineligible'],
    pattern:
      /\b(?:costs?|purchases?|expenditure|expenses|investments?|infrastructure|equipment)\b[^.]{0,60}\b(?:are|is|be) (?:not eligible|ineligible)\b|\bineligible costs?\b/gi,
    unless: /\bnot eligible (?:countries|entities|applicants)\b|\bcountries which are not eligible\b/i,
  }),
);
