import type { Localised } from '../../domain/labels/localised.ts';
import { PILLARS, type Pillar } from '../../domain/pillar.ts';
import type { Deps } from '../deps.ts';
import { shortlistCounts } from '../matching/shortlist.ts';

/** One of the six working groups, with what waits for it. */
export interface PillarCard {
  pillar: Pillar;
  group: Localised;
  /** Topics on the shortlist whose first pillar this is. */
  listed: number;
  partners: number;
}

export async function listPillars({ deps }: { deps: Deps }): Promise<PillarCard[]> {
  const counts = await shortlistCounts(deps, deps.clock.now());
  return PILLARS.map((pillar) => ({
    pillar,
    group: deps.profile.groups.find((group) => group.pillar === pillar)?.name ?? { it: pillar, en: pillar },
    listed: counts[pillar] ?? 0,
    partners: deps.profile.partners.filter((partner) => partner.pillars.includes(pillar)).length,
  }));
}
