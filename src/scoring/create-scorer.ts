import type { CityProfile } from '../domain/city-profile.ts';
import type { Evidence, PartnerScore, ScorableTopic } from '../domain/scoring.ts';
import { partnerEvidence } from './partners.ts';
import { recompute } from './recompute.ts';
import type { PartnerOptions, Scorer } from './scorer.ts';
import type { ScoringData } from './scoring-data.ts';
import { createTopicScorer } from './topic-scorer.ts';

/** Builds the scorer of one city from its profile and the scoring data. Costly once, cheap per topic. */
export function createScorer({ profile, data }: { profile: CityProfile; data: ScoringData }): Scorer {
  const scoreTopic = createTopicScorer(data);
  const version = [data.lexicon.version, data.weights.version, data.trackRecord.version].join('+');

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
