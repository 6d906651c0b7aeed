import type { MiddlewareHandler } from 'hono';
import { sameText } from '../../services/access/tokens.ts';
import { showError } from '../errors/show-error.tsx';
import { formEntries, UnreadableForm } from '../form-entries.ts';
import type { PageContext, PageEnv } from '../page-env.tsx';
import { CSRF_FIELD } from './csrf-field.tsx';
import { showForeignForm } from './refusals.tsx';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whatever changes something must come from one of our own pages: the browser says so (Sec-Fetch-Site, else Origin), and
 * who is signed in also sends the session's form token, as a field or, from our script, as a header. Where no page takes
 * such a request nothing can change: that door says so itself.
 */
export const ownFormsOnly =
  (isTaken: (method: string, path: string) => boolean): MiddlewareHandler<PageEnv> =>
  async (c, next) => {
    if (READING.has(c.req.method) || !isTaken(c.req.method, c.req.path)) return next();
    try {
      if (!comesFromHere(c) || !(await carriesToken(c))) return await showForeignForm(c);
    } catch (error) {
      if (error instanceof UnreadableForm) return showError(c, error);
      throw error;
    }
    return next();
  };

function comesFromHere(c: PageContext): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  const ours = [c.req.header('host') ?? new URL(c.req.url).host, hostOf(c.get('deps').baseUrl)];
  return ours.includes(new URL(origin).host);
}

async function carriesToken(c: PageContext): Promise<boolean> {
  const { csrf } = c.get('viewer');
  if (csrf === '') return true;
  const given = c.req.header('x-csrf') ?? (await formToken(c));
  return typeof given === 'string' && sameText(given, csrf);
}

/** A body that is no form carries no token. */
async function formToken(c: PageContext): Promise<unknown> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return undefined;
  return (await formEntries(c)).findLast(([name]) => name === CSRF_FIELD)?.[1];
}

const hostOf = (url: string | undefined): string | null => (url === undefined ? null : new URL(url).host);
