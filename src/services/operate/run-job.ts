import { finishRun, firstRunAt, type JobOutcome, lastDoneRuns, startRun } from '../../../db/repositories/job-runs.ts';
import { Failure } from '../../domain/errors.ts';
import type { Localised } from '../../domain/labels/localised.ts';
import { withLease } from '../../ingest/lease.ts';
import type { Deps } from '../deps.ts';
import { lastDue } from './cron-time.ts';
import { errorWords } from './told-error.ts';

/** A job as `jobs/registry.ts` lists it. */
export interface Job {
  name: string;
  /** Five fields, UTC. */
  cron: string;
  summary: Localised;
  /** Set where the work needs a machine with a disk; no Cron Trigger stands for it. */
  onlyOn?: 'node';
  run(deps: Deps): Promise<Record<string, number>>;
}

export interface RunReport {
  outcome: JobOutcome;
  counts: Record<string, number>;
  message: string | null;
}

/**
 * Runs a job once: no two runs at a time, also across processes, and a row for each with its counts, zeros included.
 * A failure is told by the row and the log, never thrown: the scheduler must go on.
 */
export async function runJob({ deps, input: { job } }: { deps: Deps; input: { job: Job } }): Promise<RunReport> {
  const id = await startRun(deps.db, job.name, realNow());
  const report = await attemptJob(deps, job);
  await finishRun(deps.db, id, { ...report, finishedAt: realNow() });
  const level = report.outcome === 'failed' ? 'error' : 'info';
  deps.log[level]({ job: job.name, ...report }, `job ${report.outcome}`);
  return report;
}

/** One try under the job's own lease; whatever happens is told, not thrown. */
export async function attemptJob(deps: Deps, job: Job): Promise<RunReport> {
  try {
    return { outcome: 'done', counts: await withLease(deps, `job:${job.name}`, () => job.run(deps)), message: null };
  } catch (error) {
    const busy = error instanceof Failure && error.kind === 'conflict';
    return { outcome: busy ? 'skipped' : 'failed', counts: {}, message: errorWords(error) };
  }
}

/**
 * The jobs whose last due time has passed without a run that ended well, in their order. What was due before the store
 * was there was not missed: a first start reads no monthly archive. Times are real.
 */
export async function missedJobs({
  deps,
  input: { jobs },
}: {
  deps: Deps;
  input: { jobs: readonly Job[] };
}): Promise<Job[]> {
  const done = await lastDoneRuns(deps.db);
  const born = await firstRunAt(deps.db);
  if (born === null) return [];
  const now = new Date();
  return jobs.filter((job) => {
    const due = lastDue(job.cron, now);
    return due !== null && (done.get(job.name) ?? born) < due.toISOString();
  });
}

const realNow = (): string => new Date().toISOString();
