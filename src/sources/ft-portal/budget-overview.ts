import type { Notes } from '../../normalise/notes.ts';
import { Recent } from '../../normalise/recent.ts';
import { type BudgetLine, budgetOverviewSchema } from './payload.ts';

/** Every topic of a call repeats the call's whole overview, up to a hundred lines, and rows come sorted by identifier. */
const overviews = new Recent<BudgetLine[] | 'no JSON' | 'other shape'>(16);

/** Whether a row's overview has come to its end; parsing each, for every row, would cost more than it tells. */
export const isWhole = (overview: string): boolean => overview.trimEnd().endsWith('}');

/** The lines of a call's budget: JSON in a string in a row, an object in topicDetails. */
export function readBudgetOverview(raw: unknown, notes: Notes): readonly BudgetLine[] {
  if (raw === null || raw === undefined) return [];
  if (typeof raw !== 'string') return readLines(raw) ?? unreadable('not the shape that we know', raw, notes);
  const lines = overviews.of(raw, () => {
    const overview = parse(raw);
    return overview === undefined ? 'no JSON' : (readLines(overview) ?? 'other shape');
  });
  if (lines === 'no JSON') return unreadable('expected JSON', raw, notes);
  return lines === 'other shape' ? unreadable('not the shape that we know', raw, notes) : lines;
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
