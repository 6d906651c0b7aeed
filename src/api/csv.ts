import { stringify } from 'csv-stringify/sync';
import type { Context } from 'hono';
import type { TopicCard } from '../domain/topic-card.ts';

/** A cell's value by column name. */
export type CsvRow = Record<string, string | number | boolean | null>;

/** Rows of a sheet, some at a time. */
export type RowPieces = AsyncIterable<readonly CsvRow[]>;

/**
 * A CSV answer that a spreadsheet opens rightly: byte-order mark for the accents, and cells that begin like a formula
 * (titles come from outside) are quoted as text. It is written as the rows come, however many there are.
 */
export async function csv(c: Context, name: string, pieces: RowPieces, columns: readonly string[]): Promise<Response> {
  const text = csvText(pieces, columns);
  // What cannot be read at all is still an error that says so, and no half of a file.
  const first = await text.next();
  const bytes = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(bytes.encode(first.value ?? '')),
    async pull(stream) {
      const { value, done } = await text.next();
      if (done === true) stream.close();
      else stream.enqueue(bytes.encode(value));
    },
    cancel: async () => void (await text.return(undefined)),
  });
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  });
}

async function* csvText(pieces: RowPieces, columns: readonly string[]): AsyncGenerator<string> {
  const asCsv = (rows: readonly CsvRow[], first: boolean) =>
    stringify([...rows], { header: first, columns: [...columns], bom: first, escape_formulas: true });
  let first = true;
  for await (const rows of pieces) {
    yield asCsv(rows, first);
    first = false;
  }
  if (first) yield asCsv([], true);
}

export const TOPIC_COLUMNS = [
  'identifier',
  'reference',
  'kind',
  'title',
  'programme',
  'callIdentifier',
  'status',
  'opensOn',
  'nextDeadlineAt',
  'daysLeft',
  'deadlineModel',
  'budgetEur',
  'typesOfAction',
  'cityRelevance',
  'primaryPillar',
  'listed',
  'url',
] as const;

/** A topic on one line; of several rounds the last is shown. */
export function topicRow(topic: TopicCard): CsvRow {
  const round = topic.rounds.at(-1);
  return {
    identifier: topic.identifier,
    reference: topic.reference,
    kind: topic.kind,
    title: topic.title,
    programme: topic.programme,
    callIdentifier: topic.callIdentifier,
    status: topic.status,
    opensOn: round?.opensOn ?? null,
    nextDeadlineAt: topic.nextDeadlineAt,
    daysLeft: topic.daysLeft,
    deadlineModel: round?.deadlineModel ?? null,
    budgetEur: round?.budgetEur ?? null,
    typesOfAction: topic.typesOfAction.join('; '),
    cityRelevance: topic.cityRelevance,
    primaryPillar: topic.primaryPillar,
    listed: topic.listed,
    url: topic.url,
  };
}
