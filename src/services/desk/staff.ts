import { readStaff, type StaffMember } from '../../../db/repositories/desk/staff.ts';
import type { Deps } from '../deps.ts';

export type { StaffMember };

/** Who is here, for lists to choose from. */
export const activeStaff = async ({ deps }: { deps: Pick<Deps, 'db'> }): Promise<StaffMember[]> =>
  [...(await readStaff(deps.db)).values()].filter(({ active }) => active);

/** The same with everybody's name, those who have left too: history speaks of them. */
export async function staffAndNames({ deps }: { deps: Pick<Deps, 'db'> }) {
  const all = await readStaff(deps.db);
  return {
    staff: [...all.values()].filter(({ active }) => active),
    names: new Map([...all].flatMap(([id, { name }]) => (name === null ? [] : [[id, name] as const]))),
  };
}
