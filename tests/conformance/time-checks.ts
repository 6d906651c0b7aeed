import { type Check, list } from './ask.ts';
import { isSorted, sameJson } from './compare.ts';
import { type Ask, demand } from './server.ts';

/** A mirror may trust the order and the times. */
export const TIME_CHECKS: readonly Check[] = [
  {
    name: 'list-is-sorted-by-last-modified',
    async run(ask) {
      const times = (await list(ask)).items.map(({ lastModifiedAt }) => Date.parse(lastModifiedAt));
      demand(
        isSorted(times, (a, b) => a >= b),
        'an older opportunity stands before a newer one',
      );
    },
  },
  { name: 'timestamps-are-stable', run: checkTimestamps },
  {
    name: 'modified-not-before-created',
    async run(ask) {
      for (const { id, createdAt, lastModifiedAt } of (await list(ask)).items)
        demand(Date.parse(lastModifiedAt) >= Date.parse(createdAt), `${id} was modified before it was created`);
    },
  },
  {
    name: 'ids-are-unique',
    async run(ask) {
      const ids = (await list(ask)).items.map(({ id }) => id);
      demand(new Set(ids).size === ids.length, 'an id stands twice on one page');
    },
  },
];

const PAUSE_MS = 1_100;

/** Two readings more than a second apart: a time taken from the clock shows itself. */
async function checkTimestamps(ask: Ask): Promise<void> {
  const times = async () =>
    (await list(ask)).items.map(({ id, createdAt, lastModifiedAt }) => [id, createdAt, lastModifiedAt]);
  const before = await times();
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  demand(sameJson(before, await times()), 'createdAt or lastModifiedAt moved between two readings');
}
