import { eq, sql } from 'drizzle-orm';
import type { CityRequest } from '../../../src/domain/desk/dossier/request.ts';
import { cityRequests } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { versionAfter, type Write } from './write-together.ts';

export type RequestRow = CityRequest & { dossierId: string | null; version: number };

export const requestOf = (row: typeof cityRequests.$inferSelect): RequestRow => ({
  ...row,
  answer: row.answer ?? null,
});

export const readRequests = async (db: Db): Promise<RequestRow[]> => (await allRequests(db)).map(requestOf);

export const allRequests = (db: Db) =>
  db
    .select()
    .from(cityRequests)
    .orderBy(sql`${cityRequests.replyBy} is null, ${cityRequests.replyBy}, ${cityRequests.id}`);

export async function findRequest(db: Db, id: string): Promise<RequestRow | null> {
  const [row] = await db.select().from(cityRequests).where(eq(cityRequests.id, id));
  return row === undefined ? null : requestOf(row);
}

export const insertRequest = (db: Db, row: typeof cityRequests.$inferInsert): Write =>
  db.insert(cityRequests).values(row);

export const updateRequest = (
  db: Db,
  { id, version }: Pick<RequestRow, 'id' | 'version'>,
  change: Partial<typeof cityRequests.$inferInsert>,
): Write =>
  db
    .update(cityRequests)
    .set({ ...change, version: versionAfter(cityRequests.version, version) })
    .where(eq(cityRequests.id, id));
