import type { PageContext } from '../page-env.tsx';
import { isHttps } from './session-cookie.ts';

/** The address under which this very person sees the house: the configured one, else what their browser asked for. */
export function originOf(c: PageContext): string {
  const { baseUrl } = c.get('deps');
  if (baseUrl !== undefined) return new URL(baseUrl).origin;
  const { host } = new URL(c.req.url);
  return `${isHttps(c, undefined) ? 'https' : 'http'}://${host}`;
}
