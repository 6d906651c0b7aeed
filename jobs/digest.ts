import { deliverQueued } from '../src/services/delivery/deliver-queued.ts';
import { prepareDigests } from '../src/services/delivery/prepare-digests.ts';
import type { Job } from '../src/services/operate/run-job.ts';

/** Twice, as 07:00 in Rome is 05:00 or 06:00 UTC; before the hour nothing is due, after it nothing is due twice. */
export const digest: Job = {
  name: 'digest',
  cron: '2 5,6 * * *',
  summary: {
    it: 'Alle 7 di Roma prepara i riepiloghi del giorno o della settimana e li spedisce.',
    en: 'At 7 in Rome prepares the digests of the day or week and sends them.',
  },
  async run(deps) {
    const prepared = await prepareDigests({ deps });
    return { ...prepared, ...(await deliverQueued({ deps })) };
  },
};
