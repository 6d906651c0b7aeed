import { Hono } from 'hono';
import { z } from 'zod';
import { readOutbox, readOutboxMail, sendOutbox } from '../../services/delivery/outbox.ts';
import { ownPreferencesToken } from '../../services/delivery/preferences.ts';
import { requireAction, requirePerson } from '../access/require-action.ts';
import { readForm } from '../desk/form.ts';
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
    const { mails, counts } = await readOutbox({ deps });
    const sent = c.req.query('spedite');
    return show(c, (ui, shell) => (
      <OutboxPage
        ui={ui}
        shell={shell}
        mails={mails}
        mail={deps.mailer !== undefined}
        waiting={counts['outbox'] ?? 0}
        sent={sent === undefined ? null : Number(sent) || 0}
      />
    ));
  })
  .post(path.outboxSend, requireAction('settings.manage'), async (c) => {
    const { id } = await readForm(c, z.object({ id: z.coerce.number().int().positive().optional() }));
    const { sent } = await sendOutbox({ deps: c.get('deps'), input: { id: id ?? null } });
    return c.redirect(`${path.outbox}?spedite=${sent}`, 303);
  })
  .get(path.outboxMail, requireAction('settings.manage'), async (c) => {
    const mail = await readOutboxMail({ deps: c.get('deps'), input: { id: Number(c.req.param('id')) } });
    const mayLeave = c.get('deps').mailer !== undefined;
    return show(c, (ui, shell) => <OutboxMailPage ui={ui} shell={shell} mail={mail} mayLeave={mayLeave} />);
  });
