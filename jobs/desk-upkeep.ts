import { raiseAlerts } from '../src/services/desk/raise-alerts.ts';
import { seedProjects } from '../src/services/desk/seed-projects.ts';
import type { Job } from '../src/services/operate/run-job.ts';

/** After `collect` and `score`: what the day's changes mean for the desk. */
export const deskUpkeep: Job = {
  name: 'desk-upkeep',
  cron: '55 4 * * *',
  summary: {
    it: 'Segna «da rivedere» i dossier il cui bando è cambiato e avvisa i responsabili.',
    en: 'Flags the dossiers whose call has changed and tells their owners.',
  },
  run: async (deps) => ({ ...(await raiseAlerts({ deps })), projects: await seedProjects({ deps }) }),
};
