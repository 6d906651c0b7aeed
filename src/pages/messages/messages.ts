import type { it } from './it.ts';

/** Italian is written first; every other language has the same keys with the same parameters. */
export type Messages = typeof it;
