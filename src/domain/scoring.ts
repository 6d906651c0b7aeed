import type { Pillar, PillarScores } from './pillar.ts';
import type { Day, SectionKind } from './topic.ts';

/** Where a scored text stands. `section:<n>` is the n-th section of the topic; `description` is used for imported lines. */
export type ScoredField = 'title' | 'callTitle' | 'keywords' | 'description' | `section:${number}`;

/** All the scorer may look at; callers hand it over, the scorer reads nothing else. */
export interface ScorableTopic {
  key: string;
  identifier: string;
  title: string;
  programme: string | null;
  callIdentifier: string | null;
  callTitle: string | null;
  typesOfAction: readonly string[];
  /** A string array is scored as its items joined by one space, and spans index that string. */
  keywords: readonly string[];
  programmeParts: readonly string[];
  texts: readonly { field: ScoredField; kind: SectionKind; text: string }[];
  /** Last deadline, for recency of track records; null where unknown. */
  deadlineOn: Day | null;
}

/** `city`, a pillar, or `partner:<id>`. */
export type EvidenceTarget = 'city' | Pillar | `partner:${string}`;

/**
 * One contribution to one number. A phrase has a field and a span (`text.slice(start, end)` is the phrase); a structural
 * feature (programme part, identifier family, action type, past project) has `start: null` and a phrase that names it.
 */
export interface Evidence {
  target: EvidenceTarget;
  phrase: string;
  field: string;
  start: number | null;
  end: number | null;
  /** Additive contribution on the scorer's inner scale; see `recompute`. */
  weight: number;
}

export interface TopicScore {
  /** 0–1, calibrated: of topics scored 0.8 about 80 % are wanted. */
  cityRelevance: number;
  pillars: PillarScores;
  primaryPillar: Pillar | null;
  evidence: Evidence[];
  /** Version of lexicon, weights and formula that produced the numbers. */
  version: string;
}

export interface PartnerScore {
  partnerId: string;
  pic: string | null;
  /** 0–1. */
  score: number;
}
