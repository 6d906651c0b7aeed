import { DateTime } from 'luxon';
import { z } from 'zod';
import { FetchFailure } from '../../domain/fetch-failure.ts';
import type { TopicKind } from '../../domain/topic.ts';
import type { PassPage, PassPlace, PassProblem, SourceRow } from '../reading.ts';
import { outsideQuery } from './check-row.ts';
import { PAGE_SIZE, RESULT_WINDOW, type SearchQuestion, withinDays } from './query.ts';
import { rowIdentity } from './row-identity.ts';
import type { Ask, SearchPage } from './search.ts';

type Question = Omit<SearchQuestion, 'page'>;

/** Pages asked for at once; the fetcher's own limit is the same. */
const AHEAD = 2;

/** A part of a pass that fits the result window. */
interface Slice {
  /** From a day until before another; null where one slice holds everything. */
  days: readonly [from: string, until: string] | null;
  total: number;
  /** Its first page, where it was asked for already. */
  first?: SearchPage;
}

/** What a place of this portal says: the slices found when the pass began, and the page of one of them that comes next. */
const placeSchema = z.object({
  page: z.number().int().positive(),
  slice: z.number().int().nonnegative(),
  slices: z.array(z.object({ days: z.tuple([z.string(), z.string()]).nullable(), total: z.number() })),
});

/** One pass over all rows of a question, in the order of its pages; beyond the result window, slice by slice. */
export async function* readPass(
  ask: Ask,
  kind: TopicKind,
  question: Question,
  from?: PassPlace,
): AsyncGenerator<PassPage> {
  const place = from === undefined ? null : placeSchema.parse(from);
  const slices = place?.slices ?? (await findSlices(ask, kind, question));
  if (!Array.isArray(slices)) return yield slices;
  const whole = {
    total: slices.reduce((sum, { total }) => sum + total, 0),
    pages: slices.reduce((sum, { total }) => sum + pagesOf(total), 0),
  };
  const told = slices.map(({ days, total }) => ({ days, total }));
  for (const [at, slice] of slices.entries()) {
    if (at < (place?.slice ?? 0)) continue;
    const start = at === place?.slice ? place.page : 1;
    for await (const { page, ...read } of readSlice(ask, kind, question, slice, start)) {
      const inSlice = page < pagesOf(slice.total) ? { page: page + 1, slice: at } : { page: 1, slice: at + 1 };
      const isFatal = read.problems.some(({ fatal }) => fatal);
      const ended = isFatal || inSlice.slice >= slices.length;
      yield { ...whole, ...read, next: ended ? null : { ...inSlice, slices: told } };
      if (isFatal) return;
    }
  }
}

/** One slice, or several where there are more rows than the window shows; or the page that says why it is no use. */
async function findSlices(ask: Ask, kind: TopicKind, question: Question): Promise<Slice[] | PassPage> {
  const first = await ask({ ...question, page: 1 });
  const total = first.answer.totalResults;
  if (total <= RESULT_WINDOW) return [{ days: null, total, first }];
  const outside = checked(first, kind, question, total).problems.filter((problem) => problem.fatal);
  if (outside.length > 0) return { rows: [], total, pages: 1, problems: outside, next: null };
  return await sliceByDay(ask, question, EARLIEST, LATEST, total);
}

async function* readSlice(ask: Ask, kind: TopicKind, question: Question, slice: Slice, start: number) {
  const { first, total } = slice;
  const own = slice.days === null ? question : { ...question, query: withinDays(question.query, ...slice.days) };
  const known = (page: number) => (page === 1 && first !== undefined ? Promise.resolve(first) : ask({ ...own, page }));
  let page = start;
  for await (const answer of inOrder(start, pagesOf(total), known)) {
    const { rows, problems } = checked(answer, kind, own, total);
    yield { rows, problems, page };
    if (problems.some((problem) => problem.fatal)) return;
    page += 1;
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
    else if (count > 0) slices.push({ days: [start, end], total: count, first });
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
async function* inOrder<T>(start: number, count: number, ask: (page: number) => Promise<T>): AsyncGenerator<T> {
  const open: Promise<T>[] = [];
  for (let page = start, next = start; page <= count; page += 1) {
    for (; next < page + AHEAD && next <= count; next += 1) {
      const answer = ask(next);
      answer.catch(() => undefined); // reported when its turn comes; nobody waits for it before
      open.push(answer);
    }
    const answer = open.shift();
    if (answer !== undefined) yield await answer;
  }
}
