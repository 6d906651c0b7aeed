import { and, count, desc, eq, inArray, max, type SQL } from 'drizzle-orm';
import type { PersonId } from '../../src/domain/desk/people/person.ts';
import type { Instant } from '../../src/domain/topic.ts';
import { auditLog } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { readTogether } from './read-together.ts';

export type AuditRow = typeof auditLog.$inferSelect;

export interface AuditFilter {
  personId?: PersonId | undefined;
  action?: string | undefined;
  subjectKind?: string | undefined;
}

/** One page of the log, the latest first, with how many lines there are, and the kinds of entry that the log holds. */
export async function readAuditLog(db: Db, filter: AuditFilter, offset: number, limit: number) {
  const [rows, totals, kinds] = await readTogether(db, [
    db.select().from(auditLog).where(matching(filter)).orderBy(desc(auditLog.id)).limit(limit).offset(offset),
    db.select({ total: count() }).from(auditLog).where(matching(filter)),
    db.selectDistinct({ action: auditLog.action }).from(auditLog).orderBy(auditLog.action),
  ]);
  return { rows, total: totals[0]?.total ?? 0, actions: kinds.map(({ action }) => action) };
}

/** Who asked for a link that only an administrator can hand over, and when, unless one was printed since. */
export async function listLinkWishes(db: Db): Promise<Map<PersonId, Instant>> {
  const rows = await db
    .select({ person: auditLog.subjectId, action: auditLog.action, id: max(auditLog.id), at: max(auditLog.at) })
    .from(auditLog)
    .where(inArray(auditLog.action, ['access.link-wanted', 'access.link-printed', 'access.signed-in']))
    .groupBy(auditLog.subjectId, auditLog.action);
  const wishes = rows.filter(({ action }) => action === 'access.link-wanted');
  const answered = (wish: (typeof rows)[number]) =>
    rows.some(
      ({ person, action, id }) => person === wish.person && action !== wish.action && (id ?? 0) > (wish.id ?? 0),
    );
  return new Map(wishes.filter((wish) => !answered(wish)).map(({ person, at }) => [person, at ?? '']));
}

const matching = ({ personId, action, subjectKind }: AuditFilter): SQL | undefined =>
  and(
    personId === undefined ? undefined : eq(auditLog.personId, personId),
    action === undefined ? undefined : eq(auditLog.action, action),
    subjectKind === undefined ? undefined : eq(auditLog.subjectKind, subjectKind),
  );
