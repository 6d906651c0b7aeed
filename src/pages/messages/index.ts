import type { Lang } from '../lang.ts';
import { en } from './en.ts';
import { it } from './it.ts';
import type { Messages } from './messages.ts';

export type { Messages };

export const MESSAGES: Record<Lang, Messages> = { it, en };
