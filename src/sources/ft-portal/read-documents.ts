import type { z } from 'zod';
import type { Notes } from '../../normalise/notes.ts';
import { isWhole } from './budget-overview.ts';
import { type Facts, mergeFacts } from './facts.ts';
import { rowSchema, topicDetailsSchema } from './payload.ts';
import { readDetails } from './read-details.ts';
import { readRow } from './read-row.ts';

/** The raw documents of one call, as received: its row of the search answer, its topicDetails file, or both. */
export interface TopicDocuments {
  row?: unknown;
  details?: unknown;
}

/** The facts of the documents; where both speak the row counts, and the details fill what it lacks. */
export function readDocuments({ row, details }: TopicDocuments, notes: Notes): Facts | null {
  const fromRow = row === undefined ? null : readSearchRow(row, notes);
  const fromDetails = details === undefined ? null : readTopicDetails(details, notes);
  if (fromRow === null || fromDetails === null) return fromRow ?? fromDetails;
  const { budgetOverview } = fromRow;
  const isCut = typeof budgetOverview === 'string' && !isWhole(budgetOverview);
  if (isCut) notes.add('unreadable-field', 'budgetOverview: expected JSON', budgetOverview);
  return mergeFacts(isCut ? { ...fromRow, budgetOverview: null } : fromRow, fromDetails);
}

/** The key of the call as far as even a broken document tells it. */
export function subjectOf({ row, details }: TopicDocuments): string {
  const identifier = textAt(row, 'metadata', 'identifier', '0') ?? textAt(details, 'TopicDetails', 'identifier');
  const reference = textAt(row, 'reference');
  const isTopic = (textAt(row, 'metadata', 'type', '0') ?? '1') === '1';
  return (isTopic ? (identifier ?? reference) : (reference ?? identifier)) ?? '(without identifier)';
}

function readSearchRow(raw: unknown, notes: Notes): Facts | null {
  const row = rowSchema.safeParse(raw);
  if (row.success) return readRow(row.data, notes);
  notes.add('unreadable-row', explained(row.error, 'row'), raw);
  return null;
}

function readTopicDetails(raw: unknown, notes: Notes): Facts | null {
  const details = topicDetailsSchema.safeParse(raw);
  if (details.success) return readDetails(details.data.TopicDetails, notes);
  notes.add('details-unavailable', explained(details.error, 'topicDetails'), raw);
  return null;
}

function explained({ issues: [first] }: z.ZodError, document: string): string {
  return first === undefined ? document : `${first.path.join('.') || document}: ${first.message}`;
}

function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : null),
    value,
  );
  return typeof found === 'string' && found !== '' ? found : null;
}
