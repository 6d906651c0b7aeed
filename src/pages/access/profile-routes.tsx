import { Hono } from 'hono';
import { z } from 'zod';
import type { Person } from '../../domain/desk/people/person.ts';
import { Failure } from '../../domain/errors.ts';
import { listPasskeys, removePasskey } from '../../services/access/passkeys.ts';
import { endSession, endSessions, listSessions } from '../../services/access/sessions.ts';
import { erasePerson, exportPerson, type PersonalData } from '../../services/people/privacy.ts';
import { readForm } from '../desk/form.ts';
import { href } from '../links.ts';
import { type PageContext, type PageEnv, show } from '../page-env.tsx';
import { ProfilePage } from './profile-page.tsx';
import { forgetToken, readToken } from './session-cookie.ts';

/** Nothing is erased by one wrong press. */
export const confirmedSchema = z.object({ confirm: z.literal('yes') });

/** One's own things; who is not signed in is turned away by the guard before. */
export const profileRoutes = new Hono<PageEnv>()
  .get(href.profile, (c) => showProfile(c))
  .post(`${href.profile}/sessioni/chiudi`, async (c) => {
    const exceptToken = readToken(c) ?? '';
    await endSessions({ deps: c.get('deps'), input: { personId: signedIn(c).id, exceptToken } });
    return c.redirect(`${href.profile}?done=sessions`, 303);
  })
  .post(`${href.profile}/sessioni/:id/chiudi`, async (c) => {
    await endSession({ deps: c.get('deps'), input: { id: c.req.param('id'), personId: signedIn(c).id } });
    return c.redirect(`${href.profile}?done=session`, 303);
  })
  .post(`${href.passkeys}/togli`, async (c) => {
    const { id } = await readForm(c, z.object({ id: z.string().min(1).max(2000) }));
    await removePasskey({ deps: c.get('deps'), input: { id, personId: signedIn(c).id } });
    return c.redirect(`${href.profile}?done=passkeyRemoved`, 303);
  })
  .post(`${href.profile}/dati.json`, async (c) => {
    const { id } = signedIn(c);
    return sendPersonalData(c, await exportPerson({ deps: c.get('deps'), input: { person: id, by: id } }));
  })
  .post(`${href.profile}/cancella`, async (c) => {
    const { id } = signedIn(c);
    await readForm(c, confirmedSchema);
    try {
      await erasePerson({ deps: c.get('deps'), input: { person: id, by: id } });
    } catch (error) {
      if (isLastAdministrator(error)) return await showProfile(c, c.get('ui').m.people.lastAdministrator);
      throw error;
    }
    forgetToken(c);
    return c.redirect('/', 303);
  });

async function showProfile(c: PageContext, fault?: string): Promise<Response> {
  const deps = c.get('deps');
  const person = signedIn(c);
  const input = { personId: person.id, token: readToken(c) ?? '' };
  const view = {
    person,
    bodies: deps.profile.partners,
    sessions: await listSessions({ deps, input }),
    passkeys: await listPasskeys({ deps, input }),
    done: c.req.query('done'),
    fault,
  };
  return show(c, (ui, shell) => <ProfilePage ui={ui} shell={shell} view={view} />, fault === undefined ? 200 : 409);
}

export const isLastAdministrator = (error: unknown): boolean =>
  error instanceof Failure && error.detail['reason'] === 'last-administrator';

export function signedIn(c: PageContext): Person {
  const { person } = c.get('viewer');
  if (person === null) throw new Failure('forbidden', 'sign in first');
  return person;
}

export function sendPersonalData(c: PageContext, data: PersonalData): Response {
  return c.body(JSON.stringify(data, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="dati-personali-${data.person}.json"`,
    'cache-control': 'no-store',
  });
}
