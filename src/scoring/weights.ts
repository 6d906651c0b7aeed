import { z } from 'zod';
import { PILLARS } from '../domain/pillar.ts';

/** What a topic is scored on: the city's interest, and the six pillars. */
export const TOPIC_TARGETS = ['city', ...PILLARS] as const;
export type TopicTarget = (typeof TOPIC_TARGETS)[number];

/** A topic of which only names are known, and one with text: their base rates differ, and how sure one can be. */
export const BASES = ['title', 'text'] as const;
export type Basis = (typeof BASES)[number];

/** A number per target; a target that is not named has 0. */
const perTarget = z.partialRecord(z.enum(TOPIC_TARGETS), z.number());
export type PerTarget = z.infer<typeof perTarget>;

/** A number of topics, and how many of them were wanted (or won by a municipality). */
const tally = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);

/** What a weight was learned from, for who reviews it; scoring does not look at it. */
const seenSchema = z.strictObject({
  /** Labelled topics that hold it, and how many of them a city wants. */
  labels: tally,
  /** Topics with known winners that hold it, and in how many a municipality won. */
  wins: tally,
});

/** A learned term: in how many topics of the corpus it stands, and what it is worth in the title and in the text. */
const termWeightSchema = z.strictObject({
  term: z.string().min(1),
  topics: z.number().int().nonnegative(),
  ...seenSchema.partial().shape,
  /** Subjects and themes of the lexicon that hold the term as well. */
  curated: z.array(z.string()).optional(),
  title: perTarget.default({}),
  text: perTarget.default({}),
});

/** What a subject of the lexicon is worth by where it is spoken of. */
const subjectWeightSchema = z.strictObject({
  title: perTarget,
  call: perTarget,
  text: perTarget,
});

/** `weights.json`: everything learned, a line a term, to be read in review. Written by the training script only. */
export const weightsSchema = z.strictObject({
  version: z.string(),
  note: z.string(),
  /** Topics over which `topics` of a term was counted. */
  corpusTopics: z.number().int().positive(),
  /** Where the sum starts, and the factor on all else that makes the score a probability. */
  bias: z.strictObject({ title: perTarget, text: perTarget }),
  scale: z.strictObject({ title: perTarget, text: perTarget }),
  /** A pillar is primary only where its score reaches this. */
  primaryFrom: z.strictObject({ title: z.number(), text: z.number() }),
  /** By `kind:value`, see `structuralFeatures`. */
  structure: z.record(z.string(), perTarget),
  /** What the structural weights were learned from, by the same names. */
  seen: z.record(z.string(), seenSchema).optional(),
  subjects: z.record(z.string(), subjectWeightSchema),
  /** By theme, e.g. in the title `mobility`, `mobility ambiguous`, `mobility beside city`, and `mobility in text`. */
  themes: z.record(z.string(), perTarget),
  terms: z.array(termWeightSchema),
});

export type Weights = z.infer<typeof weightsSchema>;
export type Seen = z.infer<typeof seenSchema>;
export type TermWeight = z.infer<typeof termWeightSchema>;
export type SubjectWeight = z.infer<typeof subjectWeightSchema>;
