import { Failure } from '../src/domain/errors.ts';
import { type CordisReport, collectCordis } from '../src/services/collect/collect-cordis.ts';
import { renewTrackRecord } from '../src/services/collect/renew-track-record.ts';
import { scoreTopics } from '../src/services/matching/score-topics.ts';
import type { Job } from '../src/services/operate/run-job.ts';

/** Monthly, after the archives' usual renewal at the beginning of the month, away from the daily readings. */
export const cordis: Job = {
  name: 'cordis',
  cron: '30 2 6 * *',
  summary: {
    it: 'Legge gli archivi mensili di CORDIS (chi ha vinto che cosa, i nostri partner e i comuni) e ricalcola ciò che cambia.',
    en: 'Reads the monthly CORDIS archives (who won what, our partners and municipalities) and scores anew what that changes.',
  },
  async run(deps) {
    const report = await collectCordis({ deps });
    await renewTrackRecord({ deps });
    const { scored } = await scoreTopics({ deps });
    const failed = report.certificates.filter(({ verdict }) => verdict === 'failed');
    if (failed.length > 0) throw new Failure('unavailable', failureText(report), { ...report.counts });
    return { archives: report.certificates.length, unchangedArchives: report.unchanged, ...report.counts, scored };
  },
};

/** What failed and why; what was certified has been taken over all the same. */
function failureText({ certificates }: CordisReport): string {
  return certificates
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ archive, kinds }) => `CORDIS ${archive}: ${kinds[0]?.reasons.map(({ detail }) => detail).join('; ')}`)
    .join(' · ');
}
