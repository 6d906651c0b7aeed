import { Hono } from 'hono';
import { z } from 'zod';
import { Failure } from '../../domain/errors.ts';
import { askForLink, askForLinkSchema, mailableOrigin } from '../../services/access/ask-for-link.ts';
import { becomeFirstAdministrator, firstAdministratorSchema } from '../../services/access/first-administrator.ts';
import { lookAtLink } from '../../services/access/links.ts';
import { localPath } from '../../services/access/local-path.ts';
import { signOut } from '../../services/access/sessions.ts';
import { type Browser, type SignedIn, signInByLink } from '../../services/access/sign-in.ts';
import { readForm } from '../desk/form.ts';
import { href } from '../links.ts';
import { type PageContext, type PageEnv, show } from '../page-env.tsx';
import { FirstAdministratorPage, LinkGonePage, LinkPage } from './link-page.tsx';
import { forgetToken, keepToken, readToken } from './session-cookie.ts';
import { AskedPage, SignInPage, TooManyPage } from './sign-in-page.tsx';

/** Where a request comes from; null where nobody can tell. */
export type AddressOf = (c: PageContext) => string | null;

/** In and out: the mail address, the link's one button, the way out. */
export const signInRoutes = (addressOf: AddressOf) =>
  new Hono<PageEnv>()
    .get(href.signIn, (c) => {
      const next = c.req.query('next');
      return show(c, (ui, shell) => <SignInPage ui={ui} shell={shell} next={next} />);
    })
    .post(href.signIn, async (c) => {
      const wanted = await readForm(c, askForLinkSchema);
      const deps = c.get('deps');
      const origin = mailableOrigin(deps.baseUrl, c.req.url);
      const asked = await askForLink({ deps, input: { ...wanted, address: addressOf(c), origin } });
      if (asked === null) return show(c, (ui, shell) => <TooManyPage ui={ui} shell={shell} />, 429);
      afterwards(c, asked.work);
      const mail = deps.mailer !== undefined && origin !== null;
      return show(c, (ui, shell) => <AskedPage ui={ui} shell={shell} mail={mail} />);
    })
    .get(`${href.signIn}/:token`, async (c) => {
      const token = c.req.param('token');
      const link = await lookAtLink({ deps: c.get('deps'), input: { token } }).catch(nothingIfGone);
      if (link === null) return showGone(c);
      return show(c, (ui, shell) =>
        link.purpose === 'first-administrator' ? (
          <FirstAdministratorPage ui={ui} shell={shell} token={token} />
        ) : (
          <LinkPage ui={ui} shell={shell} token={token} next={c.req.query('next')} />
        ),
      );
    })
    .post(`${href.signIn}/:token`, async (c) => {
      const token = c.req.param('token');
      const deps = c.get('deps');
      const link = await lookAtLink({ deps, input: { token } }).catch(nothingIfGone);
      if (link === null) return showGone(c);
      if (link.purpose === 'first-administrator') return await beginFirstHour(c, token);
      const signedIn = await signInByLink({ deps, input: { token, browser: browserOf(c) } }).catch(nothingIfGone);
      if (signedIn === null) return showGone(c);
      const { next } = await readForm(c, z.object({ next: z.string().optional() }));
      return comeIn(c, signedIn, localPath(next));
    })
    .post(href.signOut, async (c) => {
      const token = readToken(c);
      if (token !== null) await signOut({ deps: c.get('deps'), input: { token } });
      forgetToken(c);
      return c.redirect('/', 303);
    });

async function beginFirstHour(c: PageContext, token: string): Promise<Response> {
  const said = await readForm(c, firstAdministratorSchema);
  const input = { ...said, token, language: c.get('ui').lang, browser: browserOf(c) };
  const signedIn = await becomeFirstAdministrator({ deps: c.get('deps'), input }).catch(nothingIfGone);
  return signedIn === null ? showGone(c) : comeIn(c, signedIn, href.firstHour);
}

/** The browser gets its new session and goes on; the page behind the link is not kept anywhere. */
export function comeIn(c: PageContext, { token }: SignedIn, to: string): Response {
  keepToken(c, token);
  c.header('cache-control', 'no-store');
  return c.redirect(to, 303);
}

export const browserOf = (c: PageContext): Browser => ({
  userAgent: c.req.header('user-agent') ?? null,
  formerToken: readToken(c),
});

const showGone = (c: PageContext) => show(c, (ui, shell) => <LinkGonePage ui={ui} shell={shell} />, 410);

function nothingIfGone(error: unknown): null {
  if (error instanceof Failure && error.kind === 'gone') return null;
  throw error;
}

/** Done when the answer is out, so that its time tells nothing. */
function afterwards(c: PageContext, work: () => Promise<void>): void {
  const { log } = c.get('deps');
  const done = work().catch((error: unknown) => log.error({ err: error }, 'work after an answer failed'));
  try {
    c.executionCtx.waitUntil(done);
  } catch {
    // Node keeps running without being asked to.
  }
}
