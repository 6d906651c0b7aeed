import type { Budget } from '../src/ingest/steps/budget.ts';
import { collectAndScore } from '../src/services/collect/collect-and-score.ts';
import { collectStep, endCollect } from '../src/services/collect/collect-step.ts';
import type { Deps } from '../src/services/deps.ts';
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
    const { scans, scored } =
      budget === undefined ? await collectAndScore({ deps, input: {} }) : await stepAndScore(deps, budget);
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

/** In steps one thing comes after the other: a step that has read as much as it may leaves the scoring to the next. */
async function stepAndScore(deps: Deps, budget: Budget) {
  const { scans } = await collectStep({ deps, input: { budget } });
  const { scored } = await scoreTopics({ deps });
  if (!budget.isUsed()) await endCollect(deps);
  return { scans, scored };
}
