import { and, asc, desc, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { ChangeField, RecordedChange } from '../../src/domain/change.ts';
import type { Instant, TopicKey } from '../../src/domain/topic.ts';
import { changes } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { readTogether } from './read-together.ts';
import type { Slice } from './slice.ts';

export interface ChangeFilter {
  topicKey?: TopicKey;
  since?: Instant;
  material?: boolean;
  field?: ChangeField;
}

/** Changes, the newest first, with how many there are. */
export async function findChanges(
  db: Db,
  filter: ChangeFilter,
  slice: Slice,
): Promise<{ items: RecordedChange[]; total: number }> {
  const where = conditions(filter);
  const [[{ total } = { total: 0 }], rows] = await readTogether(db, [
    db.select({ total: sql<number>`count(*)` }).from(changes).where(where),
    db.select().from(changes).where(where).orderBy(desc(changes.id)).limit(slice.limit).offset(slice.offset),
  ]);
  return { items: rows.map((row) => ({ ...row, field: row.field as ChangeField })), total };
}

/** Changes after one already known, the oldest first. Ids only grow and rows are never deleted, so nothing is missed or repeated. */
export async function findChangesAfter(
  db: Db,
  filter: ChangeFilter,
  after: number,
  { limit, offset }: Slice,
): Promise<{ items: RecordedChange[]; left: number }> {
  const where = and(conditions(filter), gt(changes.id, after));
  const [[{ left } = { left: 0 }], rows] = await readTogether(db, [
    db.select({ left: sql<number>`count(*)` }).from(changes).where(where),
    db.select().from(changes).where(where).orderBy(asc(changes.id)).limit(limit).offset(offset),
  ]);
  return { items: rows.map((row) => ({ ...row, field: row.field as ChangeField })), left };
}

/** The newest changes before one, without counting: rows only come, so that who walks down misses and repeats nothing. */
export async function findChangesBefore(
  db: Db,
  filter: ChangeFilter,
  before: number,
  limit: number,
): Promise<RecordedChange[]> {
  const where = and(conditions(filter), lt(changes.id, before));
  const rows = await db.select().from(changes).where(where).orderBy(desc(changes.id)).limit(limit);
  return rows.map((row) => ({ ...row, field: row.field as ChangeField }));
}

function conditions(filter: ChangeFilter): SQL | undefined {
  return and(
    filter.topicKey === undefined ? undefined : eq(changes.topicKey, filter.topicKey),
    filter.since === undefined ? undefined : gte(changes.at, filter.since),
    filter.material === undefined ? undefined : eq(changes.material, filter.material),
    filter.field === undefined ? undefined : eq(changes.field, filter.field),
  );
}
