import { prune as pruneStore } from '../src/services/operate/prune.ts';
import type { Job } from '../src/services/operate/run-job.ts';

export const prune: Job = {
  name: 'prune',
  cron: '15 5 * * *',
  summary: {
    it: 'Toglie dall’archivio i documenti grezzi superati e le righe di servizio vecchie; mai bandi, cambiamenti o letture.',
    en: 'Drops superseded raw documents and old service rows from the store; never topics, changes or scans.',
  },
  run: (deps) => pruneStore({ deps }),
};
