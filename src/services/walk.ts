import { z } from 'zod';
import type { Page } from '../domain/topic-card.ts';
import { type Paging, toPage, toSlice } from './paging.ts';

const NO_CURSOR = 'is no cursor; begin with 0, then send the `next` of the answer before';
const MEANING =
  'Walk instead of leafing: what stands after this cursor, in an order that never changes, so that what is in the list all the while is met exactly once. Begin with 0, go on with `next` until a page is empty.';

/** `?after=` of a list that is walked by number: rows that only ever grow. */
export const afterNumber = z
  .preprocess(
    (text) => (typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text),
    z.number(NO_CURSOR).int(NO_CURSOR).min(0, NO_CURSOR).max(Number.MAX_SAFE_INTEGER, NO_CURSOR),
  )
  .meta({ description: MEANING, example: 4711 });

/** `?after=` of a list that is walked by id; 0 stands before every id. */
export const afterId = z
  .string()
  .regex(/^[\w-]{1,80}$/, NO_CURSOR)
  .meta({ description: MEANING, example: 'politecnico-di-milano' });

/** A page of a list; `next`, where it is walked with `after`, is the cursor to go on from. */
export interface WalkPage<Item, Cursor extends number | string = number> extends Page<Item> {
  next?: Cursor;
}

/** What stands on one page of a list, how many entries it has, and where to go on if it is walked. */
export interface Stretch<Item, Cursor> {
  some: Item[];
  total: number;
  next?: Cursor;
}

/**
 * One page of a list made in memory: by number in the order given, or after a cursor in the order of what never changes in an
 * entry. Then `total` is what is left from the cursor on, and `next` stays the same once all is told.
 */
export function stretchOf<Item, Cursor extends number | string>(
  all: readonly Item[],
  { after, ...paging }: Paging & { after?: Cursor },
  cursorOf: (item: Item) => Cursor,
): Stretch<Item, Cursor> {
  const { limit, offset } = toSlice(paging);
  if (after === undefined) return { some: all.slice(offset, offset + limit), total: all.length };
  const left = all
    .filter((item) => cursorOf(item) > after)
    .sort((a, b) => (cursorOf(a) < cursorOf(b) ? -1 : Number(cursorOf(a) > cursorOf(b))));
  const some = left.slice(offset, offset + limit);
  const last = some.at(-1);
  return { some, total: left.length, next: last === undefined ? after : cursorOf(last) };
}

export const toWalkPage = <Item, Cursor extends number | string>(
  items: Item[],
  { total, next }: Pick<Stretch<unknown, Cursor>, 'total' | 'next'>,
  paging: Paging,
): WalkPage<Item, Cursor> => ({ ...toPage(items, total, paging), ...(next === undefined ? {} : { next }) });
