import { deliverQueued } from '../src/services/delivery/deliver-queued.ts';
import { prepareAlerts } from '../src/services/delivery/prepare-alerts.ts';
import { prepareReminders } from '../src/services/delivery/prepare-reminders.ts';
import { recordArrivals } from '../src/services/delivery/record-arrivals.ts';
import { keepSubscriptions } from '../src/services/delivery/subscribers.ts';
import type { Job } from '../src/services/operate/run-job.ts';

/** Hourly, as what could not be sent is tried again here, and what is new on the shortlist is noted. */
export const remind: Job = {
  name: 'remind',
  cron: '20 * * * *',
  summary: {
    it: 'Prepara i promemoria del giorno e gli avvisi sui bandi seguiti, annota i bandi arrivati in lista e ritenta la posta non partita.',
    en: 'Prepares the reminders of the day and the alerts on followed calls, notes what came onto the shortlist and tries unsent mail again.',
  },
  async run(deps) {
    const arrived = await recordArrivals(deps);
    await keepSubscriptions(deps);
    const { queued } = await prepareReminders({ deps });
    const { alerts } = await prepareAlerts({ deps });
    return { arrived, queued, alerts, ...(await deliverQueued({ deps })) };
  },
};
