import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { JOBS } from '../../jobs/registry.ts';
import { lastDue } from '../../src/services/operate/cron-time.ts';
import { type Job, missedJobs, runJob } from '../../src/services/operate/run-job.ts';
import { depsOf } from '../support/deps.ts';
import { emptyStore } from '../support/store.ts';

const job = (own: Partial<Job> = {}): Job => ({
  name: 'count',
  cron: '15 4 * * *',
  summary: { it: 'Conta.', en: 'Counts.' },
  run: async () => ({ seen: 0 }),
  ...own,
});

const rows = (store: Awaited<ReturnType<typeof emptyStore>>) =>
  store.db.all<{ outcome: string; counts: string; message: string | null }>(
    sql`select outcome, counts, message from job_runs order by id`,
  );

describe('a job', () => {
  it('leaves a row with its counts, zeros included', async () => {
    const store = await emptyStore();
    await runJob({ deps: depsOf(store), input: { job: job() } });
    expect(await rows(store)).toEqual([{ outcome: 'done', counts: '{"seen":0}', message: null }]);
  });

  it('that fails leaves a row that says why, and stops nobody', async () => {
    const store = await emptyStore();
    const broken = job({ run: () => Promise.reject(new Error('the disk is full')) });
    expect(await runJob({ deps: depsOf(store), input: { job: broken } })).toMatchObject({ outcome: 'failed' });
    expect(await rows(store)).toMatchObject([{ outcome: 'failed', message: 'the disk is full' }]);
  });

  it('does not run beside itself', async () => {
    const store = await emptyStore();
    const deps = depsOf(store);
    let finish: () => void = () => undefined;
    const slow = job({ run: () => new Promise((resolve) => (finish = () => resolve({ seen: 1 }))) });
    const first = runJob({ deps, input: { job: slow } });
    while ((await store.db.all(sql`select 1 from leases`)).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 1));
    expect(await runJob({ deps, input: { job: slow } })).toMatchObject({ outcome: 'skipped' });
    finish();
    expect(await first).toMatchObject({ outcome: 'done' });
  });

  it('whose hour passed unseen is missed, until it has run', async () => {
    const store = await emptyStore();
    const deps = depsOf(store);
    await store.db.run(
      sql`insert into job_runs (job, started_at, outcome, counts) values ('other', '2020-01-01T00:00:00Z', 'done', '{}')`,
    );
    expect(await missedJobs({ deps, input: { jobs: [job()] } })).toHaveLength(1);
    await runJob({ deps, input: { job: job() } });
    expect(await missedJobs({ deps, input: { jobs: [job()] } })).toEqual([]);
  });

  it('is found among all jobs of the registry, at any second start', async () => {
    const deps = depsOf(await emptyStore());
    await runJob({ deps, input: { job: job() } });
    expect(await missedJobs({ deps, input: { jobs: JOBS } })).toEqual([]);
  });

  it('whose hour was before the store was there is not missed', async () => {
    const deps = depsOf(await emptyStore());
    expect(await missedJobs({ deps, input: { jobs: [job()] } })).toEqual([]);
    await runJob({ deps, input: { job: job({ name: 'other' }) } });
    expect(await missedJobs({ deps, input: { jobs: [job()] } })).toEqual([]);
  });
});

describe('the registry', () => {
  it('backs up, collects, scores, reads CORDIS once a month and prunes, each at its hour', () => {
    expect(JOBS.map(({ name, cron }) => [name, cron])).toEqual([
      ['backup', '40 3 * * *'],
      ['collect', '15 4 * * *'],
      ['score', '45 4 * * *'],
      ['desk-upkeep', '55 4 * * *'],
      ['cordis', '30 2 6 * *'],
      ['prune', '15 5 * * *'],
      ['digest', '2 5,6 * * *'],
      ['remind', '20 * * * *'],
      ['webhooks', '*/5 * * * *'],
    ]);
  });
  it('prunes leases and run rows that are old, keeping the last done run', async () => {
    const store = await emptyStore();
    await store.db.run(sql`insert into leases values ('gone', 'nobody', '2020-01-01T00:00:00Z')`);
    await store.db.run(
      sql`insert into job_runs (job, started_at, outcome, counts) values ('collect', '2020-01-01T00:00:00Z', 'done', '{}'), ('collect', '2020-01-02T00:00:00Z', 'done', '{}')`,
    );
    const prune = JOBS.find(({ name }) => name === 'prune');
    expect(await prune?.run(depsOf(store))).toEqual({ leases: 1, runs: 1, webhooks: 0, rawDocuments: 0 });
  });
});

it.each([
  ['15 4 * * *', '2026-11-22T04:15:00Z', '2026-11-22T04:15:00.000Z'],
  ['15 4 * * *', '2026-11-22T04:14:59Z', '2026-11-21T04:15:00.000Z'],
  ['0 6 1 * *', '2026-11-22T00:00:00Z', '2026-11-01T06:00:00.000Z'],
  ['*/5 * * * *', '2026-11-22T12:13:30Z', '2026-11-22T12:10:00.000Z'],
  ['0 7 * * 1', '2026-11-22T12:00:00Z', '2026-11-16T07:00:00.000Z'],
])('«%s» was last due, seen from %s, at %s', (cron, now, due) => {
  expect(lastDue(cron, new Date(now))?.toISOString()).toBe(due);
});
