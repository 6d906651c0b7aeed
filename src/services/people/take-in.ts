import { randomUUID } from 'node:crypto';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { type Write, writeTogether } from '../../../db/repositories/desk/write-together.ts';
import { insertGrant, insertPerson, listPeopleRows, scopeOfGrant } from '../../../db/repositories/people.ts';
import type { Grant, PersonId } from '../../domain/desk/people/person.ts';
import { readAssociation } from '../access/association.ts';
import type { Deps } from '../deps.ts';
import { type Fault, type Newcomer, readPeople } from './read-people.ts';

export interface TakenIn {
  added: PersonId[];
  /** Known before, or twice in the list; they got the hats they lacked. */
  known: PersonId[];
  faults: Fault[];
}

/** Takes in everybody whom a pasted list describes well, and hands the other lines back as they were. */
export async function takeInPeople({
  deps,
  input: { text, by },
}: {
  deps: Pick<Deps, 'db' | 'clock' | 'profile'>;
  input: { text: string; by: PersonId | null };
}): Promise<TakenIn> {
  const { groups } = await readAssociation({ deps });
  const { newcomers, faults } = readPeople(text, { profile: deps.profile, groups });
  return { ...(await takeIn(deps, newcomers, by)), faults };
}

/** Writes people and their hats in one go; who is known by address keeps name and body and gets the hats they lack. */
export async function takeIn(
  deps: Pick<Deps, 'db' | 'clock'>,
  newcomers: readonly Omit<Newcomer, 'line'>[],
  by: PersonId | null,
): Promise<Omit<TakenIn, 'faults'>> {
  const at = deps.clock.now();
  const worn = await hatsByAddress(deps);
  const writes: Write[] = [];
  const added = new Set<PersonId>();
  const known = new Set<PersonId>();
  for (const { name, email, bodyId, grants } of newcomers) {
    let person = worn.get(email);
    if (person === undefined) {
      person = { id: randomUUID(), hats: new Set<string>() };
      worn.set(email, person);
      added.add(person.id);
      writes.push(insertPerson(deps.db, { id: person.id, name, email, bodyId, language: 'it', createdAt: at }));
      writes.push(entry(deps, at, by, person.id));
    } else known.add(person.id);
    for (const grant of grants) {
      if (person.hats.has(hatOf(grant))) continue;
      person.hats.add(hatOf(grant));
      writes.push(insertGrant(deps.db, person.id, grant, by, at), given(deps, at, by, person.id, grant));
    }
  }
  await writeTogether(deps.db, writes);
  return { added: [...added], known: [...known].filter((id) => !added.has(id)) };
}

async function hatsByAddress({ db }: Pick<Deps, 'db'>): Promise<Map<string, { id: PersonId; hats: Set<string> }>> {
  const rows = await listPeopleRows(db);
  return new Map(
    rows.flatMap(({ row: { id, email }, grants }) =>
      email === null
        ? []
        : [[email, { id, hats: new Set(grants.map(({ role, scope }) => `${role} ${scope}`)) }] as const],
    ),
  );
}

const hatOf = (grant: Grant): string => `${grant.role} ${scopeOfGrant(grant)}`;

const entry = ({ db }: Pick<Deps, 'db'>, at: string, by: PersonId | null, id: PersonId) =>
  logged(db, { at, personId: by, action: 'people.added', subjectKind: 'person', subjectId: id, detail: {} });

/** One line of the log for a hat put on. */
export const given = ({ db }: Pick<Deps, 'db'>, at: string, by: PersonId | null, id: PersonId, grant: Grant) =>
  logged(db, {
    at,
    personId: by,
    action: 'people.role-given',
    subjectKind: 'person',
    subjectId: id,
    detail: { role: grant.role, scope: scopeOfGrant(grant) },
  });
