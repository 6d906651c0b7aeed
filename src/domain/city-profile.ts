import { z } from 'zod';
import { partnerSchema } from './partner.ts';
import { PILLARS } from './pillar.ts';

const localised = z.strictObject({ it: z.string(), en: z.string() });

/**
 * Everything that is one city's own. The code knows no city: Genova or Torino run the same code with another profile.
 * Each fact carries its source and date where people may ask for it.
 */
export const cityProfileSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.string(),
    city: localised,
    association: localised,
    country: z.string().length(2),
    /** The day (`MM-DD`) of the city's patron, on which its offices are closed. */
    patronDay: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .nullable()
      .default(null),
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
      /** One of the 112 cities of the Cities Mission. */
      missionCity: z.boolean().nullable(),
      missionCitySource: z.string().nullable().default(null),
      coastal: z.boolean(),
      island: z.boolean(),
      mountain: z.boolean(),
      rural: z.boolean(),
      plans: z.array(
        z.strictObject({
          id: z.enum(['SECAP', 'SUMP', 'CCC', 'GEP']),
          has: z.boolean().nullable(),
          source: z.string(),
        }),
      ),
      fundedSites: z.array(z.strictObject({ site: z.string(), project: z.string(), source: z.string() })),
    }),
    /** Shortlist thresholds of the city's own; see `src/scoring/shortlist-rule.ts`. */
    shortlist: z.strictObject({
      minRelevance: z.number().min(0).max(1),
      weeklyTriage: z.number().int().positive().default(12),
    }),
    partners: z.array(partnerSchema),
  })
  .superRefine((profile, context) => {
    for (const [path, message] of inconsistencies(profile)) context.addIssue({ code: 'custom', path, message });
  });

export type CityProfile = z.infer<typeof cityProfileSchema>;

/** A profile that cannot be used; `problems` names every fault at once, one line each. */
export class CityProfileError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`not a city profile:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'CityProfileError';
    this.problems = problems;
  }
}

/** The profile that the parsed JSON of a profile file holds. Throws `CityProfileError`: which field, which value, what was expected. */
export function parseCityProfile(json: unknown): CityProfile {
  const parsed = cityProfileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new CityProfileError(
    parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || '(file)'}: ${shown(at(json, path))}: ${message}`,
    ),
  );
}

type Inconsistency = [path: (string | number)[], message: string];

/** What a type cannot say: ids are unique, the municipality is a partner, each pillar has its group. */
function inconsistencies(profile: {
  municipality: string;
  groups: readonly { pillar: string }[];
  partners: readonly { id: string; pic: string | null }[];
}): Inconsistency[] {
  const found: Inconsistency[] = [];
  const ids = profile.partners.map((partner) => partner.id);
  const pics = profile.partners.map((partner) => partner.pic);
  if (!ids.includes(profile.municipality)) found.push([['municipality'], 'expected the id of one of the partners']);
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) < index) found.push([['partners', index, 'id'], 'expected an id that no other partner has']);
    const pic = pics[index] ?? null;
    if (pic !== null && pics.indexOf(pic) < index)
      found.push([['partners', index, 'pic'], 'expected a PIC that no other partner has']);
  }
  for (const pillar of PILLARS) {
    if (!profile.groups.some((group) => group.pillar === pillar))
      found.push([['groups'], `expected one group for the pillar ${pillar}`]);
  }
  return found;
}

function at(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
