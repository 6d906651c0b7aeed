import { z } from 'zod';
import type { Language } from './labels/localised.ts';
import { PILLARS } from './pillar.ts';

/** CORDIS activity types: public body, higher education, research, private for profit, other. */
export const PARTNER_TYPES = ['PUB', 'HES', 'REC', 'PRC', 'OTH'] as const;
export type PartnerType = (typeof PARTNER_TYPES)[number];

/** What a body can be in a consortium (DOMAIN §3.1). */
export const CITY_ROLES = [
  'coordinator',
  'lighthouse',
  'follower',
  'pilot',
  'procurer',
  'partner',
  'linked-third-party',
  'associated',
  'supporter',
  'cascade',
] as const;
export type CityRole = (typeof CITY_ROLES)[number];

export const isCityRole = (name: string): name is CityRole => CITY_ROLES.some((role) => role === name);

/** A Participant Identification Code: text of nine digits, never a number. */
export const picSchema = z.string().regex(/^\d{9}$/, 'a PIC is nine digits');

export const partnerSchema = z.strictObject({
  /** Stable id of ours, kebab-case; the PIC may be unknown or change with a merger. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  legalName: z.string().min(1),
  type: z.enum(PARTNER_TYPES),
  pic: picSchema.nullable(),
  /** PICs of bodies merged into this one. A `pic` that also stands here is the last one known, from before the merger. */
  formerPics: z.array(picSchema).default([]),
  pillars: z.array(z.enum(PILLARS)),
  competences: z.strictObject({ it: z.array(z.string()), en: z.array(z.string()) }),
  relation: z.enum(['founder', 'member', 'collaborator', 'external', 'peer']),
  /** Roles this body can take at all (a university is no procurer). */
  roles: z.array(z.enum(CITY_ROLES)),
  facts: z
    .strictObject({
      /** Has a Gender Equality Plan; null = unknown. */
      genderEqualityPlan: z.boolean().nullable().default(null),
      /** A small or medium-sized enterprise by the EU definition; null = unknown. */
      sme: z.boolean().nullable().default(null),
      /** Funds research or innovation by calls of its own, as ERA-NET and partnership calls ask. */
      programmeOwner: z.boolean().default(false),
      lighthouseAlready: z.boolean().default(false),
    })
    .prefault({}),
  note: z.string().optional(),
});

export type Partner = z.infer<typeof partnerSchema>;

/** A competence, which the matcher knows in English, in a reader's language: the profile lists both in the same order. */
export function competenceIn(
  { partners }: { partners: readonly Pick<Partner, 'id' | 'competences'>[] },
  partner: string,
  english: string,
  lang: Language,
): string {
  const competences = partners.find(({ id }) => id === partner)?.competences;
  return competences?.[lang][competences.en.indexOf(english)] ?? english;
}
