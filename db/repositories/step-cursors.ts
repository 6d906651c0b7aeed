import { and, gte, like } from 'drizzle-orm';
import { storeFacts } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { factStatement } from './store-facts.ts';
import type { Statement } from './topics-write.ts';

/** Below D1's 2 MB for one value. */
const PART = 1_500_000;

/** Statements that keep how far stepped work is, in as many facts as it takes. */
export function keepCursor(db: Db, name: string, text: string, at: string): Statement[] {
  const parts: Statement[] = [];
  for (let from = 0; from < text.length; from += PART)
    parts.push(factStatement(db, partName(name, parts.length), text.slice(from, from + PART), at));
  return [...parts, db.delete(storeFacts).where(and(isPart(name), gte(storeFacts.name, partName(name, parts.length))))];
}

/** How far the work was left; null where none is under way. */
export async function readCursor(db: Db, name: string): Promise<string | null> {
  const parts = await db.select().from(storeFacts).where(isPart(name)).orderBy(storeFacts.name);
  return parts.length === 0 ? null : parts.map(({ value }) => String(value)).join('');
}

export async function dropCursor(db: Db, name: string): Promise<void> {
  await db.delete(storeFacts).where(isPart(name));
}

const partName = (name: string, part: number): string => `step:${name}:${String(part).padStart(3, '0')}`;
const isPart = (name: string) => like(storeFacts.name, `step:${name}:%`);
