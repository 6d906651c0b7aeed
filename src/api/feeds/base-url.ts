import type { Context } from 'hono';
import type { Deps } from '../../services/deps.ts';

/** What absolute links begin with: the configured address, otherwise that of the request. */
export const baseUrlOf = (c: Context, { baseUrl }: Pick<Deps, 'baseUrl'>): string =>
  baseUrl ?? new URL(c.req.url).origin;
