import type { Issue } from '../domain/issue.ts';
import type { Localised } from '../domain/labels/localised.ts';
import type { TopicDraft } from '../domain/topic.ts';

/** Who publishes, where, how often, and what to expect; shown on *Fonti* and in the folder's README. */
export interface SourceCard {
  id: string;
  name: Localised;
  publisher: string;
  homepage: string;
  licence: string;
  attribution: string;
  /** `daily` sources are read by `collect`; `monthly` ones by their own job. */
  rhythm: 'daily' | 'monthly';
  /** What a healthy reading looks like. */
  expects: { atLeastTopics: number };
  /** What surprised us, with the day it was seen. */
  quirks: { on: string; what: string; where: string }[];
}

/** A raw document as kept for `reparse`: one search row or one details file, as received. */
export interface RawDocument {
  /** `search:<reference>` or `details:<identifier>`. */
  document: string;
  /** Parsed JSON of the document. */
  payload: unknown;
}

/** What today's mapping makes of the raw documents of one topic; `draft` null = nothing usable, the issues say why. */
export interface Mapped {
  draft: TopicDraft | null;
  issues: Issue[];
}
