import { Hono } from 'hono';
import { readOutbox, readOutboxMail } from '../../services/delivery/outbox.ts';
import { ownPreferencesToken } from '../../services/delivery/preferences.ts';
import { requireAction, requirePerson } from '../access/require-action.ts';
import { type PageEnv, show } from '../page-env.tsx';
import { OutboxMailPage, OutboxPage } from './outbox-page.tsx';
import { own, path } from './paths.ts';

/** For who is signed in: one's own preferences, and the administrator's outbox. */
export const deliveryRoutes = new Hono<PageEnv>()
  .get(path.mail, requirePerson, (c) => {
    const { person } = c.get('viewer');
    return c.redirect(person === null ? '/' : own(ownPreferencesToken(c.get('deps'), person.id)), 303);
  })
  .get(path.outbox, requireAction('settings.manage'), async (c) => {
    const deps = c.get('deps');
    const { mails } = await readOutbox({ deps });
    return show(c, (ui, shell) => <OutboxPage ui={ui} shell={shell} mails={mails} mail={deps.mailer !== undefined} />);
  })
  .get(path.outboxMail, requireAction('settings.manage'), async (c) => {
    const mail = await readOutboxMail({ deps: c.get('deps'), input: { id: Number(c.req.param('id')) } });
    return show(c, (ui, shell) => <OutboxMailPage ui={ui} shell={shell} mail={mail} />);
  });
