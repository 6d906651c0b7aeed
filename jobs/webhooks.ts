import type { Job } from '../src/services/operate/run-job.ts';
import { deliverWebhooks } from '../src/services/webhooks/deliver-webhooks.ts';

/** Often, as partners build on being told soon; a run without anything to send costs two statements. */
export const webhooks: Job = {
  name: 'webhooks',
  cron: '*/5 * * * *',
  summary: {
    it: 'Avvisa i server dei partner di ciò che è accaduto e ritenta quelli che non hanno risposto.',
    en: 'Tells partners’ servers what happened and tries again those that did not answer.',
  },
  run: (deps) => deliverWebhooks({ deps }),
};
