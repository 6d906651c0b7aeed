import { z } from 'zod';
import { partnerSchema } from './partner.ts';
import { PILLARS } from './pillar.ts';

const localised = z.strictObject({ it: z.string(), en: z.string() });

/**
 * Everything that is one city's own. The code knows no city: Genova or Torino run the same code with another profile.
 * Each fact carries its source and date where people may ask for it.
 */
export const cityProfileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string(),
  city: localised,
  association: localised,
  country: z.string().length(2),
  /** Id of the partner that is the municipality itself. */
  municipality: z.string(),
  groups: z.array(z.strictObject({ pillar: z.enum(PILLARS), name: localised })).length(PILLARS.length),
  /** A second facet beside the pillar (Milan's seven *laboratori* of 2014); empty where a city has none. */
  laboratories: z.array(z.strictObject({ id: z.string(), name: localised, pillars: z.array(z.enum(PILLARS)) })),
  /** Facts that the eligibility rules H1–H9 read. `null` = unknown. */
  facts: z.strictObject({
    lighthouseIn: z
      .strictObject({ project: z.string(), topic: z.string(), grantAgreement: z.string(), source: z.string() })
      .nullable(),
    missionCity: z.boolean().nullable(),
    coastal: z.boolean(),
    island: z.boolean(),
    mountain: z.boolean(),
    rural: z.boolean(),
    plans: z.array(
      z.strictObject({ id: z.enum(['SECAP', 'SUMP', 'CCC', 'GEP']), has: z.boolean().nullable(), source: z.string() }),
    ),
    fundedSites: z.array(z.strictObject({ site: z.string(), project: z.string(), source: z.string() })),
  }),
  /** Shortlist thresholds of the city's own; see `src/scoring/shortlist-rule.ts`. */
  shortlist: z.strictObject({
    minRelevance: z.number().min(0).max(1),
    weeklyTriage: z.number().int().positive().default(12),
  }),
  partners: z.array(partnerSchema),
});

export type CityProfile = z.infer<typeof cityProfileSchema>;
