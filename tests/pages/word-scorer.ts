import type { Pillar } from '../../src/domain/pillar.ts';
import type { Evidence, EvidenceTarget } from '../../src/domain/scoring.ts';
import type { Scorer } from '../../src/scoring/scorer.ts';

const WORDS: readonly (readonly [word: string, city: number, pillar: Pillar, pillarWeight: number])[] = [
  ['cycling', 1.5, 'mobility', 2],
  ['cycle paths', 1.2, 'mobility', 1.2],
  ['urban mobility', 1, 'mobility', 1],
  ['public transport', 0.8, 'mobility', 1],
  ['cities', 2, 'governance', 0.5],
  ['municipalities', 2, 'governance', 0.5],
  ['heating plans', 1.4, 'environment', 2],
  ['urban', 1.5, 'living', 0.8],
  ['rural', -0.5, 'environment', 0.3],
];

/** A scorer that knows a few words: evidence with true spans, a base rate, numbers that are its logistic sum. */
export const wordScorer: Scorer = {
  version: 'words-1',
  scoreTopic(topic) {
    const texts = [{ field: 'title', text: topic.title }, ...topic.texts];
    const found = texts.flatMap(({ field, text }) =>
      WORDS.flatMap(([word, weight, pillar, pillarWeight]): Evidence[] => {
        const start = text.toLowerCase().indexOf(word);
        if (start < 0) return [];
        const end = start + word.length;
        const one = (target: EvidenceTarget, w: number) => ({
          target,
          phrase: text.slice(start, end),
          field,
          start,
          end,
          weight: w,
        });
        return [one('city', weight), one(pillar, pillarWeight)];
      }),
    );
    const base: Evidence = { target: 'city', phrase: 'base rate', field: 'bias', start: null, end: null, weight: -1 };
    const evidence = found.length === 0 ? [base] : [base, ...found];
    const sum = (target: EvidenceTarget) =>
      evidence.reduce((total, item) => (item.target === target ? total + item.weight : total), 0);
    const pillar = (target: Pillar) => (sum(target) === 0 ? 0 : logistic(sum(target) - 0.5));
    const pillars = {
      economy: 0,
      people: 0,
      governance: pillar('governance'),
      mobility: pillar('mobility'),
      environment: pillar('environment'),
      living: pillar('living'),
    };
    const best = (Object.keys(pillars) as Pillar[]).sort((a, b) => pillars[b] - pillars[a])[0] ?? null;
    return {
      cityRelevance: logistic(sum('city')),
      pillars,
      primaryPillar: best !== null && pillars[best] > 0 ? best : null,
      evidence,
      version: 'words-1',
    };
  },
  scorePartners: (topic) => [
    { partnerId: 'atm', pic: '998529156', score: /cycling|mobility/.test(topic.title) ? 0.91 : 0 },
    { partnerId: 'politecnico-di-milano', pic: null, score: 0.44 },
  ],
  partnerEvidence: (_topic, partnerId) => [
    {
      target: `partner:${partnerId}`,
      phrase: 'urban mobility',
      field: 'competenceWords',
      start: null,
      end: null,
      weight: 1,
      reason: { kind: 'competence', competences: ['urban mobility'] },
    },
  ],
};

const logistic = (sum: number): number => Math.round(10_000 / (1 + Math.exp(-sum))) / 10_000;
