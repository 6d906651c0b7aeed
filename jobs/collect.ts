import { collect as collectSources } from '../src/services/collect/collect.ts';
import { collectStep, endCollect } from '../src/services/collect/collect-step.ts';
import { scoreTopics } from '../src/services/matching/score-topics.ts';
import type { Job } from '../src/services/operate/run-job.ts';

/** A failed scan is not a failed job: its certificate says why, and counts tell how many failed. */
export const collect: Job = {
  name: 'collect',
  cron: '15 4 * * *',
  summary: {
    it: 'Legge le fonti quotidiane, certifica la lettura, salva i bandi e valuta ciò che è cambiato.',
    en: 'Reads the daily sources, certifies the reading, stores the topics and scores what changed.',
  },
  async run(deps) {
    const { budget } = deps;
    const { scans } =
      budget === undefined ? await collectSources({ deps, input: {} }) : await collectStep({ deps, input: { budget } });
    const { scored } = await scoreTopics({ deps });
    if (budget?.isUsed() === false) await endCollect(deps);
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
