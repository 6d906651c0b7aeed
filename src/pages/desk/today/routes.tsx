import { Hono } from 'hono';
import { z } from 'zod';
import { calendar } from '../../../services/desk/calendar.ts';
import { putAway, today } from '../../../services/desk/today.ts';
import { requirePerson } from '../../access/require-action.ts';
import { type PageContext, type PageEnv, show } from '../../page-env.tsx';
import { asked, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { CalendarPage } from './calendar-page.tsx';
import { TodayPage } from './today-page.tsx';

async function showToday(c: PageContext): Promise<Response> {
  const read = await today({ deps: c.get('deps'), person: c.get('viewer').person });
  return show(c, (ui, shell) => <TodayPage ui={ui} shell={shell} today={read} />);
}

export const todayRoutes = new Hono<PageEnv>()
  // Who works here begins with the day; a visitor, with the calls.
  .get('/', (c, next) => (c.get('viewer').person === null ? next() : showToday(c)))
  .get(desk.today, showToday)
  .post(desk.notices, requirePerson, async (c) => {
    await putAway(asked(c, await readForm(c, z.object({ notice: z.coerce.number().int() }))));
    return c.redirect(desk.today, 303);
  })
  .get(desk.calendar, async (c) => {
    const entries = await calendar({ deps: c.get('deps'), person: c.get('viewer').person });
    return show(c, (ui, shell) => <CalendarPage ui={ui} shell={shell} entries={entries} />);
  });
