import { z } from 'zod';
import type { CityRole, PartnerType } from '../../domain/partner.ts';
import { PILLARS, type Pillar } from '../../domain/pillar.ts';
import type { Deps } from '../deps.ts';
import { pagingSchema } from '../paging.ts';
import { afterId, stretchOf, toWalkPage, type WalkPage } from '../walk.ts';

export const listPartnersSchema = z.strictObject({
  ...pagingSchema.shape,
  pillar: z.enum(PILLARS).optional(),
  after: afterId.optional(),
});
export type ListPartnersQuery = z.output<typeof listPartnersSchema>;

/** What anybody may know of a partner. */
export interface PartnerCard {
  id: string;
  pic: string | null;
  name: string;
  legalName: string;
  type: PartnerType;
  relation: string;
  pillars: Pillar[];
  competences: { it: string[]; en: string[] };
  roles: CityRole[];
}

/** The partners of the city profile, in its order; walked with `after`, by id. */
export async function listPartners({
  deps,
  input,
}: {
  deps: Deps;
  input: ListPartnersQuery;
}): Promise<WalkPage<PartnerCard, string>> {
  const { pillar } = input;
  const wanted = deps.profile.partners.filter((partner) => pillar === undefined || partner.pillars.includes(pillar));
  const stretch = stretchOf(wanted, input, ({ id }) => id);
  const cards = stretch.some.map(
    ({ id, pic, name, legalName, type, relation, pillars, competences, roles }): PartnerCard => ({
      id,
      pic,
      name,
      legalName,
      type,
      relation,
      pillars,
      competences,
      roles,
    }),
  );
  return toWalkPage(cards, stretch, input);
}
