import { z } from 'zod';
import { readGroupPage, saveGroupPage } from '../../../db/repositories/desk/projects.ts';
import { insertObjective, readObjectives } from '../../../db/repositories/desk/reviews.ts';
import { readStaff } from '../../../db/repositories/desk/staff.ts';
import { brusselsInstant } from '../../domain/brussels.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { PLANS } from '../../domain/desk/review/objective.ts';
import type { Pillar } from '../../domain/pillar.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, newId, write } from './act.ts';

/** A working group: who coordinates it, who is in it, when it meets, what it reads calls against. */
export async function groupView(deps: Deps, group: Pillar, person: Person | null) {
  const staff = [...(await readStaff(deps.db)).values()].filter(({ active }) => active);
  const wears = (role: 'group-coordinator' | 'group-member') =>
    staff.filter(({ grants }) => grants.some((grant) => grant.role === role && grant.group === group));
  return {
    group,
    coordinators: wears('group-coordinator'),
    members: wears('group-member'),
    page: await readGroupPage(deps.db, group),
    objectives: (await readObjectives(deps.db)).filter((objective) => objective.group === group),
    mayEdit: can(person, 'group.edit', { groups: [group] }),
  };
}

const day = z
  .union([z.literal('').transform(() => null), z.iso.date()])
  .nullable()
  .default(null);

export const groupSchema = z.object({
  nextMeetingOn: day,
  place: z.string().trim().max(200).default(''),
  agenda: z.string().trim().max(4000).default(''),
});

export async function editGroup({ deps, person, input }: Asked<z.output<typeof groupSchema> & { group: Pillar }>) {
  const { group, nextMeetingOn, place, agenda } = input;
  mustBeAllowed(person, 'group.edit', { groups: [group] });
  const nextMeetingAt = nextMeetingOn === null ? null : brusselsInstant(nextMeetingOn, 15);
  await write(deps, [saveGroupPage(deps.db, { group, nextMeetingAt, place: place || null, agenda: agenda || null })]);
}

export const objectiveSchema = z.object({ plan: z.enum(PLANS), text: z.string().trim().min(1).max(500), dueOn: day });

export async function addObjective({
  deps,
  person,
  input,
}: Asked<z.output<typeof objectiveSchema> & { group: Pillar }>) {
  mustBeAllowed(person, 'group.edit', { groups: [input.group] });
  await write(deps, [insertObjective(deps.db, { ...input, id: newId() })]);
}
