import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Deps } from '../services/deps.ts';
import { forRequest } from '../services/for-request.ts';
import type { AssetSet } from './assets.ts';
import { isLang, pickLang } from './lang.ts';
import type { PageEnv } from './page-env.tsx';
import type { PaperFonts } from './paper/paper-fonts.ts';
import { createUi } from './ui.ts';

const COOKIE = 'lang';
const YEAR_S = 31_536_000;

/** Sets the language and all else that components need; a language asked for in the address is kept in the cookie. */
export function prepare(
  deps: Deps,
  assets: () => Promise<AssetSet>,
  paperFonts: () => Promise<PaperFonts>,
): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    const url = new URL(c.req.url);
    // Links are made of it, and one that begins with two slashes leads to another host.
    url.pathname = url.pathname.replace(/^\/+/, '/');
    const asked = url.searchParams.get('lang') ?? undefined;
    if (isLang(asked)) setCookie(c, COOKIE, asked, { path: '/', maxAge: YEAR_S, sameSite: 'Lax', httpOnly: true });
    const lang = pickLang(asked, getCookie(c, COOKIE), c.req.header('accept-language'));
    c.set('deps', forRequest(deps, c.req.raw));
    c.set('paperFonts', paperFonts);
    c.set('ui', createUi({ lang, assets: (await assets()).urls, now: deps.clock.now(), url }));
    await next();
  };
}
