import { z } from 'zod';
import { PILLARS } from '../domain/pillar.ts';

/** What a curated word speaks for: a city's interest, or one pillar. */
export const THEMES = ['city', ...PILLARS] as const;

/**
 * A word of the trade. `ambiguous`: means something for a city only beside a city term; `boilerplate`: stands in nearly
 * every call text.
 */
const lexiconEntrySchema = z.strictObject({
  theme: z.enum(THEMES),
  term: z.string().min(1),
  language: z.enum(['en', 'it']),
  weight: z.number().int().min(1).max(3),
  flag: z.enum(['ambiguous', 'boilerplate']).optional(),
});

/** `lexicon.json`: kept by hand. */
export const lexiconSchema = z.strictObject({
  version: z.string(),
  source: z.string(),
  entries: z.array(lexiconEntrySchema),
  /**
   * Fields of work with the words they are told by, near to the city and far from it alike. What a field is worth is
   * learned once for all its words, so that a word no training topic held still counts.
   */
  subjects: z.record(z.string(), z.array(z.string().min(1))),
  /** Phrases that cancel the words they cover: the transport of electrons is no mobility (DOMAIN §1.5). */
  antiContext: z.array(z.string().min(1)),
});

export type Lexicon = z.infer<typeof lexiconSchema>;
export type LexiconEntry = z.infer<typeof lexiconEntrySchema>;
