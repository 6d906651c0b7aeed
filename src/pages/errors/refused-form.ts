import { raw } from 'hono/html';
import type { Failure } from '../../domain/errors.ts';
import { localPath } from '../../services/access/local-path.ts';
import { needLines } from '../desk/need-lines.ts';
import { formEntries } from '../form-entries.ts';
import { type PageContext, sendPage } from '../page-env.tsx';
import { formAgain, STOOD_ON } from './form-again.ts';

type Given = Awaited<ReturnType<typeof formEntries>>;

/** The form as it was sent, on the page where it stood, with a way to each faulty field; null where that cannot be had. */
export async function refusedForm(c: PageContext, { detail }: Failure): Promise<Response | null> {
  const ui = c.get('ui');
  const faults = needLines(ui, roomOf(c), detail);
  if (c.req.method !== 'POST' || faults.length === 0) return null;
  const given = await formEntries(c);
  const heading = ui.m.desk.faults.invalid;
  for (const page of pagesBefore(c, given)) {
    const answer = await c.get('askAgain')(page);
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const refused = { action: c.req.path, page, given, faults, heading, inTitle: heading };
    const html = formAgain(await answer.text(), refused);
    if (html !== null) return sendPage(c, raw(html.replace(/^<!doctype html>/i, '')), 400);
  }
  return null;
}

/** A form refused before knows its page; browsers say it of others; where they do not, the form's address tells. */
function pagesBefore(c: PageContext, given: Given): string[] {
  const stoodOn = given.find(([name]) => name === STOOD_ON)?.[1];
  if (stoodOn !== undefined) return [localPath(stoodOn)];
  const referer = c.req.header('referer') ?? '';
  if (!URL.canParse(referer)) return upwards(c.req.path);
  const from = new URL(referer);
  return from.host === c.get('ui').url.host ? [from.pathname + from.search] : [];
}

/** An address and those above it. */
const upwards = (path: string): string[] =>
  path === '' ? [] : [path, ...upwards(path.slice(0, path.lastIndexOf('/')))];

/** The page that a form's address belongs to: a dossier's, a request's, a sitting's. */
export function pageOf(c: PageContext): string {
  const [, room = '', id] = c.req.path.split('/');
  return id === undefined || id === 'nuovo' ? `/${room}` : `/${room}/${id}`;
}

/** What the form stood for: the last word of its address that is no id. */
export function roomOf(c: PageContext): string {
  const [, first = '', second = '', third] = c.req.path.split('/');
  return first === 'partner' ? second : (third ?? first);
}
