import type { CityProfile } from '../../domain/city-profile.ts';
import type { Evidence, ScorableTopic } from '../../domain/scoring.ts';
import type { Day } from '../../domain/topic.ts';
import { roundWeight } from '../recompute.ts';
import type { TermTable } from '../term-table.ts';
import type { TrackRecord } from '../track-record.ts';
import { FOREVER, type PartnerFeatures, type PartnerTraits, partnerFeatures } from './partner-features.ts';
import { partnerRules, type RuleHit } from './partner-rules.ts';
import { PARTNER_FEATURES, type PartnerWeights } from './partner-weights.ts';
import { traitsOf, wonTopics } from './won-topics.ts';
import { toUnit, WordSpace, type Words } from './word-space.ts';

export interface PartnerData {
  partnerWeights: PartnerWeights;
  trackRecord: TrackRecord;
  words: Words;
}

/** What speaks for and against each partner of the profile, in its order. */
export type PartnerScorer = (topic: ScorableTopic, until: Day | null) => Evidence[][];

export function createPartnerScorer(profile: CityProfile, data: PartnerData, table: TermTable): PartnerScorer {
  const features = createFeatureReader(profile, data, table);
  return (topic, until) => {
    const rulesFor = partnerRules(topic);
    return features(topic, until).map((values, i) => {
      const partner = profile.partners[i];
      return partner === undefined ? [] : evidenceOf(partner.id, values, rulesFor(partner), data.partnerWeights);
    });
  };
}

/** The features of every partner for a topic; training reads the same. */
export function createFeatureReader(
  profile: CityProfile,
  { trackRecord, words }: Pick<PartnerData, 'trackRecord' | 'words'>,
  table: TermTable,
): (topic: ScorableTopic, until: Day | null, without?: string) => PartnerFeatures[] {
  const space = new WordSpace(words);
  const won = wonTopics(trackRecord, space, table);
  const familyTopics = new Map<string, number>();
  for (const { traits } of won)
    for (const one of traits.families) familyTopics.set(one, (familyTopics.get(one) ?? 0) + 1);
  const partners = profile.partners.map((partner): PartnerTraits => {
    const stems = partner.competences.en.map((one) => space.stems(one));
    const subjects = new Float64Array(table.subjects.length);
    for (const one of partner.competences.en) {
      traitsOf('', one, space, table).subjects.forEach((value, s) => {
        subjects[s] = (subjects[s] ?? 0) + value;
      });
    }
    return {
      partner,
      pics: new Set([...(partner.pic === null ? [] : [partner.pic]), ...partner.formerPics]),
      words: space.wordVector(stems.flat()),
      subjects: toUnit(subjects),
      competences: partner.competences.en.map((name, i) => ({ name, meaning: space.meaning(stems[i] ?? []) })),
    };
  });
  return (topic, until, without) => {
    const others = without === undefined ? won : won.filter(({ traits }) => traits.id !== without);
    return partnerFeatures(
      traitsOf(topic.identifier, topic.title, space, table),
      partners,
      others,
      familyTopics,
      until ?? FOREVER,
    );
  };
}

function evidenceOf(
  id: string,
  features: PartnerFeatures,
  rules: readonly RuleHit[],
  weights: PartnerWeights,
): Evidence[] {
  const item = (field: string, phrase: string, weight: number): Evidence => ({
    target: `partner:${id}`,
    phrase,
    field,
    start: null,
    end: null,
    weight: roundWeight(weight),
  });
  return [
    item('bias', 'base rate', weights.bias),
    ...PARTNER_FEATURES.map((name) =>
      item(name, features[name].reason, features[name].value * (weights.weights[name] ?? 0)),
    ),
    ...rules.map(({ rule, weight }) => item('rule', rule, weight)),
  ].filter(({ field, weight }) => field === 'bias' || weight !== 0);
}
