import { Hono } from 'hono';
import { firstHour } from '../../services/access/first-hour.ts';
import { listPeople } from '../../services/people/list-people.ts';
import { href } from '../links.ts';
import { type PageEnv, show } from '../page-env.tsx';
import { AdministrationPage } from './administration-page.tsx';

export const administrationRoutes = new Hono<PageEnv>().get(href.administration, async (c) => {
  const deps = c.get('deps');
  const known = await listPeople({ deps });
  const done = await firstHour({ deps, known });
  const wanting = known.filter(({ wantsLinkSince }) => wantsLinkSince !== null);
  const mail = deps.mailer !== undefined;
  return show(c, (ui, shell) => <AdministrationPage ui={ui} shell={shell} done={done} wanting={wanting} mail={mail} />);
});
