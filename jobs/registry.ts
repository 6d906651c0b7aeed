import type { Job } from '../src/services/operate/run-job.ts';
import { backup } from './backup.ts';
import { collect } from './collect.ts';
import { cordis } from './cordis.ts';
import { deskUpkeep } from './desk-upkeep.ts';
import { digest } from './digest.ts';
import { prune } from './prune.ts';
import { remind } from './remind.ts';
import { score } from './score.ts';
import { webhooks } from './webhooks.ts';

/** Every job, in the order in which a missed one is caught up; node-cron and Workers read the same list. */
export const JOBS: readonly Job[] = [backup, collect, score, deskUpkeep, cordis, prune, digest, remind, webhooks];
