import { countAttempt } from '../../../db/repositories/sign-in-links.ts';
import { networkOf } from '../../domain/network-of.ts';
import type { Deps } from '../deps.ts';
import { hashToken } from './tokens.ts';

/** One window for all doors, so that old windows can be swept by their start alone. */
const WINDOW_MS = 900_000;

/** How many attempts a quarter of an hour bears. An office shares one address to the outside; each challenge is a row. */
export const LIMITS = { 'mail address': 5, 'network address': 60, passkey: 120 } as const;

/** Whether one more attempt is allowed; asking counts. Who asks is kept as a hash, for a quarter of an hour. */
export async function mayTry({ db }: Pick<Deps, 'db'>, kind: keyof typeof LIMITS, who: string): Promise<boolean> {
  const start = new Date(Math.floor(Date.now() / WINDOW_MS) * WINDOW_MS).toISOString();
  const whose = kind === 'mail address' ? who : networkOf(who);
  return (await countAttempt(db, hashToken(`${kind}:${whose}`), start)) <= LIMITS[kind];
}
