import { findChangesAfter } from '../../../db/repositories/changes-read.ts';
import type { Instant } from '../../domain/topic.ts';
import type { Page } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { type Paging, toPage, toSlice } from '../paging.ts';
import { findKey } from './get-topic.ts';
import type { ChangeCard } from './list-changes.ts';

/** A page of the change feed; `total` counts what is left from the cursor on, `next` is the cursor of the next question. */
export interface ChangePage extends Page<ChangeCard> {
  next: number;
}

/** What a follower may narrow the feed by. */
interface Followed {
  after: number;
  material?: boolean;
  since?: Instant;
  /** Of this topic alone. */
  topic?: string;
}

/**
 * The changes after one already known, the oldest first. A mirror asks again with `next` until a page is empty, and later
 * goes on from there: ids only grow, so it misses nothing and gets nothing twice, whatever is written meanwhile.
 */
export async function changeFeed({ deps, input }: { deps: Deps; input: Paging & Followed }): Promise<ChangePage> {
  const { after, material, since, topic: name } = input;
  const topicKey = name === undefined ? undefined : await findKey(deps, name);
  const { items, left } = await findChangesAfter(deps.db, { topicKey, material, since }, after, toSlice(input));
  const cards = items.map(({ topicKey: topic, ...change }) => ({ ...change, topic }));
  return { ...toPage(cards, left, input), next: cards.at(-1)?.id ?? after };
}

/** Every change after one, the oldest first. */
export async function* everyChangeAfter({
  deps,
  input,
}: {
  deps: Deps;
  input: Followed;
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
