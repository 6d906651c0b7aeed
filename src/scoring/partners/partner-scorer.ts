import type { CityProfile } from '../../domain/city-profile.ts';
import type { PartnerEvidence, PartnerReason } from '../../domain/partner-reason.ts';
import type { ScorableTopic } from '../../domain/scoring.ts';
import type { Day } from '../../domain/topic.ts';
import { roundWeight } from '../recompute.ts';
import type { TermTable } from '../term-table.ts';
import type { TrackRecord } from '../track-record.ts';
import { type PartnerComparison, PartnerFeatureReader } from './partner-features.ts';
import { partnerRules, type RuleHit } from './partner-rules.ts';
import { partnerTraits } from './partner-traits.ts';
import { PARTNER_FEATURES, type PartnerWeights } from './partner-weights.ts';
import { reasonPhrase } from './reason-phrase.ts';
import { traitsOf, wonTopics } from './won-topics.ts';
import { WordSpace, type Words } from './word-space.ts';

export interface PartnerData {
  partnerWeights: PartnerWeights;
  trackRecord: TrackRecord;
  words: Words;
}

/** One topic held against the partners of the profile, by their place in it. */
export interface PartnerMatch {
  sum(partner: number): number;
  evidence(partner: number): PartnerEvidence[];
}

/** Matches a topic with all partners, by what was known on a day. */
export function createPartnerMatcher(
  { partners }: CityProfile,
  data: PartnerData,
  table: TermTable,
): (topic: ScorableTopic, until: Day | null) => PartnerMatch {
  const compare = createPartnerComparer({ partners }, data, table);
  const { bias } = data.partnerWeights;
  const weights = PARTNER_FEATURES.map((name) => data.partnerWeights.weights[name]);
  const width = PARTNER_FEATURES.length;
  return (topic, until) => {
    const comparison = compare(topic, until);
    const rulesFor = partnerRules(topic);
    const part = (partner: number, feature: number): number =>
      roundWeight((comparison.values[partner * width + feature] ?? 0) * (weights[feature] ?? 0));
    const rulesOf = (partner: number): readonly RuleHit[] => {
      const one = partners[partner];
      return one === undefined ? [] : rulesFor(one);
    };
    return {
      sum: (partner) => {
        let sum = roundWeight(bias);
        for (let feature = 0; feature < width; feature += 1) sum += part(partner, feature);
        for (const { weight } of rulesOf(partner)) sum += roundWeight(weight);
        return sum;
      },
      evidence: (partner) => {
        const item = (field: string, reason: PartnerReason, weight: number): PartnerEvidence => ({
          target: `partner:${partners[partner]?.id ?? ''}`,
          phrase: reasonPhrase(reason),
          field,
          start: null,
          end: null,
          weight: roundWeight(weight),
          reason,
        });
        return [
          item('bias', { kind: 'base-rate' }, bias),
          ...PARTNER_FEATURES.map((name, f) => item(name, comparison.reason(partner, name), part(partner, f))),
          ...rulesOf(partner).map(({ rule, weight }) => item('rule', { kind: 'rule', rule }, weight)),
        ].filter(({ field, weight }) => field === 'bias' || weight !== 0);
      },
    };
  };
}

/** The features of every partner for a topic; training reads the same. */
export function createPartnerComparer(
  { partners }: Pick<CityProfile, 'partners'>,
  { trackRecord, words }: Pick<PartnerData, 'trackRecord' | 'words'>,
  table: TermTable,
): (topic: ScorableTopic, until: Day | null, without?: string) => PartnerComparison {
  const space = new WordSpace(words);
  const traits = partners.map((partner) => partnerTraits(partner, space, table));
  const reader = new PartnerFeatureReader(traits, wonTopics(trackRecord, space, table), space);
  return (topic, until, without) =>
    reader.compare(traitsOf(topic.identifier, topic.title, space, table), until, without ?? null);
}
