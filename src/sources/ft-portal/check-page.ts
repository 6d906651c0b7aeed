import type { TopicKind } from '../../domain/topic.ts';
import type { KeylessRow, PassProblem, SourceRow } from '../reading.ts';
import { outsideQuery } from './check-row.ts';
import { fieldValues } from './payload.ts';
import type { Question } from './query.ts';
import { rowIdentity } from './row-identity.ts';
import type { RawRow, SearchPage } from './search.ts';

/** Holds each row of a page against the question, and the page against the first one. */
export function checkPage(page: SearchPage, kind: TopicKind, question: Question, total: number) {
  const problems: PassProblem[] = [];
  const note = (reason: PassProblem['reason'], detail: string, fatal = false) =>
    problems.push({ reason, detail, fatal });
  const { answer, unreadable } = page;
  if (answer.totalResults !== total) {
    note('total-drift', `page ${answer.pageNumber} says ${answer.totalResults} rows, page 1 said ${total}`);
  }
  if (answer.warnings && answer.warnings.length > 0) {
    note('warnings', JSON.stringify(answer.warnings).slice(0, 200));
  }
  if (unreadable > 0) note('unexpected-shape', `${unreadable} results of page ${answer.pageNumber} are no rows`);
  const rows: SourceRow[] = [];
  const keyless: KeylessRow[] = [];
  for (const row of page.rows) {
    const outside = outsideQuery(row, question.query, question.languages);
    const identity = outside === null ? rowIdentity(row, kind) : null;
    if (outside !== null) note('row-outside-query', `${row.reference}: ${outside}`, true);
    else if (identity === null) keyless.push(keylessRow(row, 'identifier'));
    else rows.push({ ...identity, kind, reference: row.reference, payload: row });
  }
  return { rows, keyless, problems };
}

export const keylessRow = ({ reference, metadata }: RawRow, field: string): KeylessRow => ({
  reference,
  field,
  title: fieldValues(metadata.title)[0] ?? null,
});
