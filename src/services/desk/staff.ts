import { readStaff, type StaffMember } from '../../../db/repositories/desk/staff.ts';
import type { Deps } from '../deps.ts';

export type { StaffMember };

/** Who is here, for lists to choose from. */
export const activeStaff = async ({ deps }: { deps: Pick<Deps, 'db'> }): Promise<StaffMember[]> =>
  [...(await readStaff(deps.db)).values()].filter(({ active }) => active);
