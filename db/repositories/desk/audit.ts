import { and, eq, isNull, sql } from 'drizzle-orm';
import type { DossierId, PersonId } from '../../../src/domain/desk/people/person.ts';
import type { Instant } from '../../../src/domain/topic.ts';
import { auditLog, notices } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import type { Write } from './write-together.ts';

export type AuditEntry = Omit<typeof auditLog.$inferInsert, 'id'>;

/** One line of the *Registro*; goes into the batch of what it speaks of. */
export const logged = (db: Db, entry: AuditEntry): Write => db.insert(auditLog).values(entry);

export interface Telling {
  personId: PersonId;
  dossierId: DossierId | null;
  kind: string;
  detail?: Record<string, unknown>;
  /** The same thing is told once. */
  dedupeKey: string;
}

export const told = (db: Db, at: Instant, tellings: readonly Telling[]): Write[] =>
  tellings.map((telling) =>
    db
      .insert(notices)
      .values({ detail: {}, ...telling, createdAt: at })
      .onConflictDoNothing(),
  );

export type NoticeRow = typeof notices.$inferSelect;

export const readNotices = async (db: Db, personId: PersonId): Promise<NoticeRow[]> =>
  await unreadNotices(db, personId);

export const unreadNotices = (db: Db, personId: PersonId) =>
  db
    .select()
    .from(notices)
    .where(and(eq(notices.personId, personId), isNull(notices.readAt)))
    .orderBy(sql`${notices.id} desc`)
    .limit(30);

/** Only one's own notices can be put away. */
export async function markRead(db: Db, personId: PersonId, id: number, at: Instant): Promise<void> {
  await db
    .update(notices)
    .set({ readAt: at })
    .where(and(eq(notices.id, id), eq(notices.personId, personId)));
}
