import { and, eq, sql } from 'drizzle-orm';
import { scanLevels } from '../schema/index.ts';
import type { Db } from '../store.ts';

/** The level of one kind of row of one source: what the ±30 % rule compares with, and what waits to replace it. */
export type ScanLevel = typeof scanLevels.$inferSelect;

export async function readLevel(db: Db, source: string, kind: string, archive: string | null): Promise<ScanLevel> {
  const key = { source, kind, archive: archive ?? '' };
  const [row] = await db
    .select()
    .from(scanLevels)
    .where(and(eq(scanLevels.source, source), eq(scanLevels.kind, kind), eq(scanLevels.archive, key.archive)));
  return row ?? { ...key, level: null, candidate: null, candidateDays: [], acceptedAt: null };
}

/** A statement. */
export function writeLevel(db: Db, level: ScanLevel) {
  return db
    .insert(scanLevels)
    .values(level)
    .onConflictDoUpdate({
      target: [scanLevels.source, scanLevels.kind, scanLevels.archive],
      set: {
        level: sql`excluded.level`,
        candidate: sql`excluded.candidate`,
        candidateDays: sql`excluded.candidate_days`,
        acceptedAt: sql`excluded.accepted_at`,
      },
    });
}
