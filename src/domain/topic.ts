/** What one applies to. See DESIGN "The nouns"; every `null` means unknown, never zero or empty. */

export const TOPIC_KINDS = ['topic', 'cascade', 'external'] as const;
/** `topic`: a work-programme topic; `cascade`: a call of a funded project; `external`: an external-action call. */
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** The source of a call that somebody of the desk added: its words are theirs, in their language. */
export const HAND_SOURCE = 'hand';

export const SUBMISSION_STATUSES = ['forthcoming', 'open', 'closed'] as const;
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

export const DEADLINE_MODELS = ['single-stage', 'two-stage', 'multiple cut-off'] as const;
export type DeadlineModel = (typeof DEADLINE_MODELS)[number];

/** An ISO calendar day, `YYYY-MM-DD`, as Brussels reads it. */
export type Day = string;
/** An ISO instant in UTC, `YYYY-MM-DDTHH:MM:SSZ` (no fraction), so that strings compare as times do. */
export type Instant = string;

/** The key of a topic: the identifier for kind `topic`, the portal's `reference` for the other kinds. */
export type TopicKey = string;

export interface Deadline {
  at: Instant;
  /** 1 or 2 for a two-stage round. */
  stage?: number;
  /** 1, 2, … for a round with several cut-offs. */
  cutOff?: number;
  /** True where the portal's hour is not to be trusted (types 8 and 2) and people must check the call page. */
  hourUncertain?: boolean;
}

/** One submission window of a topic. Past deadlines of a window stay in it. */
export interface Round {
  opensOn: Day | null;
  deadlineModel: DeadlineModel | null;
  /** In ascending order of instant. */
  deadlines: Deadline[];
  /** The topic's own budget in euro, all years of the window summed. */
  budgetEur: number | null;
  /** True where the listed figure is a pot shared with sibling topics. */
  budgetShared: boolean;
  expectedGrants: number | null;
  minContributionEur: number | null;
  maxContributionEur: number | null;
}

export const SECTION_KINDS = [
  'challenge',
  'outcome',
  'scope',
  'impact',
  'objective',
  'trl',
  'conditions',
  'description',
  'other',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** A headed part of the call text: `html` is sanitised, `text` is plain and what scores, hashes and searches read. */
export interface Section {
  kind: SectionKind;
  heading: string;
  html: string;
  text: string;
}

/** What the portal says, apart from what we derive. `code` is kept even where we do not know it. */
export interface StatedStatus {
  status: SubmissionStatus | null;
  code: string | null;
}

/** A topic as one reading of a source gives it: normalised, not yet compared with the store. */
export interface TopicDraft {
  key: TopicKey;
  kind: TopicKind;
  identifier: string;
  reference: string | null;
  title: string;
  /** The document has no title of the call's own: a known one stays. */
  titleStandsIn?: boolean;
  /** The Commission's abbreviation (`HORIZON`, `LIFE`, …); null where the code is not in our table. */
  programme: string | null;
  callIdentifier: string | null;
  callTitle: string | null;
  parentIdentifier: string | null;
  url: string | null;
  stated: StatedStatus | null;
  /** Short codes of our own table: `RIA`, `IA`, `CSA`, … */
  typesOfAction: string[];
  keywords: string[];
  /** Programme-part codes or division ids, as the portal gives them. */
  programmeParts: string[];
  rounds: Round[];
  sections: Section[];
  /** Other names the authority used for the same topic: old identifiers, ccm2Id, reference. */
  aliases: string[];
}

/** A topic as the store holds it. */
export interface Topic extends Omit<TopicDraft, 'stated' | 'sections' | 'aliases'> {
  statedStatus: SubmissionStatus | null;
  statedStatusCode: string | null;
  /** Since when we know the stated status; null where nothing was ever stated. */
  statedSince: Instant | null;
  source: string;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  /** Instant of the last material change; null where none was seen. */
  lastChangedAt: Instant | null;
  withdrawnAt: Instant | null;
  /** How often it came back after it was withdrawn or muted. */
  returns: number;
  /** When it was last seen again after it was withdrawn. */
  returnedAt: Instant | null;
}
