import { findChangesAfter } from '../../../db/repositories/change-feed.ts';
import type { Page } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { type Paging, toPage, toSlice } from '../paging.ts';
import type { ChangeCard } from './list-changes.ts';

/** A page of the change feed; `total` counts what is left from the cursor on, `next` is the cursor of the next question. */
export interface ChangePage extends Page<ChangeCard> {
  next: number;
}

/**
 * The changes after one already known, the oldest first. A mirror asks again with `next` until a page is empty, and later
 * goes on from there: ids only grow, so it misses nothing and gets nothing twice, whatever is written meanwhile.
 */
export async function changeFeed({
  deps,
  input,
}: {
  deps: Deps;
  input: Paging & { after: number; material?: boolean };
}): Promise<ChangePage> {
  const { items, left } = await findChangesAfter(deps.db, input.after, toSlice(input), input.material);
  const cards = items.map(({ topicKey: topic, ...change }) => ({ ...change, topic }));
  return { ...toPage(cards, left, input), next: cards.at(-1)?.id ?? input.after };
}

/** Every change after one, the oldest first. */
export async function* everyChangeAfter({
  deps,
  input,
}: {
  deps: Deps;
  input: { after: number; material?: boolean };
}): AsyncGenerator<readonly ChangeCard[]> {
  let { after } = input;
  for (;;) {
    const { items, next } = await changeFeed({ deps, input: { ...input, after, page: 1, pageSize: PIECE } });
    yield items;
    if (items.length < PIECE) return;
    after = next;
  }
}

const PIECE = 500;
