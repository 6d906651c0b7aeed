import type { TopicKind } from '../../domain/topic.ts';
import type { PassProblem, SourceRow } from '../reading.ts';
import { outsideQuery } from './check-row.ts';
import type { Question } from './query.ts';
import { rowIdentity } from './row-identity.ts';
import type { SearchPage } from './search.ts';

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
  for (const row of page.rows) {
    const outside = outsideQuery(row, question.query, question.languages);
    const identity = outside === null ? rowIdentity(row, kind) : null;
    if (outside !== null) note('row-outside-query', `${row.reference}: ${outside}`, true);
    else if (identity === null) note('unexpected-shape', `${row.reference} has no ${kind} key`);
    else rows.push({ ...identity, kind, reference: row.reference, payload: row });
  }
  return { rows, problems };
}
