import { DateTime } from 'luxon';
import { z } from 'zod';
import { FetchFailure } from '../../domain/fetch-failure.ts';
import type { TopicKind } from '../../domain/topic.ts';
import type { PassPage, PassPlace } from '../reading.ts';
import { checkPage } from './check-page.ts';
import { pagesOf, type Question, RESULT_WINDOW, withinDays } from './query.ts';
import type { Ask, SearchPage } from './search.ts';
import { type Border, borderSchema, crossBorder, NO_BORDER, readTies } from './ties.ts';

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
  border: borderSchema.default(NO_BORDER),
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
    const start = at === place?.slice ? place : { page: 1, border: NO_BORDER };
    for await (const { onwards, ...read } of readSlice(ask, kind, question, slice, start)) {
      const isFatal = read.problems.some(({ fatal }) => fatal);
      const next = onwards === null ? { page: 1, slice: at + 1 } : { ...onwards, slice: at };
      const ended = isFatal || next.slice >= slices.length;
      yield { ...whole, ...read, next: ended ? null : { ...next, slices: told } };
      if (isFatal) return;
    }
  }
}

/** One slice, or several where there are more rows than the window shows; or the page that says why it is no use. */
async function findSlices(ask: Ask, kind: TopicKind, question: Question): Promise<Slice[] | PassPage> {
  const first = await ask({ ...question, page: 1 });
  const total = first.answer.totalResults;
  if (total <= RESULT_WINDOW) return [{ days: null, total, first }];
  const outside = checkPage(first, kind, question, total).problems.filter((problem) => problem.fatal);
  if (outside.length > 0) return { rows: [], keyless: [], total, pages: 1, problems: outside, next: null };
  return await sliceByDay(ask, question, EARLIEST, LATEST, total);
}

/** The pages of one slice, and after them the rows that their borders may have hidden. */
async function* readSlice(
  ask: Ask,
  kind: TopicKind,
  question: Question,
  slice: Slice,
  start: { page: number; border: Border },
) {
  const { first, total } = slice;
  const own = slice.days === null ? question : { ...question, query: withinDays(question.query, ...slice.days) };
  const known = (page: number) => (page === 1 && first !== undefined ? Promise.resolve(first) : ask({ ...own, page }));
  let { page, border } = start;
  for await (const answer of inOrder(page, pagesOf(total), known)) {
    const { rows, keyless, problems } = checkPage(answer, kind, own, total);
    const crossed = crossBorder(border, rows);
    border = crossed.border;
    page += 1;
    const isLast = page > pagesOf(total) && border.tied.length === 0;
    yield { rows: crossed.rows, keyless, problems, onwards: isLast ? null : { page, border } };
    if (problems.some((problem) => problem.fatal)) return;
  }
  if (border.tied.length > 0) yield { ...(await readTies(ask, kind, own, border.tied)), keyless: [], onwards: null };
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
