import { collect as collectSources } from '../src/services/collect.ts';
import type { Job } from '../src/services/run-job.ts';
import { scoreTopics } from '../src/services/score-topics.ts';

/** A failed scan is not a failed job: its certificate says why, and counts tell how many failed. */
export const collect: Job = {
  name: 'collect',
  cron: '15 4 * * *',
  summary: {
    it: 'Legge le fonti quotidiane, certifica la lettura, salva i bandi e valuta ciò che è cambiato.',
    en: 'Reads the daily sources, certifies the reading, stores the topics and scores what changed.',
  },
  async run(deps) {
    const { scans } = await collectSources({ deps, input: {} });
    const { scored } = await scoreTopics({ deps });
    const sum = (name: 'topics' | 'added' | 'changed' | 'withdrawn') =>
      scans.reduce((total, scan) => total + scan.counts[name], 0);
    const failed = scans.filter((scan) => scan.certificate.verdict === 'failed').length;
    return {
      scans: scans.length,
      failed,
      topics: sum('topics'),
      added: sum('added'),
      changed: sum('changed'),
      withdrawn: sum('withdrawn'),
      scored,
    };
  },
};
