import type { CityProfile } from '../../domain/city-profile.ts';
import { createScorer } from '../../scoring/create-scorer.ts';
import type { Scorer } from '../../scoring/scorer.ts';
import type { ScoringData } from '../../scoring/scoring-data.ts';
import type { TrackRecord } from '../../scoring/track-record.ts';
import { mergeTrackRecords } from '../collect/renew-track-record.ts';

/** A scorer that can be told fresher facts of who won what; it is then another version. */
export interface LearningScorer extends Scorer {
  learn(fresh: TrackRecord): void;
}

/** Built at the first wish, and anew after it has learned: who scores nothing does not wait for it. */
export function learningScorer(profile: CityProfile, readData: () => ScoringData): LearningScorer {
  let built: Scorer | undefined;
  let fresh: TrackRecord | undefined;
  const scorer = (): Scorer => {
    built ??= createScorer({ profile, data: withFresh(readData(), fresh) });
    return built;
  };
  return {
    learn: (facts) => {
      fresh = facts;
      built = undefined;
    },
    get version() {
      return scorer().version;
    },
    scoreTopic: (topic) => scorer().scoreTopic(topic),
    scorePartners: (topic, options) => scorer().scorePartners(topic, options),
    partnerEvidence: (topic, partnerId, options) => scorer().partnerEvidence(topic, partnerId, options),
  };
}

const withFresh = (data: ScoringData, fresh: TrackRecord | undefined): ScoringData =>
  fresh === undefined ? data : { ...data, trackRecord: mergeTrackRecords(data.trackRecord, fresh) };
