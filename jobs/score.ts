import { scoreTopics } from '../src/services/matching/score-topics.ts';
import type { Job } from '../src/services/operate/run-job.ts';

/** After `collect`, which scores what it changed itself: this finds what another version of the scorer made stale. */
export const score: Job = {
  name: 'score',
  cron: '45 4 * * *',
  summary: {
    it: 'Calcola la pertinenza dei bandi nuovi, cambiati o valutati con un metodo superato.',
    en: 'Scores the topics that are new, changed, or scored by an outdated method.',
  },
  run: (deps) => scoreTopics({ deps }),
};
