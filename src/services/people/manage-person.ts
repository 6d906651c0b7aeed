import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import {
  grantOf,
  insertGrant,
  listHolders,
  readPersonRow,
  revokeGrantRow,
  scopeOfGrant,
  updatePerson,
} from '../../../db/repositories/people.ts';
import { revokeSessionsOf } from '../../../db/repositories/sessions.ts';
import { type Grant, type PersonId, ROLES, type Role } from '../../domain/desk/people/person.ts';
import { conflict, invalid, notFound } from '../../domain/errors.ts';
import { realNow } from '../access/real-time.ts';
import type { Deps } from '../deps.ts';
import { given } from './take-in.ts';

type Given<Input> = {
  deps: Pick<Deps, 'db' | 'clock' | 'profile'>;
  input: Input & { by: PersonId | null; person: PersonId };
};

/** A role with the scope that it needs, from the three fields of a form; the others are ignored. */
export const grantSchema = z
  .object({ role: z.enum(ROLES), group: z.string().default(''), body: z.string().default(''), directorate: z.string() })
  .partial({ directorate: true })
  .transform(({ role, group, body, directorate }, context): Grant => {
    const scopes = { partner: body, directorate: (directorate ?? '').trim().slice(0, 120) };
    const scope = role === 'partner' || role === 'directorate' ? scopes[role] : group;
    const grant = grantOf(role, scope);
    if (grant !== null) return grant;
    context.addIssue(missingScope(role));
    return z.NEVER;
  });

/** The field of the form that such a role cannot do without. */
function missingScope(role: Role): z.core.$ZodRawIssue {
  if (role === 'directorate')
    return { code: 'too_small', origin: 'string', minimum: 1, input: '', path: ['directorate'] };
  return { code: 'invalid_value', values: [], input: '', path: [role === 'partner' ? 'body' : 'group'] };
}

/** Gives a role; the same one twice changes nothing. */
export async function giveRole({ deps, input: { by, person, grant } }: Given<{ grant: Grant }>): Promise<void> {
  const { row, grants } = await existing(deps, person);
  if (row.erasedAt !== null) throw conflict('an erased person holds no role', { person });
  if ('body' in grant && !deps.profile.partners.some(({ id }) => id === grant.body))
    throw invalid(`«${grant.body}» is no body of the profile`, { field: 'body' });
  const same = ({ role, scope, revokedAt }: (typeof grants)[number]) =>
    revokedAt === null && role === grant.role && scope === scopeOfGrant(grant);
  if (grants.some(same)) return;
  const at = deps.clock.now();
  await deps.db.batch([insertGrant(deps.db, person, grant, by, at), given(deps, at, by, person, grant)]);
}

/** Takes a role away; the last administrator keeps theirs. */
export async function takeRole({ deps, input: { by, person, grantId } }: Given<{ grantId: number }>): Promise<void> {
  const { grants } = await existing(deps, person);
  const grant = grants.find(({ id, revokedAt }) => id === grantId && revokedAt === null);
  if (grant === undefined) throw notFound('role', String(grantId));
  if (grant.role === 'administrator') await keepOneAdministrator(deps, person);
  const at = deps.clock.now();
  const detail = { role: grant.role, scope: grant.scope };
  await deps.db.batch([
    revokeGrantRow(deps.db, person, grantId, by, at),
    logged(deps.db, {
      at,
      personId: by,
      action: 'people.role-taken',
      subjectKind: 'person',
      subjectId: person,
      detail,
    }),
  ]);
}

/** Shuts a person out at once, or lets them in again; roles stay as they are. */
export async function setDisabled({ deps, input }: Given<{ disabled: boolean }>): Promise<void> {
  const { by, person, disabled } = input;
  const { row } = await existing(deps, person);
  if (row.erasedAt !== null) throw conflict('an erased person cannot come back', { person });
  if (disabled) await keepOneAdministrator(deps, person);
  const at = deps.clock.now();
  await deps.db.batch([
    updatePerson(deps.db, person, { disabledAt: disabled ? at : null }),
    revokeSessionsOf(deps.db, person, realNow()),
    logged(deps.db, {
      at,
      personId: by,
      action: disabled ? 'people.disabled' : 'people.enabled',
      subjectKind: 'person',
      subjectId: person,
      detail: {},
    }),
  ]);
}

/** Refuses what would leave the house without anybody to run it. */
export async function keepOneAdministrator({ db }: Pick<Deps, 'db'>, leaving: PersonId): Promise<void> {
  const holders = await listHolders(db, 'administrator');
  if (holders.length === 1 && holders[0] === leaving)
    throw conflict('the last administrator must name another one first', { reason: 'last-administrator' });
}

async function existing({ db }: Pick<Deps, 'db'>, person: PersonId) {
  const found = await readPersonRow(db, person);
  if (found === null) throw notFound('person', person);
  return found;
}
