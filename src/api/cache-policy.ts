import type { Context, MiddlewareHandler } from 'hono';

/** What shows everybody who is not signed in the same; every other address is private until it is named here. */
const PUBLIC: readonly RegExp[] = [
  /^\/$/,
  /^\/bandi(\.csv|\/[^/]+)?$/,
  /^\/partner(\/[^/]+)?$/,
  /^\/(fonti|qualita|privacy|accessibilita)$/,
  /^\/api\/(openapi\.json|docs)$/,
  /^\/api\/v1\/(topics|shortlist|partners|pillars|scans|changes)(\/|$)/,
  /^\/common-grants\//,
  /^\/feeds\/(?!calendars\/)/,
];

/** A minute at the edge: a reading changes the list once a day, and a visitor's own browser asks each time. */
const SHARED = 'public, max-age=0, s-maxage=60, must-revalidate';
const VARY = 'Accept-Language, Cookie, Authorization, X-API-Key';

/**
 * Says of each answer to a GET whether a cache in front may hand it to somebody else. Only an answer that was made for
 * nobody in particular may: no cookie, no key, none set. Together with its ETag that makes an edge cache correct.
 */
export const cachePolicy: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return;
  const said = c.res.headers.get('cache-control') ?? '';
  if (isForEverybody(c) && !/no-store|public/.test(said)) {
    c.res.headers.set('cache-control', SHARED);
    c.res.headers.set('vary', VARY);
  } else if (said === '') c.res.headers.set('cache-control', 'private, no-cache');
};

const isForEverybody = (c: Context): boolean =>
  asksAsAnybody(c.req.raw) && c.res.status === 200 && !c.res.headers.has('set-cookie');

/**
 * Whether a request is nobody's in particular, for what shows everybody the same. What it is answered may stand at an edge
 * for a minute; so it may come from a copy of the store that is a second behind.
 */
export function asksAsAnybody({ url, headers }: Request): boolean {
  const shown = ['cookie', 'authorization', 'x-api-key'].some((name) => headers.has(name));
  const { pathname } = new URL(url);
  return !shown && PUBLIC.some((address) => address.test(pathname));
}
