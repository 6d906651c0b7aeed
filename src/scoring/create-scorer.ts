import type { CityProfile } from '../domain/city-profile.ts';
import type { Evidence, ScorableTopic } from '../domain/scoring.ts';
import { createPartnerScorer } from './partners/partner-scorer.ts';
import { recompute } from './recompute.ts';
import type { PartnerOptions, Scorer } from './scorer.ts';
import type { ScoringData } from './scoring-data.ts';
import { TermTable } from './term-table.ts';
import { createTopicScorer } from './topic-scorer.ts';

/** Builds the scorer of one city from its profile and the scoring data. Costly once, cheap per topic. */
export function createScorer({ profile, data }: { profile: CityProfile; data: ScoringData }): Scorer {
  const table = new TermTable(data.lexicon, data.weights.terms, data.weights.corpusTopics);
  const scoreTopic = createTopicScorer(data, table);
  const partnersFor = createPartnerScorer(profile, data, table);
  const version = [data.lexicon, data.weights, data.partnerWeights, data.trackRecord, data.words]
    .map((part) => part.version)
    .join('+');

  /** A topic is judged by what was known when it closed, unless a day is named. */
  const evidenceFor = (topic: ScorableTopic, { trackRecordUntil }: PartnerOptions): Evidence[][] =>
    partnersFor(topic, trackRecordUntil ?? topic.deadlineOn);

  return {
    version,
    scoreTopic: (topic) => ({ ...scoreTopic(topic), version }),
    scorePartners: (topic, options = {}) =>
      evidenceFor(topic, options).map((evidence, i) => {
        const { id = '', pic = null } = profile.partners[i] ?? {};
        return { partnerId: id, pic, score: recompute(`partner:${id}`, evidence) };
      }),
    partnerEvidence: (topic, partnerId, options = {}) =>
      evidenceFor(topic, options)[profile.partners.findIndex(({ id }) => id === partnerId)] ?? [],
  };
}
