import type { CityProfile } from './city-profile.ts';
import { invalid } from './errors.ts';
import type { Pillar } from './pillar.ts';

export type Laboratory = CityProfile['laboratories'][number];
type WithLaboratories = Pick<CityProfile, 'laboratories'>;

/** The laboratories that a topic belongs to: those that work on its first pillar. */
export const laboratoriesOf = ({ laboratories }: WithLaboratories, primaryPillar: Pillar | null): Laboratory[] =>
  primaryPillar === null ? [] : laboratories.filter(({ pillars }) => pillars.includes(primaryPillar));

/** The pillars that a laboratory works on. Throws `invalid` for one that the profile does not have. */
export function pillarsOfLaboratory({ laboratories }: WithLaboratories, id: string): readonly Pillar[] {
  const found = laboratories.find((one) => one.id === id);
  if (found !== undefined) return found.pillars;
  const known = laboratories.map((one) => one.id).join(', ') || '–';
  throw invalid(`laboratory: «${id}» is not known; known laboratories: ${known}.`, { laboratory: id });
}
