import { Hono } from 'hono';
import { z } from 'zod';
import { MAIL_KINDS, MUTE_KINDS } from '../../domain/delivery.ts';
import { invalid } from '../../domain/errors.ts';
import { isPillar } from '../../domain/pillar.ts';
import {
  type CalendarLink,
  makeCalendarLink,
  ownCalendarLinks,
  revokeCalendarLink,
} from '../../services/calendars/calendar-links.ts';
import { dossierCalendar } from '../../services/calendars/private-calendar.ts';
import { followCall, muteFor, removeSearchFor, saveSearchFor, unmuteFor } from '../../services/delivery/own-mail.ts';
import { readOwnWatching } from '../../services/delivery/own-watching.ts';
import { searchSchema } from '../../services/delivery/preferences.ts';
import { readableDossiers } from '../../services/desk/list-dossiers.ts';
import { originOf } from '../access/origin.ts';
import { requireAction, requirePerson } from '../access/require-action.ts';
import { actor, readForm } from '../desk/form.ts';
import { desk } from '../desk/links.ts';
import { href } from '../links.ts';
import { type PageContext, type PageEnv, show } from '../page-env.tsx';
import type { ShownCalendar } from './calendars-panel.tsx';
import { path } from './paths.ts';
import { WatchingPage } from './watching-page.tsx';

const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const from = z.enum(['topic']).optional();
const followSchema = z.object({ topic: z.string().min(1).max(200), on: yesNo, from });
const muteSchema = z.object({
  what: z.string().max(220),
  on: yesNo,
  untilChange: z.literal('on').optional(),
  from,
});
const calendarSchema = z.object({ dossier: z.string().max(80).optional() });

/** What the signed-in follow and mute, with their secret calendars. */
export const watchingRoutes = new Hono<PageEnv>()
  .get(path.list, requirePerson, async (c) => {
    const deps = c.get('deps');
    const person = actor(c);
    const own = await readOwnWatching({ deps, person });
    const calendars = await shownCalendars(c);
    const done = c.req.query('fatto') !== undefined;
    const { partners } = deps.profile;
    return show(c, (ui, shell) => (
      <WatchingPage ui={ui} shell={shell} own={own} partners={partners} calendars={calendars} done={done} />
    ));
  })
  .post(path.calls, requirePerson, async (c) => {
    const { topic, on, from: back } = await readForm(c, followSchema);
    await followCall({ deps: c.get('deps'), person: actor(c), input: { topic, on } });
    return c.redirect(back === 'topic' ? href.topicKey(topic) : `${path.list}?fatto=1`, 303);
  })
  .post(path.mutes, requirePerson, async (c) => {
    const { what, on, untilChange, from: back } = await readForm(c, muteSchema);
    const muted = mutable(what);
    const given = { deps: c.get('deps'), person: actor(c) };
    if (on) await muteFor({ ...given, input: { ...muted, untilChange: untilChange === 'on' } });
    else await unmuteFor({ ...given, input: muted });
    return c.redirect(back === 'topic' ? href.topicKey(muted.value) : `${path.list}?fatto=1`, 303);
  })
  .post(path.searches, requirePerson, async (c) => {
    const { query, pillar } = await readForm(c, searchSchema);
    await saveSearchFor({ deps: c.get('deps'), person: actor(c), input: { query, pillar: pillar ?? null } });
    return c.redirect(`${path.list}?fatto=1#h-searches`, 303);
  })
  .post(path.searchEnd, requirePerson, async (c) => {
    await removeSearchFor({ deps: c.get('deps'), person: actor(c), input: { id: Number(c.req.param('id')) || 0 } });
    return c.redirect(`${path.list}?fatto=1#h-searches`, 303);
  })
  .post(path.calendars, requirePerson, async (c) => {
    const { dossier } = await readForm(c, calendarSchema);
    await makeCalendarLink({ deps: c.get('deps'), person: actor(c), input: { dossierId: dossier ?? null } });
    return c.redirect(`${path.list}?fatto=1#h-calendars`, 303);
  })
  .post(path.calendarEnd, requirePerson, async (c) => {
    await revokeCalendarLink({ deps: c.get('deps'), person: actor(c), input: { id: c.req.param('id') } });
    return c.redirect(`${path.list}?fatto=1#h-calendars`, 303);
  })
  .get(desk.deadlinesIcs(':id'), requireAction('dossier.read'), async (c) => {
    const input = { lang: c.get('ui').lang, baseUrl: originOf(c) };
    const calendar = await dossierCalendar(c.get('deps'), actor(c), c.req.param('id') ?? '', input);
    return c.body(calendar, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="scadenze.ics"',
      'cache-control': 'private, no-cache',
    });
  });

/** `pillar:mobility`, `partner:atm`, `kind:alert`, `topic:HORIZON-…`. */
function mutable(what: string): { kind: (typeof MUTE_KINDS)[number]; value: string } {
  const [name = '', ...rest] = what.split(':');
  const value = rest.join(':');
  const kind = MUTE_KINDS.find((one) => one === name);
  const known =
    kind === 'pillar' ? isPillar(value) : kind === 'kind' ? MAIL_KINDS.some((one) => one === value) : value !== '';
  if (kind === undefined || !known) throw invalid(`«${what}» cannot be muted`, { field: 'what' });
  return { kind, value };
}

async function shownCalendars(c: PageContext): Promise<ShownCalendar[]> {
  const deps = c.get('deps');
  if (deps.secretKey === undefined) return [];
  const links = await ownCalendarLinks({ deps, person: actor(c) });
  const titles = links.some(({ dossierId }) => dossierId !== null)
    ? new Map((await readableDossiers(deps, actor(c), true)).map(({ id, title }) => [id, title]))
    : new Map<string, string>();
  const titleOf = ({ dossierId }: CalendarLink) => (dossierId === null ? null : (titles.get(dossierId) ?? dossierId));
  return links.map((link) => ({ ...link, title: titleOf(link), address: `${originOf(c)}${link.path}` }));
}
