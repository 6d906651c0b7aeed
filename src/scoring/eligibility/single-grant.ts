import { oncePerTopic } from './eligibility-topic.ts';
import { findSpan } from './find-span.ts';
import { knownTopic } from './known-topics.ts';
import { type Rule, results } from './rule.ts';

const say = results('H7', 'Testo del bando alla sua fonte');

/**
 * H7, first half: a facility with one grant is for whoever runs it; cities use its cascade calls later. One expected
 * grant alone does not make a facility. The second half, that a round lies ahead, depends on the day (`at-instant.ts`).
 */
export const singleGrant: Rule = {
  id: 'H7',
  check(topic, partner) {
    const facility = facilityOf(topic);
    if (facility === null || !partner.roles.includes('lighthouse')) return say('yes', 'round.ahead');
    const { evidence, source } = facility;
    return say('no', 'round.single-grant', { evidence, limitsTo: 'cascade', ...(source === null ? {} : { source }) });
  },
};

const facilityOf = oncePerTopic((topic) => {
  const known = knownTopic(topic.identifier);
  if (known?.singleGrant) return { evidence: [], source: known.source };
  const single = findSpan(topic, SINGLE);
  if (single === null) return null;
  const runs = findSpan(topic, RUNS_A_SCHEME);
  return runs === null ? null : { evidence: [single, runs], source: null };
});

const SINGLE = {
  anchors: [
    'one proposal',
    'one project',
    'only 1 grant',
    'only one grant',
    'one grant',
    'single grant',
    'a single proposal',
  ],
  pattern:
    /\b(?:only )?(?:one|a single) (?:proposal|project|grant) (?:will|is expected to|shall) be (?:selected|funded|awarded)\b|\baward only (?:1|one) grant\b/gi,
};
const RUNS_A_SCHEME = {
  anchors: ['set up', 'run ', 'manage', 'operate'],
  pattern:
    /\bset up and (?:run|manage|operate)\b|\b(?:run|manage|operate) (?:a|an|the) (?:[\w-]+ ){0,3}(?:facility|support scheme)\b/gi,
};
