import type { CityProfile } from '../domain/city-profile.ts';
import type { ScorableTopic } from '../domain/scoring.ts';
import { createPartnerMatcher, type PartnerMatch } from './partners/partner-scorer.ts';
import { scoreOf } from './recompute.ts';
import type { PartnerOptions, Scorer } from './scorer.ts';
import type { ScoringData } from './scoring-data.ts';
import { TermTable } from './term-table.ts';
import { createTopicScorer } from './topic-scorer.ts';

/** Builds the scorer of one city from its profile and the scoring data. Costly once, cheap per topic. */
export function createScorer({ profile, data }: { profile: CityProfile; data: ScoringData }): Scorer {
  const table = new TermTable(data.lexicon, data.weights.terms, data.weights.corpusTopics);
  const scoreTopic = createTopicScorer(data, table);
  const matchPartners = createPartnerMatcher(profile, data, table);
  const version = [data.lexicon, data.weights, data.partnerWeights, data.trackRecord, data.words]
    .map((part) => part.version)
    .join('+');

  /** A topic is judged by what was known when it closed, unless a day is named. */
  const match = (topic: ScorableTopic, { trackRecordUntil }: PartnerOptions): PartnerMatch =>
    matchPartners(topic, trackRecordUntil ?? topic.deadlineOn);

  return {
    version,
    scoreTopic: (topic) => ({ ...scoreTopic(topic), version }),
    scorePartners: (topic, options = {}) => {
      const found = match(topic, options);
      return profile.partners.map(({ id, pic }, i) => ({ partnerId: id, pic, score: scoreOf(found.sum(i)) }));
    },
    partnerEvidence: (topic, partnerId, options = {}) => {
      const place = profile.partners.findIndex(({ id }) => id === partnerId);
      return place < 0 ? [] : match(topic, options).evidence(place);
    },
  };
}
