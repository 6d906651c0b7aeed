import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CityProfile, cityProfileSchema } from '../../src/domain/city-profile.ts';
import { parseScoringData, SCORING_DATA_FILES, type ScoringData } from '../../src/scoring/scoring-data.ts';

const root = join(import.meta.dirname, '../..');

export const scoringDataDir = join(root, 'src/scoring/data');

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The scoring data as the entries read them. */
export function readScoringData(): ScoringData {
  return parseScoringData(
    Object.fromEntries(SCORING_DATA_FILES.map((name) => [name, readJson(join(scoringDataDir, name))])),
  );
}

export function readProfile(id: string): CityProfile {
  return cityProfileSchema.parse(readJson(join(root, 'db/seed/profiles', `${id}.json`)));
}
