import type { CityProfile } from '../domain/city-profile.ts';
import type { Partner } from '../domain/partner.ts';
import type { Evidence, ScorableTopic, TopicScore } from '../domain/scoring.ts';
import { roundWeight } from './recompute.ts';
import type { PartnerOptions } from './scorer.ts';
import type { TrackRecord } from './track-record.ts';

/** First version: how often a partner won before, and whether the topic's pillars are its own. */
export function partnerEvidence(
  partner: Partner,
  topic: ScorableTopic,
  score: TopicScore,
  record: TrackRecord,
  { trackRecordUntil }: PartnerOptions,
): Evidence[] {
  const target = `partner:${partner.id}` as const;
  const pics = new Set([partner.pic, ...partner.formerPics]);
  const until = trackRecordUntil ?? topic.deadlineOn ?? '9999-12-31';
  const wins = record.participations.filter(
    (one) => pics.has(one.pic) && one.startOn !== null && one.startOn <= until,
  ).length;
  const fit = Math.max(0, ...partner.pillars.map((pillar) => score.pillars[pillar]));
  const item = (field: string, phrase: string, weight: number): Evidence => ({
    target,
    phrase,
    field,
    start: null,
    end: null,
    weight: roundWeight(weight),
  });
  return [
    item('bias', 'base rate', -4),
    item('trackRecord', `${wins} past projects`, 0.6 * Math.log1p(wins)),
    item('pillar', partner.pillars.join(', '), 1.5 * fit),
  ];
}

export function partnersOf(profile: CityProfile): readonly Partner[] {
  return profile.partners;
}
