import type { Notes } from '../../normalise/notes.ts';
import { type BudgetLine, budgetOverviewSchema } from './payload.ts';

/**
 * Every topic of a call repeats the call's whole overview, up to a hundred lines of it, word for word, and rows come
 * sorted by identifier: the overviews read last are kept, so that a call's is read once.
 */
const KEPT = 16;
const recent = new Map<string, BudgetLine[]>();

/** The lines of a call's budget: JSON in a string in a row, an object in topicDetails. */
export function readBudgetOverview(raw: unknown, notes: Notes): readonly BudgetLine[] {
  if (raw === null || raw === undefined) return [];
  if (typeof raw !== 'string') return readLines(raw) ?? unreadable('not the shape that we know', raw, notes);
  const known = recent.get(raw);
  if (known !== undefined) return known;
  const json = parse(raw);
  if (json === undefined) return unreadable('expected JSON', raw, notes);
  const lines = readLines(json);
  if (lines === null) return unreadable('not the shape that we know', raw, notes);
  if (recent.size >= KEPT) recent.clear();
  recent.set(raw, lines);
  return lines;
}

function readLines(overview: unknown): BudgetLine[] | null {
  return budgetOverviewSchema.safeParse(overview).data?.budgetTopicActionMap ?? null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function unreadable(why: string, raw: unknown, notes: Notes): [] {
  notes.add('unreadable-field', `budgetOverview: ${why}`, raw);
  return [];
}
