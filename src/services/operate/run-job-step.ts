import { z } from 'zod';
import { dropFact } from '../../../db/repositories/drop-fact.ts';
import { finishRun, startRun } from '../../../db/repositories/job-runs.ts';
import { factsNamedLike, readFact, saveFact } from '../../../db/repositories/store-facts.ts';
import { type StepLimits, stepBudget } from '../../ingest/steps/budget.ts';
import type { Deps } from '../deps.ts';
import { attemptJob, type Job } from './run-job.ts';

const PREFIX = 'job under way: ';
const underWaySchema = z.object({ runId: z.number().int(), counts: z.record(z.string(), z.number()) });

/**
 * Runs a job as far as one invocation of a Worker allows. Every job can be left: it finds in the store what is still to do.
 * One row in `job_runs` for all its steps; `goesOn` = somebody must call again, the next trigger at the latest.
 */
export async function runJobStep({
  deps,
  input: { job, limits },
}: {
  deps: Deps;
  input: { job: Job; limits?: StepLimits };
}): Promise<{ goesOn: boolean }> {
  const { db } = deps;
  const startedAt = realNow();
  const left = await readUnderWay(deps, job.name);
  const budget = stepBudget(deps.meter ?? { queries: 0 }, deps.fetcher.traffic, limits);
  const report = await attemptJob({ ...deps, budget }, job);
  // Another invocation is at it, and will see to its row.
  if (report.outcome === 'skipped') return { goesOn: false };
  const runId = left?.runId ?? (await startRun(db, job.name, startedAt));
  const counts = sumOf(left?.counts ?? {}, report.counts);
  const goesOn = report.outcome === 'done' && budget.isUsed();
  if (goesOn) await saveFact(db, PREFIX + job.name, { runId, counts }, realNow());
  else {
    await finishRun(db, runId, { ...report, counts, finishedAt: realNow() });
    await dropFact(db, PREFIX + job.name);
  }
  deps.log[report.outcome === 'failed' ? 'error' : 'info']({ job: job.name, ...report, counts, goesOn }, 'job step');
  return { goesOn };
}

/** Names of the jobs that were left in the middle: whoever comes by goes on with them. */
export async function jobsUnderWay({ db }: Pick<Deps, 'db'>): Promise<string[]> {
  return (await factsNamedLike(db, PREFIX)).map((name) => name.slice(PREFIX.length));
}

async function readUnderWay({ db }: Deps, name: string) {
  const fact = await readFact(db, PREFIX + name);
  return fact === null ? null : underWaySchema.parse(fact.value);
}

function sumOf(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
}

const realNow = (): string => new Date().toISOString();
