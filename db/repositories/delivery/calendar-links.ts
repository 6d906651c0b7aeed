import { and, asc, eq, isNull } from 'drizzle-orm';
import type { PersonId } from '../../../src/domain/desk/people/person.ts';
import type { Instant } from '../../../src/domain/topic.ts';
import { calendarLinks } from '../../schema/index.ts';
import type { Db } from '../../store.ts';

export type CalendarLinkRow = typeof calendarLinks.$inferSelect;

export const insertCalendarLink = (db: Db, row: Omit<CalendarLinkRow, 'revokedAt'>) =>
  db.insert(calendarLinks).values(row);

/** A link that stands. */
export async function findCalendarLink(db: Db, id: string): Promise<CalendarLinkRow | null> {
  const [row] = await db
    .select()
    .from(calendarLinks)
    .where(and(eq(calendarLinks.id, id), isNull(calendarLinks.revokedAt)));
  return row ?? null;
}

export const listCalendarLinks = async (db: Db, personId: PersonId): Promise<CalendarLinkRow[]> =>
  await db
    .select()
    .from(calendarLinks)
    .where(and(eq(calendarLinks.personId, personId), isNull(calendarLinks.revokedAt)))
    .orderBy(asc(calendarLinks.createdAt), asc(calendarLinks.id));

/** Only one's own; the first revocation counts. */
export const revokeCalendarLinkRow = (db: Db, personId: PersonId, id: string, at: Instant) =>
  db
    .update(calendarLinks)
    .set({ revokedAt: at })
    .where(and(eq(calendarLinks.id, id), eq(calendarLinks.personId, personId), isNull(calendarLinks.revokedAt)));
