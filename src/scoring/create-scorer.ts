import type { CityProfile } from '../domain/city-profile.ts';
import { PILLARS, type Pillar, type PillarScores } from '../domain/pillar.ts';
import type { Evidence, PartnerScore, ScorableTopic, TopicScore } from '../domain/scoring.ts';
import { LinearModel } from './linear-model.ts';
import { partnerEvidence } from './partners.ts';
import { recompute } from './recompute.ts';
import type { PartnerOptions, Scorer } from './scorer.ts';
import type { ScoringData } from './scoring-data.ts';
import { structuralFeatures } from './structure.ts';
import { TopicReader } from './text/read-topic.ts';
import { TermIndex } from './text/term-index.ts';
import { Vocabulary } from './text/vocabulary.ts';

/** Builds the scorer of one city from its profile and the scoring data. Costly once, cheap per topic. */
export function createScorer({ profile, data }: { profile: CityProfile; data: ScoringData }): Scorer {
  const vocabulary = new Vocabulary();
  const index = new TermIndex(vocabulary);
  const termNumbers = data.weights.terms.map(({ term }) => index.add(term));
  const cancelling = new Set(data.lexicon.antiContext.map((phrase) => index.add(phrase)));
  const reader = new TopicReader(vocabulary, index, cancelling);
  const model = new LinearModel(data.weights, termNumbers);
  const version = [data.lexicon.version, data.weights.version, data.trackRecord.version].join('+');

  function scoreTopic(topic: ScorableTopic): TopicScore {
    const evidence = model.evidence(reader.read(topic), structuralFeatures(topic));
    const pillars = Object.fromEntries(PILLARS.map((pillar) => [pillar, recompute(pillar, evidence)])) as PillarScores;
    return {
      cityRelevance: recompute('city', evidence),
      pillars,
      primaryPillar: primaryPillar(pillars, data.weights.primaryFrom),
      evidence,
      version,
    };
  }

  function evidenceFor(topic: ScorableTopic, options: PartnerOptions): Map<string, Evidence[]> {
    const score = scoreTopic(topic);
    return new Map(
      profile.partners.map((partner) => [
        partner.id,
        partnerEvidence(partner, topic, score, data.trackRecord, options),
      ]),
    );
  }

  return {
    version,
    scoreTopic,
    scorePartners: (topic, options = {}): PartnerScore[] => {
      const evidence = evidenceFor(topic, options);
      return profile.partners.map(({ id, pic }) => ({
        partnerId: id,
        pic,
        score: recompute(`partner:${id}`, evidence.get(id) ?? []),
      }));
    },
    partnerEvidence: (topic, partnerId, options = {}) => evidenceFor(topic, options).get(partnerId) ?? [],
  };
}

/** The best pillar, if any fits even loosely; the city's interest plays no part. The first of equals in the model's order. */
function primaryPillar(scores: PillarScores, from: number): Pillar | null {
  const best = PILLARS.reduce((a, b) => (scores[b] > scores[a] ? b : a));
  return scores[best] >= from ? best : null;
}
