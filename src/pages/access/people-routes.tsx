import { Hono } from 'hono';
import { z } from 'zod';
import { notFound } from '../../domain/errors.ts';
import { LIFETIME_S } from '../../services/access/links.ts';
import { secondsFromNow } from '../../services/access/real-time.ts';
import { invite } from '../../services/people/invite.ts';
import { listPeople, type PersonCard } from '../../services/people/list-people.ts';
import { giveRole, grantSchema, setDisabled, takeRole } from '../../services/people/manage-person.ts';
import { erasePerson, exportPerson } from '../../services/people/privacy.ts';
import { takeInPeople } from '../../services/people/take-in.ts';
import { readForm } from '../desk/form.ts';
import { href } from '../links.ts';
import { type PageContext, type PageEnv, show } from '../page-env.tsx';
import { InvitationsPage } from './invitations-page.tsx';
import { originOf } from './origin.ts';
import { NOTHING_PASTED, type Pasted } from './paste-panel.tsx';
import { PeoplePage } from './people-page.tsx';
import { PersonPage } from './person-page.tsx';
import { confirmedSchema, isLastAdministrator, sendPersonalData, signedIn } from './profile-routes.tsx';

const AT = `${href.people}/:id`;
const LONGEST_LIST = 200_000;

/** People and what they may do; only who manages people gets here. */
export const peopleRoutes = new Hono<PageEnv>()
  .get(href.people, (c) => showPeople(c, NOTHING_PASTED))
  .post(`${href.people}/incolla`, async (c) => {
    const pasted = await paste(c);
    return await showPeople(c, pasted);
  })
  .post(`${href.people}/inviti`, async (c) => {
    const people = await listPeople({ deps: c.get('deps') });
    const waiting = people.filter(({ lastSeenAt, disabled }) => lastSeenAt === null && !disabled);
    return await showInvitations(c, waiting);
  })
  .get(AT, (c) => showPerson(c))
  .post(`${AT}/invito`, async (c) => showInvitations(c, [await personOf(c)]))
  .post(`${AT}/ruoli`, async (c) => {
    const { id } = await personOf(c);
    const grant = await readForm(c, grantSchema);
    await giveRole({ deps: c.get('deps'), input: { by: signedIn(c).id, person: id, grant } });
    return c.redirect(`${href.person(id)}?done=given`, 303);
  })
  .post(`${AT}/ruoli/:grant/togli`, async (c) => {
    const { id } = await personOf(c);
    const grantId = Number(c.req.param('grant'));
    return await attempt(c, 'taken', () =>
      takeRole({ deps: c.get('deps'), input: { by: signedIn(c).id, person: id, grantId } }),
    );
  })
  .post(`${AT}/sospendi`, async (c) => {
    const input = { by: signedIn(c).id, person: (await personOf(c)).id, disabled: true };
    return await attempt(c, 'disabled', () => setDisabled({ deps: c.get('deps'), input }));
  })
  .post(`${AT}/riammetti`, async (c) => {
    const input = { by: signedIn(c).id, person: (await personOf(c)).id, disabled: false };
    return await attempt(c, 'enabled', () => setDisabled({ deps: c.get('deps'), input }));
  })
  .post(`${AT}/dati.json`, async (c) => {
    const input = { by: signedIn(c).id, person: (await personOf(c)).id };
    return sendPersonalData(c, await exportPerson({ deps: c.get('deps'), input }));
  })
  .post(`${AT}/cancella`, async (c) => {
    const { id } = await personOf(c);
    await readForm(c, confirmedSchema);
    try {
      await erasePerson({ deps: c.get('deps'), input: { by: signedIn(c).id, person: id } });
    } catch (error) {
      if (isLastAdministrator(error)) return await showLastAdministrator(c);
      throw error;
    }
    return c.redirect(href.people, 303);
  });

/** Takes the pasted list in; the lines that could not be read stay in the field. */
export async function paste(c: PageContext): Promise<Pasted> {
  const { list } = await readForm(c, z.object({ list: z.string().min(1).max(LONGEST_LIST) }));
  const input = { text: list, by: signedIn(c).id };
  const { added, known, faults } = await takeInPeople({ deps: c.get('deps'), input });
  return {
    text: faults.map(({ text }) => text).join('\n'),
    result: { added: added.length, known: known.length, faults },
  };
}

async function showPeople(c: PageContext, pasted: Pasted): Promise<Response> {
  const deps = c.get('deps');
  const people = await listPeople({ deps });
  return show(c, (ui, shell) => (
    <PeoplePage ui={ui} shell={shell} people={people} bodies={deps.profile.partners} pasted={pasted} />
  ));
}

export async function showInvitations(
  c: PageContext,
  people: readonly Pick<PersonCard, 'id'>[],
  back: string = href.people,
): Promise<Response> {
  const input = { people: people.map(({ id }) => id), by: signedIn(c).id, origin: originOf(c) };
  const invitations = await invite({ deps: c.get('deps'), input });
  const until = secondsFromNow(LIFETIME_S.invitation);
  const page = await show(c, (ui, shell) => (
    <InvitationsPage ui={ui} shell={shell} invitations={invitations} until={until} back={back} />
  ));
  page.headers.set('cache-control', 'no-store');
  return page;
}

async function showPerson(c: PageContext, fault?: string): Promise<Response> {
  const person = await personOf(c);
  const bodies = c.get('deps').profile.partners;
  const view = { person, bodies, done: c.req.query('done'), fault };
  return show(c, (ui, shell) => <PersonPage ui={ui} shell={shell} view={view} />, fault === undefined ? 200 : 409);
}

const showLastAdministrator = (c: PageContext): Promise<Response> =>
  showPerson(c, c.get('ui').m.people.lastAdministrator);

async function personOf(c: PageContext): Promise<PersonCard> {
  const id = c.req.param('id') ?? '';
  const person = (await listPeople({ deps: c.get('deps') })).find((one) => one.id === id);
  if (person === undefined) throw notFound('person', id);
  return person;
}

/** Does it and returns to the person's page, which says so; the house's last administrator stays one. */
async function attempt(c: PageContext, done: string, work: () => Promise<void>): Promise<Response> {
  try {
    await work();
  } catch (error) {
    if (isLastAdministrator(error)) return await showLastAdministrator(c);
    throw error;
  }
  return c.redirect(`${href.person(c.req.param('id') ?? '')}?done=${done}`, 303);
}
