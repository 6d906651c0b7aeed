import { join } from 'node:path';
import type { CityProfile } from '../../src/domain/city-profile.ts';
import type { ScorableTopic } from '../../src/domain/scoring.ts';
import { createPartnerComparer } from '../../src/scoring/partners/partner-scorer.ts';
import { PARTNER_FEATURES } from '../../src/scoring/partners/partner-weights.ts';
import { type Words, wordsSchema } from '../../src/scoring/partners/word-space.ts';
import type { TermTable } from '../../src/scoring/term-table.ts';
import type { TrackRecord } from '../../src/scoring/track-record.ts';
import { readJson, scoringDataDir } from './read-scoring-data.ts';
import type { PartnerLesson } from './train/fit-partners.ts';

/** A lesson with the topic it is about. */
export interface PartnerCase extends PartnerLesson {
  topic: ScorableTopic;
  winnerIds: Set<string>;
}

export interface PartnerGold {
  profile: CityProfile;
  trackRecord: TrackRecord;
  table: TermTable;
  corpus: ReadonlyMap<string, ScorableTopic>;
}

/** By topic the places in the profile of those who won in it. */
type Winners = ReadonlyMap<string, ReadonlySet<number>>;

/** By when the wins of the gold (2014–2016) had all started. */
export const ALL_STARTED = '2018-12-31';

export function readWords(): Words {
  return wordsSchema.parse(readJson(join(scoringDataDir, 'words.json')));
}

/**
 * Every topic that partners of the profile won, as if it were still to be decided: what was won in the topic itself is
 * hidden, and with `until` everything that started later.
 */
export function partnerCases(
  gold: PartnerGold,
  tested: (topic: ScorableTopic) => boolean,
  until: string,
  winners: Winners = winnersInRecord(gold),
): PartnerCase[] {
  const { profile, trackRecord, table, corpus } = gold;
  const features = createPartnerComparer(profile, { trackRecord, words: readWords() }, table);
  return [...winners].flatMap(([id, won]): PartnerCase[] => {
    const topic = corpus.get(id);
    if (topic === undefined || !tested(topic)) return [];
    const { values } = features(topic, until, id);
    const width = PARTNER_FEATURES.length;
    const rows = profile.partners.map((_, i) => [...values.subarray(i * width, (i + 1) * width)]);
    const winnerIds = new Set([...won].map((i) => profile.partners[i]?.id ?? ''));
    return [{ topic, rows, winners: [...won], winnerIds }];
  });
}

function winnersInRecord({ profile, trackRecord }: PartnerGold): Winners {
  const winners = new Map<string, Set<number>>();
  for (const { pic, topic, startOn } of trackRecord.participations) {
    const partner = profile.partners.findIndex((one) => one.pic === pic || one.formerPics.includes(pic));
    if (partner >= 0 && startOn !== null && startOn <= ALL_STARTED) {
      winners.set(topic, (winners.get(topic) ?? new Set()).add(partner));
    }
  }
  return winners;
}
