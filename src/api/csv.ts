import { stringify } from 'csv-stringify/sync';
import type { Context } from 'hono';
import type { TopicCard } from '../domain/topic-card.ts';

/** A cell's value by column name. */
export type CsvRow = Record<string, string | number | boolean | null>;

/**
 * A CSV answer that a spreadsheet opens rightly: byte-order mark for the accents, and cells that begin like a formula
 * (titles come from outside) are quoted as text.
 */
export function csv(c: Context, name: string, rows: readonly CsvRow[], columns: readonly string[]): Response {
  const body = stringify([...rows], { header: true, columns: [...columns], bom: true, escape_formulas: true });
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  });
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
