import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { findSitting } from '../../../db/repositories/desk/board.ts';
import { insertMembership, membershipsOf, updateMembership } from '../../../db/repositories/desk/memberships.ts';
import { admit, MEMBER_KINDS, membershipOn, votes } from '../../domain/desk/interest/membership.ts';
import { invalid } from '../../domain/errors.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { memberBody } from './memberships.ts';

export const admissionSchema = z.object({
  kind: z.enum(MEMBER_KINDS),
  admittedOn: z.iso.date(),
  /** The sitting that admitted it; empty = none. */
  sittingId: z.string().max(40).default(''),
});

/** Admits a body, or changes what it is; its papers and its contact go along. */
export async function admitBody({ deps, person, input }: Asked<z.output<typeof admissionSchema> & { bodyId: string }>) {
  const { bodyId, kind, admittedOn, sittingId } = input;
  const { db } = deps;
  const body = memberBody(deps, bodyId);
  mustBeAllowed(person, votes(kind) ? 'membership.admit' : 'membership.edit', { bodies: [bodyId] });
  if (sittingId !== '' && (await findSitting(db, sittingId)) === null)
    throw invalid('there is no such sitting', { field: 'sittingId', say: 'choose' });
  const known = await membershipsOf(db, bodyId);
  const before = membershipOn(known, bodyId, admittedOn);
  const { contact = null, lear = null, genderEqualityPlan = null } = before ?? {};
  const admitted = {
    bodyId,
    kind,
    admittedOn,
    sittingId: sittingId || null,
    leftOn: null,
    contact,
    pic: before?.pic ?? body.pic,
    lear,
    genderEqualityPlan: genderEqualityPlan ?? body.facts.genderEqualityPlan,
  };
  admit(known, admitted);
  await write(deps, [
    ...(before === null ? [] : [updateMembership(db, before, { leftOn: admittedOn })]),
    insertMembership(db, admitted),
    logged(db, {
      at: deps.clock.now(),
      personId: person.id,
      action: 'membership.admit',
      subjectKind: 'body',
      subjectId: bodyId,
      detail: { kind, admittedOn },
    }),
  ]);
}
