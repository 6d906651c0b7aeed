import type { Context, MiddlewareHandler } from 'hono';
import type { ApiKey } from '../../domain/api-scope.ts';
import { networkOf } from '../../domain/network-of.ts';
import type { Deps } from '../../services/deps.ts';
import { forRequest } from '../../services/for-request.ts';
import { checkApiKey } from '../../services/operate/api-keys.ts';
import { problem } from '../problem.ts';
import { clientAddress, isLoopback } from './client-address.ts';
import { type Rate, type Ticket, TokenBuckets } from './token-bucket.ts';

/** What routes find in the context: the key that the request showed, if any. */
export interface KeyEnv {
  Variables: { apiKey?: ApiKey };
}

export interface KeyAccessOptions {
  anonymous?: Rate;
  key?: Rate;
  buckets?: TokenBuckets;
  trustProxy?: boolean;
}

/** The whole catalogue is some 25 pages of 200; who wants more than this a minute asks for a key. */
export const ANONYMOUS_RATE: Rate = { requests: 300, seconds: 60 };
export const KEY_RATE: Rate = { requests: 600, seconds: 60 };

/**
 * Who asks, and how often: a key is checked where one is shown, an unknown one is 401 rather than a silent stranger; each
 * key and each stranger's address has its own allowance, told in the headers. Strangers of the machine itself are not
 * counted: behind a proxy that is everybody.
 */
export function keyAccess(deps: Deps, options: KeyAccessOptions = {}): MiddlewareHandler<KeyEnv> {
  const { anonymous = ANONYMOUS_RATE, key: keyRate = KEY_RATE, buckets = new TokenBuckets() } = options;
  return async (c, next) => {
    const address = clientAddress(c, options.trustProxy ?? false);
    const stranger = address === null || isLoopback(address) ? null : `address ${networkOf(address)}`;
    const shown = shownKey(c);
    const house = forRequest(deps, c.req.raw);
    // Whether anything has changed is asked in the same breath; what is remembered will want to know.
    const [key] =
      shown === null
        ? [null]
        : await Promise.all([checkApiKey({ deps: house, input: { key: shown } }), house.reading?.revision()]);
    const cost = costOf(c);
    const ticket =
      key !== null
        ? buckets.take(`key ${key.prefix}`, keyRate, cost)
        : stranger === null
          ? null
          : buckets.take(stranger, anonymous, cost);
    if (ticket !== null && !ticket.granted) return told(tooMany(c, ticket), ticket);
    if (shown !== null && key === null) return unknownKey(c);
    if (key !== null) c.set('apiKey', key);
    await next();
    if (key !== null) c.res.headers.set('cache-control', 'private');
    if (ticket !== null) told(c.res, ticket);
  };
}

/** A sheet holds the whole list, a page of JSON up to 200 of it: it costs as many requests as the pages it replaces. */
const SHEET_COST = 20;
const costOf = (c: Context): number =>
  /\.(csv|xlsx)$/.test(c.req.path) || /^(csv|xlsx)$/.test(c.req.query('format') ?? '') ? SHEET_COST : 1;

/** `Authorization: Bearer …` or `X-API-Key: …`; other schemes are somebody else's business. */
function shownKey(c: Context): string | null {
  const bearer = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return bearer ?? c.req.header('x-api-key') ?? null;
}

/** The fields of draft-ietf-httpapi-ratelimit-headers-06, which clients know. */
function told(answer: Response, { limit, remaining, resetSeconds }: Ticket): Response {
  answer.headers.set('ratelimit-limit', String(limit));
  answer.headers.set('ratelimit-remaining', String(remaining));
  answer.headers.set('ratelimit-reset', String(resetSeconds));
  return answer;
}

function tooMany(c: Context, { limit, resetSeconds }: Ticket): Response {
  const answer = problem(c, 429, `The allowance of ${limit} requests is used up; ask again in ${resetSeconds} s.`);
  answer.headers.set('retry-after', String(resetSeconds));
  return answer;
}

function unknownKey(c: Context): Response {
  const answer = problem(c, 401, 'This key is unknown or revoked; ask the association for a new one, or ask without.');
  answer.headers.set('www-authenticate', 'Bearer realm="bandolo"');
  return answer;
}
