import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { LONGEST_S } from '../../services/access/sessions.ts';
import type { PageContext } from '../page-env.tsx';

const NAME = 'bandolo';

/** Behind a proxy that ends TLS the request itself is plain; the public address knows better. */
export const isHttps = (c: Context, baseUrl: string | undefined): boolean =>
  (baseUrl ?? c.req.url).startsWith('https:') || new URL(c.req.url).protocol === 'https:';

/** The session's token as the browser sends it; over https only the cookie that no other host can have set. */
export function readToken(c: PageContext): string | null {
  const https = isHttps(c, c.get('deps').baseUrl);
  return (https ? getCookie(c, NAME, 'host') : getCookie(c, NAME)) ?? null;
}

export function keepToken(c: PageContext, token: string): void {
  const https = isHttps(c, c.get('deps').baseUrl);
  setCookie(c, NAME, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: LONGEST_S,
    secure: https,
    ...(https ? { prefix: 'host' as const } : {}),
  });
}

export function forgetToken(c: PageContext): void {
  const https = isHttps(c, c.get('deps').baseUrl);
  deleteCookie(c, NAME, { path: '/', secure: https, ...(https ? { prefix: 'host' as const } : {}) });
}
