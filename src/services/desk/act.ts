import { LostRace, type Write, writeTogether } from '../../../db/repositories/desk/write-together.ts';
import type { Action } from '../../domain/desk/people/permissions.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can, type Subject } from '../../domain/desk/people/roles.ts';
import { conflict, Failure } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';

/** What every verb of the desk is given: the house, who asks, and what for. */
export interface Asked<Input> {
  deps: Deps;
  person: Person;
  input: Input;
}

/** Refuses who may not do this to that. */
export function mustBeAllowed(person: Person | null, action: Action, subject: Subject = {}): asserts person is Person {
  if (!can(person, action, subject)) throw new Failure('forbidden', `«${action}» is not for your role.`, { action });
}

/** Writes all or nothing; who came second learns from `told` what happened in the meantime. */
export async function write(
  { db }: Pick<Deps, 'db'>,
  writes: readonly Write[],
  told: () => Promise<Failure> = async () =>
    conflict('somebody was here first: read the page again before you decide.'),
): Promise<unknown[]> {
  try {
    return await writeTogether(db, writes);
  } catch (error) {
    if (error instanceof LostRace) throw await told();
    throw error;
  }
}

/** Short, opaque, safe in an address. */
export const newId = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 16);
