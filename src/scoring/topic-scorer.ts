import { PILLARS, type Pillar, type PillarScores } from '../domain/pillar.ts';
import type { ScorableTopic, TopicScore } from '../domain/scoring.ts';
import type { Lexicon } from './lexicon.ts';
import { LinearModel } from './linear-model.ts';
import { recompute } from './recompute.ts';
import { TermTable } from './term-table.ts';
import { topicFeatures } from './topic-features.ts';
import type { Weights } from './weights.ts';

/** Scores a topic for the city and the six pillars; knows no partner and no city profile. */
export function createTopicScorer(
  { lexicon, weights }: { lexicon: Lexicon; weights: Weights },
  table = new TermTable(lexicon, weights.terms, weights.corpusTopics),
): (topic: ScorableTopic) => TopicScore {
  const model = new LinearModel(weights, table);
  const version = `${lexicon.version}+${weights.version}`;

  return (topic) => {
    const features = topicFeatures(topic, table);
    const evidence = model.evidence(features);
    const of = (pillar: Pillar): number => recompute(pillar, evidence);
    const pillars: PillarScores = {
      economy: of('economy'),
      people: of('people'),
      governance: of('governance'),
      mobility: of('mobility'),
      environment: of('environment'),
      living: of('living'),
    };
    const primaryPillar = primary(pillars, weights.primaryFrom[features.basis]);
    return { cityRelevance: recompute('city', evidence), pillars, primaryPillar, evidence, version };
  };
}

/** The best pillar, if any fits even loosely; the city's interest plays no part. The first of equals in the model's order. */
function primary(scores: PillarScores, from: number): Pillar | null {
  const best = PILLARS.reduce((a, b) => (scores[b] > scores[a] ? b : a));
  return scores[best] >= from ? best : null;
}
