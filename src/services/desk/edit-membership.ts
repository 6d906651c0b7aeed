import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { membershipsOf, updateMembership } from '../../../db/repositories/desk/memberships.ts';
import { leave, type Membership } from '../../domain/desk/interest/membership.ts';
import { conflict } from '../../domain/errors.ts';
import { picSchema } from '../../domain/partner.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { blankIsNull } from './blank-is-null.ts';
import { mustBeStaff } from './open-dossier.ts';

const version = z.coerce.number().int().positive();
export const membershipSchema = z.object({
  contact: blankIsNull(z.string().max(40)),
  pic: blankIsNull(picSchema),
  lear: blankIsNull(z.string().trim().max(120)),
  genderEqualityPlan: z
    .enum(['yes', 'no', 'unknown'])
    .transform((answer) => (answer === 'unknown' ? null : answer === 'yes')),
  version,
});

export const exitSchema = z.object({ leftOn: z.iso.date(), version });

type Own<Input> = Asked<Input & { bodyId: string; version: number }>;

/** Contact person, PIC, LEAR and Gender Equality Plan: what a bid asks for at the last minute. */
export async function editMembership({ input, ...by }: Own<z.output<typeof membershipSchema>>): Promise<void> {
  const { bodyId, version: read, ...change } = input;
  await mustBeStaff(by.deps, change.contact, 'contact');
  await changeStanding({ ...by, input: { bodyId, version: read } }, 'membership.edit', () => change);
}

/** The body leaves; what it was stays. */
export async function endMembership({ input, ...by }: Own<z.output<typeof exitSchema>>): Promise<void> {
  const { leftOn, ...which } = input;
  await changeStanding({ ...by, input: which }, 'membership.end', (standing) => ({
    leftOn: leave(standing, leftOn).leftOn,
  }));
}

async function changeStanding(
  { deps, person, input: { bodyId, version: read } }: Own<object>,
  action: string,
  to: (standing: Membership) => Partial<Membership>,
): Promise<void> {
  mustBeAllowed(person, 'membership.edit', { bodies: [bodyId] });
  const standing = (await membershipsOf(deps.db, bodyId)).findLast(({ leftOn }) => leftOn === null);
  if (standing === undefined) throw conflict('that body has no membership to change');
  await write(deps, [
    updateMembership(deps.db, { id: standing.id, version: read }, to(standing)),
    logged(deps.db, {
      at: deps.clock.now(),
      personId: person.id,
      action,
      subjectKind: 'body',
      subjectId: bodyId,
      detail: {},
    }),
  ]);
}
