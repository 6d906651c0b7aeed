import { DateTime } from 'luxon';
import { FetchFailure } from '../../domain/fetch-failure.ts';
import type { TopicKind } from '../../domain/topic.ts';
import type { PassPage, PassProblem, SourceRow } from '../reading.ts';
import { outsideQuery } from './check-row.ts';
import { PAGE_SIZE, RESULT_WINDOW, type SearchQuestion, withinDays } from './query.ts';
import { rowIdentity } from './row-identity.ts';
import type { Ask, SearchPage } from './search.ts';

type Question = Omit<SearchQuestion, 'page'>;

/** Pages asked for at once; the fetcher's own limit is the same. */
const AHEAD = 2;

/** One pass over all rows of a question, in the order of its pages; beyond the result window, slice by slice. */
export async function* readPass(ask: Ask, kind: TopicKind, question: Question): AsyncGenerator<PassPage> {
  const first = await ask({ ...question, page: 1 });
  const total = first.answer.totalResults;
  if (total <= RESULT_WINDOW) {
    yield* readSlice(ask, kind, question, first, { total, pages: pagesOf(total) });
    return;
  }
  const outside = checked(first, kind, question, total).problems.filter((problem) => problem.fatal);
  if (outside.length > 0) {
    yield { rows: [], total, pages: 1, problems: outside };
    return;
  }
  const slices = await sliceByDay(ask, question, EARLIEST, LATEST, total);
  const pages = slices.reduce((sum, slice) => sum + pagesOf(slice.first.answer.totalResults), 0);
  for (const slice of slices) yield* readSlice(ask, kind, slice.question, slice.first, { total, pages });
}

async function* readSlice(
  ask: Ask,
  kind: TopicKind,
  question: Question,
  first: SearchPage,
  whole: { total: number; pages: number },
): AsyncGenerator<PassPage> {
  const total = first.answer.totalResults;
  const pages = inOrder(pagesOf(total), (page) => (page === 1 ? Promise.resolve(first) : ask({ ...question, page })));
  for await (const page of pages) {
    const { rows, problems } = checked(page, kind, question, total);
    yield { ...whole, rows, problems };
    if (problems.some((problem) => problem.fatal)) return;
  }
}

function checked(page: SearchPage, kind: TopicKind, question: Question, total: number) {
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

interface Slice {
  question: Question;
  first: SearchPage;
}

const EARLIEST = '2000-01-01';
const LATEST = '2100-01-01';

/** Halves the time line until each part fits the result window; parts that do not add up would be a silent loss. */
async function sliceByDay(ask: Ask, question: Question, from: string, until: string, total: number): Promise<Slice[]> {
  const middle = halfway(from, until);
  if (middle === from) throw new FetchFailure('incomplete', `more than ${RESULT_WINDOW} rows on the day ${from}`);
  const slices: Slice[] = [];
  let found = 0;
  for (const [start, end] of [
    [from, middle],
    [middle, until],
  ] as const) {
    const part = { ...question, query: withinDays(question.query, start, end) };
    const first = await ask({ ...part, page: 1 });
    const count = first.answer.totalResults;
    found += count;
    if (count > RESULT_WINDOW) slices.push(...(await sliceByDay(ask, question, start, end, count)));
    else if (count > 0) slices.push({ question: part, first });
  }
  if (found !== total) {
    throw new FetchFailure('incomplete', `${found} of ${total} rows have a sort date between ${from} and ${until}`);
  }
  return slices;
}

function halfway(from: string, until: string): string {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  const days = Math.floor(DateTime.fromISO(until, { zone: 'utc' }).diff(start, 'days').days / 2);
  return start.plus({ days }).toFormat('yyyy-MM-dd');
}

const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / PAGE_SIZE));

/** Asks ahead, hands out in order. */
async function* inOrder<T>(count: number, ask: (page: number) => Promise<T>): AsyncGenerator<T> {
  const open: Promise<T>[] = [];
  for (let page = 1, next = 1; page <= count; page += 1) {
    for (; next < page + AHEAD && next <= count; next += 1) {
      const answer = ask(next);
      answer.catch(() => undefined); // reported when its turn comes; nobody waits for it before
      open.push(answer);
    }
    const answer = open.shift();
    if (answer !== undefined) yield await answer;
  }
}
