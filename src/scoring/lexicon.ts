import { z } from 'zod';
import { PILLARS } from '../domain/pillar.ts';

/**
 * The curated words of the trade. `ambiguous`: means something for a city only beside a city term; `boilerplate`: stands
 * in nearly every call text and counts in the title only.
 */
export const lexiconEntrySchema = z.strictObject({
  theme: z.enum(['city', ...PILLARS]),
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
  /** Phrases that cancel the words they cover: the transport of electrons is no mobility (DOMAIN §1.5). */
  antiContext: z.array(z.string().min(1)),
});

export type Lexicon = z.infer<typeof lexiconSchema>;
export type LexiconEntry = z.infer<typeof lexiconEntrySchema>;
