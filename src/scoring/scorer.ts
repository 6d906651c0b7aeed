import type { PartnerEvidence } from '../domain/partner-reason.ts';
import type { PartnerScore, ScorableTopic, TopicScore } from '../domain/scoring.ts';
import type { Day } from '../domain/topic.ts';

export interface PartnerOptions {
  /** Projects that started after this day are left out of the track record. */
  trackRecordUntil?: Day;
}

/** Reads a topic and says what it is worth to the city, to each pillar and to each partner, and why. Pure. */
export interface Scorer {
  /** Version of lexicon, weights and formula. */
  readonly version: string;
  scoreTopic(topic: ScorableTopic): TopicScore;
  /** Every partner of the profile, in its order, zeros too. */
  scorePartners(topic: ScorableTopic, options?: PartnerOptions): PartnerScore[];
  partnerEvidence(topic: ScorableTopic, partnerId: string, options?: PartnerOptions): PartnerEvidence[];
}
