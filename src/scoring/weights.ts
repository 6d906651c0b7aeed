import { z } from 'zod';
import { PILLARS } from '../domain/pillar.ts';

/** What a topic is scored on: the city's interest, and the six pillars. */
export const TOPIC_TARGETS = ['city', ...PILLARS] as const;
export type TopicTarget = (typeof TOPIC_TARGETS)[number];

/** Weight per target; a target that is not named has none. */
const perTarget = z.partialRecord(z.enum(TOPIC_TARGETS), z.number());
export type PerTarget = z.infer<typeof perTarget>;

/** A term with what it adds in the title and in the text, in how many training topics it stood, and where it is from. */
export const termWeightSchema = z.strictObject({
  term: z.string().min(1),
  title: perTarget.default({}),
  text: perTarget.default({}),
  topics: z.number().int().nonnegative().default(0),
  why: z.enum(['lexicon', 'learned', 'both']),
});

/** `weights.json`: everything learned, one reviewed line a term. Written by the training script only. */
export const weightsSchema = z.strictObject({
  version: z.string(),
  note: z.string().default(''),
  /** Where a sum starts: the base rate, which differs for a title alone and for a topic with text. */
  bias: z.strictObject({ title: perTarget, text: perTarget }),
  /** A pillar is primary only where its score reaches this. */
  primaryFrom: z.number(),
  structure: z.record(z.string(), perTarget),
  terms: z.array(termWeightSchema),
});

export type Weights = z.infer<typeof weightsSchema>;
export type TermWeight = z.infer<typeof termWeightSchema>;
