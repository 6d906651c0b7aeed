import { Failure } from '../src/domain/errors.ts';
import type { Job } from '../src/services/operate/run-job.ts';

/** Before the readings of the night, so that a bad one can be undone. D1 keeps thirty days of its own (Time Travel). */
export const backup: Job = {
  name: 'backup',
  cron: '40 3 * * *',
  onlyOn: 'node',
  summary: {
    it: 'Copia l’archivio mentre è in uso, apre la copia per verificarla e tiene le ultime.',
    en: 'Copies the store while it is in use, opens the copy to verify it, and keeps the latest ones.',
  },
  run({ backup }) {
    if (backup === undefined) throw new Failure('unavailable', 'This engine has no disk to put a backup on.');
    return backup();
  },
};
