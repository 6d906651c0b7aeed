import type { Slice } from '../../db/repositories/slice.ts';

/** Every row of a list, in one question; SQLite wants a number. */
export const EVERY_ROW: Slice = { limit: 1_000_000_000, offset: 0 };

/** So many cards are read at once where a whole list is told: few questions, and no more than that in memory. */
const PIECE = 500;

/**
 * What was found in one moment, read piece by piece: whatever is written meanwhile, nothing is missed or told twice. Others
 * are served between two pieces.
 */
export async function* inPieces<Key, Item>(
  keys: readonly Key[],
  read: (some: readonly Key[]) => Promise<readonly Item[]>,
): AsyncGenerator<readonly Item[]> {
  for (let at = 0; at < keys.length; at += PIECE) {
    if (at > 0) await new Promise((resolve) => setImmediate(resolve));
    yield await read(keys.slice(at, at + PIECE));
  }
}
