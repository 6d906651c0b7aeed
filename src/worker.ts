import type { D1Meter } from '../db/metered-d1.ts';
import { JOBS } from '../jobs/registry.ts';
import { createApp } from './app.ts';
import { ConfigError } from './config.ts';
import { loadSnapshot } from './services/collect/load-snapshot.ts';
import type { Deps } from './services/deps.ts';
import { seedProjects } from './services/desk/seed-projects.ts';
import { scoreTopics } from './services/matching/score-topics.ts';
import type { Job } from './services/operate/run-job.ts';
import { jobsUnderWay, runJobStep } from './services/operate/run-job-step.ts';
import { movingDay } from './worker/moving-day.ts';
import { openWorkerRuntime, type WorkerEnv, type WorkerRuntime } from './worker/worker-deps.ts';

interface Isolate extends WorkerRuntime {
  app: ReturnType<typeof createApp>;
  /** The bundled facts are in the store and what is alive has a score; goes on behind the first answers. */
  seeded: Promise<void>;
  /** Set while the house is moving: no pages, no jobs (moving-day.ts). */
  houseKey: string | undefined;
}

/** What Cloudflare hands to each call to outlive its answer. */
interface Context {
  waitUntil(work: Promise<unknown>): void;
}

/** One runtime an isolate; a failed start is tried again by the next request. */
let isolate: Promise<Isolate> | undefined;

async function start(env: WorkerEnv): Promise<Isolate> {
  const runtime = await openWorkerRuntime(env);
  const readAsset = (path: string) => runtime.readAsset(`pages/${path}`);
  const app = createApp(runtime.deps, { readAsset, access: { trustProxy: true } });
  const houseKey = runtime.config.HOUSE_KEY;
  return { ...runtime, app, houseKey, seeded: houseKey === undefined ? seed(runtime) : Promise.resolve() };
}

/** As `serve` does on Node: once per bundled version, insert-only. A failure is told and tried by the next isolate. */
async function seed({ deps, readAsset }: WorkerRuntime): Promise<void> {
  try {
    const text = new TextDecoder().decode(await readAsset('seed/snapshot.jsonl'));
    await loadSnapshot({ deps, input: { text } });
    await seedProjects({ deps });
    await scoreTopics({ deps, input: { liveOnly: true } });
  } catch (error) {
    deps.log.error({ err: error }, 'the bundled snapshot could not be loaded; apply the migrations first');
  }
}

function warm(env: WorkerEnv): Promise<Isolate> {
  isolate ??= start(env).catch((error: unknown) => {
    isolate = undefined;
    throw error;
  });
  return isolate;
}

/** The entry on Cloudflare Workers: the same pages, API and jobs over D1. */
export default {
  async fetch(request: Request, env: WorkerEnv, context: Context): Promise<Response> {
    const started = await warm(env).catch((error: unknown) => refused(error));
    if (started instanceof Response) return started;
    const { app, seeded, deps, houseKey, config, meter } = started;
    if (houseKey !== undefined) return await movingDay(request, deps, houseKey);
    if (await isTooMuch(request, env)) return new Response(TOO_MANY, { status: 429, headers: { 'retry-after': '60' } });
    context.waitUntil(seeded);
    return config.LOG_LEVEL === 'trace'
      ? await measured(meter, () => app.fetch(request, env))
      : await app.fetch(request, env);
  },

  /** Cron Triggers name their schedule; wrangler.toml repeats those of `jobs/` (tests/workers/cron.test.ts). */
  async scheduled({ cron }: { cron: string }, env: WorkerEnv): Promise<void> {
    const { deps, seeded, houseKey } = await warm(env);
    if (houseKey !== undefined) return;
    await seeded;
    const left = await jobsUnderWay({ db: deps.db });
    const due = JOBS.filter((job) => job.onlyOn !== 'node' && (job.cron === cron || left.includes(job.name)));
    for (const job of due) await takeStep(env, deps, job);
  },

  /** A message is a step of the job that it names; each has an invocation, and so the limits of one, to itself. */
  async queue({ messages }: { messages: readonly { body: unknown }[] }, env: WorkerEnv): Promise<void> {
    const { deps, houseKey } = await warm(env);
    if (houseKey !== undefined) return;
    for (const { body } of messages) {
      const job = JOBS.find(({ name }) => name === body);
      if (job !== undefined) await takeStep(env, deps, job);
    }
  },
};

/** What a step leaves goes to the queue; where there is none, or it fails, the next trigger takes it up. */
async function takeStep(env: WorkerEnv, deps: Deps, job: Job): Promise<void> {
  const { goesOn } = await runJobStep({ deps, input: { job } });
  if (goesOn) await env.STEPS?.send(job.name).catch((error: unknown) => deps.log.warn({ err: error }, 'queue'));
}

/** A configuration that cannot be used names what is wrong with it, never a value. */
function refused(error: unknown): Response {
  if (!(error instanceof ConfigError)) throw error;
  return new Response(`${error.message}\n`, { status: 503, headers: { 'cache-control': 'no-store' } });
}

const TOO_MANY =
  'Troppe richieste da questo indirizzo: riprova fra un minuto.\nToo many requests: try again in a minute.\n';

/** The wall around the house; what keys and strangers may ask is counted inside, isolate by isolate. */
async function isTooMuch(request: Request, { RATES }: WorkerEnv): Promise<boolean> {
  const key = request.headers.get('cf-connecting-ip');
  return RATES !== undefined && key !== null && !(await RATES.limit({ key })).success;
}

/** Tells in a header what an answer cost the store, for tests/bench/worker.bench.ts. */
async function measured(meter: D1Meter, work: () => Response | Promise<Response>): Promise<Response> {
  const before = { ...meter };
  const answer = await work();
  const body = await answer.arrayBuffer();
  const cost = `queries;dur=${meter.queries - before.queries}, trips;dur=${meter.trips - before.trips}, rows;dur=${meter.rowsRead - before.rowsRead}`;
  const headers = new Headers(answer.headers);
  headers.set('server-timing', cost);
  return new Response(body, { status: answer.status, headers });
}
