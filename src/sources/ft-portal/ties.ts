import { z } from 'zod';
import type { TopicKind } from '../../domain/topic.ts';
import type { PassProblem, SourceRow } from '../reading.ts';
import { checkPage } from './check-page.ts';
import { pagesOf, type Question, withKeys } from './query.ts';
import type { Ask } from './search.ts';

/** A sort key, and those of its rows that were handed out. */
const keyRowsSchema = z.object({ key: z.string(), references: z.array(z.string()) });
type KeyRows = z.infer<typeof keyRowsSchema>;

/** What a pass remembers from page to page: the key that its last page ended with, and the keys that stand on two pages. */
export const borderSchema = z.object({ last: keyRowsSchema.nullable(), tied: z.array(keyRowsSchema) });
export type Border = z.infer<typeof borderSchema>;

export const NO_BORDER: Border = { last: null, tied: [] };

/**
 * Rows with the same sort key come in any order, another one for each page (PORTAL-CONTRACT §2.3); where a page ends among
 * them, some come twice and some not at all. Such keys are noted, and their further rows left for a question of their own.
 */
export function crossBorder({ last, tied }: Border, rows: readonly SourceRow[]): { rows: SourceRow[]; border: Border } {
  const first = rows[0]?.name;
  const isNew = last !== null && last.key === first && !tied.some(({ key }) => key === first);
  const nowTied = isNew ? [...tied, last] : tied;
  const keys = new Set(nowTied.map(({ key }) => key));
  const end = rows.at(-1)?.name;
  const references = rows.filter(({ name }) => name === end).map(({ reference }) => reference);
  return {
    rows: rows.filter(({ name }) => !keys.has(name)),
    border: { last: end === undefined ? last : { key: end, references }, tied: nowTied },
  };
}

/** More rows with one key than a page holds come in any order again; each time most of those not yet seen are among them. */
const ROUNDS = 8;

/** All rows of the tied keys that were not handed out before. */
export async function readTies(ask: Ask, kind: TopicKind, question: Question, tied: readonly KeyRows[]) {
  const keys = tied.map(({ key }) => key);
  const own = { ...question, query: withKeys(question.query, kind, keys) };
  const found = new Map<string, SourceRow>();
  const problems: PassProblem[] = [];
  let total = 0;
  for (let round = 0; round === 0 || (round < ROUNDS && found.size < total); round += 1) {
    for (let page = 1; page <= pagesOf(total); page += 1) {
      const answer = await ask({ ...own, page });
      if (page === 1) total = answer.answer.totalResults;
      const read = checkPage(answer, kind, own, total);
      problems.push(...read.problems);
      for (const row of read.rows) found.set(row.reference, row);
    }
  }
  const rows = [...found.values()];
  // One row a key is no tie: what stood on two pages was one row twice, and counts as that.
  if (rows.length === keys.length) return { rows, problems };
  const handedOut = new Set(tied.flatMap(({ references }) => references));
  return { rows: rows.filter(({ reference }) => !handedOut.has(reference)), problems };
}
