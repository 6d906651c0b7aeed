import { eq } from 'drizzle-orm';
import type { Membership } from '../../../src/domain/desk/interest/membership.ts';
import type { BodyId } from '../../../src/domain/desk/people/person.ts';
import { memberships } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { versionAfter, type Write } from './write-together.ts';

export type StoredMembership = Membership & { id: number; version: number };

/** What every body is and was, the oldest first. */
export const readMemberships = async (db: Db): Promise<StoredMembership[]> =>
  await db.select().from(memberships).orderBy(memberships.admittedOn, memberships.id);

export const membershipsOf = async (db: Db, bodyId: BodyId): Promise<StoredMembership[]> =>
  await db.select().from(memberships).where(eq(memberships.bodyId, bodyId)).orderBy(memberships.admittedOn);

export const insertMembership = (db: Db, membership: Membership): Write => db.insert(memberships).values(membership);

export const updateMembership = (
  db: Db,
  { id, version }: Pick<StoredMembership, 'id' | 'version'>,
  change: Partial<Membership>,
): Write =>
  db
    .update(memberships)
    .set({ ...change, version: versionAfter(memberships.version, version) })
    .where(eq(memberships.id, id));
