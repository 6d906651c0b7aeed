import { type Lexicon, lexiconSchema } from './lexicon.ts';
import { type PartnerWeights, partnerWeightsSchema } from './partners/partner-weights.ts';
import { type Words, wordsSchema } from './partners/word-space.ts';
import { type TrackRecord, trackRecordSchema } from './track-record.ts';
import { type Weights, weightsSchema } from './weights.ts';

/** The files under `src/scoring/data/` that the scorer needs; the entry reads them and hands them in, parsed from JSON. */
export const SCORING_DATA_FILES = [
  'lexicon.json',
  'weights.json',
  'partner-weights.json',
  'track-record.json',
  'words.json',
] as const;
export type ScoringDataFile = (typeof SCORING_DATA_FILES)[number];

export interface ScoringData {
  lexicon: Lexicon;
  weights: Weights;
  partnerWeights: PartnerWeights;
  /** The bundled facts; a store that knows fresher ones (source `cordis`) hands in its own. */
  trackRecord: TrackRecord;
  words: Words;
}

/** Checks what was read from the data files, by file name. */
export function parseScoringData(files: Readonly<Record<string, unknown>>): ScoringData {
  return {
    lexicon: lexiconSchema.parse(files['lexicon.json']),
    weights: weightsSchema.parse(files['weights.json']),
    partnerWeights: partnerWeightsSchema.parse(files['partner-weights.json']),
    trackRecord: trackRecordSchema.parse(files['track-record.json']),
    words: wordsSchema.parse(files['words.json']),
  };
}
