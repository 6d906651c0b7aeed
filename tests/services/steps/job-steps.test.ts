import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../jobs/collect.ts';
import { digest } from '../../../jobs/digest.ts';
import type { Deps } from '../../../src/services/deps.ts';
import { type Job, runJob } from '../../../src/services/operate/run-job.ts';
import { jobsUnderWay, runJobStep } from '../../../src/services/operate/run-job-step.ts';
import { depsOf } from '../../support/deps.ts';
import type { TestStore } from '../../support/engine.ts';
import { emptyStore } from '../../support/store.ts';
import { nightOf } from '../collect-crash-scene.ts';
import { BUSES, deliveryWorld, fakeMailer, HEAT } from '../delivery/world.ts';
import { contentsOf } from './contents-of.ts';

/** Far less than a Worker gives, so that a small night takes many steps. */
const TIGHT = { queries: 60, bytes: 2_000_000, requests: 20 };

async function inSteps(deps: Deps, job: Job): Promise<number> {
  for (let steps = 1; ; steps += 1) {
    const { goesOn } = await runJobStep({ deps, input: { job, limits: TIGHT } });
    expect(await jobsUnderWay(deps)).toEqual(goesOn ? [job.name] : []);
    if (!goesOn) return steps;
  }
}

const runsOf = ({ db }: Deps) =>
  db.all<{ job: string; outcome: string; counts: string }>(sql`select job, outcome, counts from job_runs order by id`);

const nightDeps = (store: TestStore, when: 'before' | 'after'): Deps =>
  depsOf(store, { ...nightOf(store.db, when), meter: store.meter });

describe('a night in steps', { timeout: 120_000 }, () => {
  it('collects and scores what one long run would, with one row for all its steps', async () => {
    const [long, short] = [await emptyStore(), await emptyStore()];
    for (const when of ['before', 'after'] as const) {
      await runJob({ deps: nightDeps(long, when), input: { job: collect } });
      expect(await inSteps(nightDeps(short, when), collect)).toBeGreaterThan(2);
    }
    expect(await contentsOf(short.db)).toEqual(await contentsOf(long.db));
    expect(await runsOf(nightDeps(short, 'after'))).toEqual(await runsOf(nightDeps(long, 'after')));
  });

  it('sends each digest once, however often it is left in the middle', async () => {
    const { mails, mailer } = fakeMailer();
    const world = await deliveryWorld({ mailer });
    for (let n = 0; n < 25; n += 1) await world.person([{ role: 'secretariat' }]);
    await world.topics([BUSES(), HEAT()]);
    const deps: Deps = { ...world.deps, meter: world.store.meter };
    expect(await inSteps(deps, digest)).toBeGreaterThan(2);
    expect(mails.map(({ to }) => to).sort()).toEqual(
      Array.from({ length: 25 }, (_, n) => `persona${n + 1}@example.org`).sort(),
    );
    expect(await runsOf(deps)).toMatchObject([{ job: 'digest', outcome: 'done' }]);
    expect(await inSteps(deps, digest)).toBe(1);
    expect(mails).toHaveLength(25);
  });

  it('that fails says so in its row, is not under way any more, and the next one begins again', async () => {
    const store = await emptyStore();
    const broken: Job = { ...collect, run: () => Promise.reject(new Error('the portal is closed')) };
    const deps = nightDeps(store, 'before');
    expect(await runJobStep({ deps, input: { job: broken } })).toEqual({ goesOn: false });
    expect(await jobsUnderWay(deps)).toEqual([]);
    expect(await runsOf(deps)).toMatchObject([{ outcome: 'failed' }]);
  });
});
