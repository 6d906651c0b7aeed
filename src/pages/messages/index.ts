import type { Lang } from '../lang.ts';
import { en } from './en.ts';
import { it } from './it.ts';

/** Italian is written first; English must have the same keys with the same parameters. */
export type Messages = typeof it;

export const MESSAGES: Record<Lang, Messages> = { it, en };
