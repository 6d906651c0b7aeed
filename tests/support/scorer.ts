import type { CityProfile } from '../../src/domain/city-profile.ts';
import { PILLARS, type PillarScores } from '../../src/domain/pillar.ts';
import type { Evidence, EvidenceTarget, ScorableTopic } from '../../src/domain/scoring.ts';
import type { Scorer } from '../../src/scoring/scorer.ts';

/** The words that the stand-in knows, each for one target. */
const WORDS: readonly (readonly [word: RegExp, target: EvidenceTarget])[] = [
  [/\b(?:city|cities|urban|municipal\w*)\b/gi, 'city'],
  [/\b(?:business|companies|smes?)\b/gi, 'economy'],
  [/\b(?:school|skills|culture)\b/gi, 'people'],
  [/\b(?:citizens?|democracy|participation)\b/gi, 'governance'],
  [/\b(?:transport|mobility|cycl\w+|bus(?:es)?)\b/gi, 'mobility'],
  [/\b(?:energy|climate|water|waste)\b/gi, 'environment'],
  [/\b(?:housing|health|tourism)\b/gi, 'living'],
];

/**
 * A scorer simple enough to foresee: one word of the city makes a topic 0.8 relevant, none 0.1; a pillar is 0.9 where one
 * of its words stands. A partner fits by its pillars. The real one is measured in its own tests.
 */
export function aScorer(profile: CityProfile, version = 'stand-in-1'): Scorer {
  const evidenceOf = (topic: ScorableTopic): Evidence[] =>
    [{ field: 'title', text: topic.title }, ...topic.texts].flatMap(({ field, text }) =>
      WORDS.flatMap(([word, target]) =>
        [...text.matchAll(word)].map(({ 0: phrase, index }): Evidence => {
          return { target, phrase, field, start: index, end: index + phrase.length, weight: 1 };
        }),
      ),
    );
  const scoreTopic: Scorer['scoreTopic'] = (topic) => {
    const evidence = evidenceOf(topic);
    const has = (target: EvidenceTarget) => evidence.some((item) => item.target === target);
    const pillars = Object.fromEntries(PILLARS.map((pillar) => [pillar, has(pillar) ? 0.9 : 0])) as PillarScores;
    return {
      cityRelevance: has('city') ? 0.8 : 0.1,
      pillars,
      primaryPillar: PILLARS.find(has) ?? null,
      evidence,
      version,
    };
  };
  return {
    version,
    scoreTopic,
    scorePartners: (topic) => {
      const { primaryPillar } = scoreTopic(topic);
      return profile.partners.map(({ id, pic, pillars }) => ({
        partnerId: id,
        pic,
        score: primaryPillar !== null && pillars.includes(primaryPillar) ? 0.5 : 0,
      }));
    },
    partnerEvidence: (topic, partnerId) =>
      evidenceOf(topic)
        .slice(0, 3)
        .map((item) => ({
          ...item,
          target: `partner:${partnerId}` as const,
          reason: { kind: 'competence', competences: [item.phrase] } as const,
        })),
  };
}
