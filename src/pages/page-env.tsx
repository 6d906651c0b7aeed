import type { Context } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Deps } from '../services/deps.ts';
import type { Viewer } from './access/viewer.ts';
import type { PaperFonts } from './paper/paper-fonts.ts';
import { readShell, type Shell } from './shell.ts';
import type { Ui } from './ui.ts';

/** What the pages' middleware has put beside each request. */
export interface PageEnv {
  Variables: {
    ui: Ui;
    deps: Deps;
    viewer: Viewer;
    paperFonts: () => Promise<PaperFonts>;
    /** Where the request comes from, for limits; null where nobody can tell. */
    address: string | null;
    /** Asks a page of this house once more, for the same reader. */
    askAgain: (path: string) => Promise<Response>;
  };
}

export type PageContext = Context<PageEnv>;

type Drawn = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Draws a page around what a component shows; the shell is read once for it. */
export async function show(
  c: PageContext,
  draw: (ui: Ui, shell: Shell) => Drawn,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const shell = await readShell(c.get('deps'), c.get('viewer'));
  return sendPage(c, draw(c.get('ui'), shell), status);
}

/** The address decides the page only together with cookie and language wishes; nobody else's cache may keep it. */
export function sendPage(c: PageContext, drawn: Drawn, status: ContentfulStatusCode): Response | Promise<Response> {
  c.header('vary', 'Accept-Language, Cookie');
  c.header('cache-control', 'private, no-cache');
  c.header('content-language', c.get('ui').lang);
  return c.html(html`<!doctype html>${drawn}`, status);
}

/** A list for a spreadsheet. */
export function sendCsv(c: PageContext, name: string, text: string): Response {
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
    vary: 'Accept-Language, Cookie',
    'cache-control': 'private, no-cache',
  });
}

/** A paper to print or keep; its name says what it is when it lies among others. */
export function sendPdf(c: PageContext, name: string, bytes: Uint8Array): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${name}.pdf"`,
    'cache-control': 'private, no-cache',
  });
}
