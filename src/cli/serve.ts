import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { serve as listen, type ServerType } from '@hono/node-server';
import { schedule } from 'node-cron';
import { PROJECT_ROOT } from '../../db/project-root.node.ts';
import { JOBS } from '../../jobs/registry.ts';
import { createApp } from '../app.ts';
import { readSnapshotFile, readTrackRecordFile } from '../node/seed-files.ts';
import { inUrl, type NodeRuntime, openRuntime, readSetup } from '../node.ts';
import { firstAdministratorLink } from '../services/access/first-administrator.ts';
import { linkAddress } from '../services/access/links.ts';
import { loadSnapshot } from '../services/collect/load-snapshot.ts';
import { loadTrackRecord } from '../services/collect/load-track-record.ts';
import { seedProjects } from '../services/desk/seed-projects.ts';
import { scoreTopics } from '../services/matching/score-topics.ts';
import { shortlist, shortlistSchema } from '../services/matching/shortlist.ts';
import { type Job, missedJobs, runJob } from '../services/operate/run-job.ts';
import { originOf } from '../services/origin-of.ts';
import { print, tell } from './output.ts';

/** How long a stop waits for a running job before the store is closed under it; scans resume or fail by themselves. */
const STOP_MS = 5_000;

/** Migrates, seeds, scores, serves, and keeps the jobs' hours until a signal comes. */
export async function serve(): Promise<void> {
  const runtime = await openRuntime(readSetup(process.env));
  const { deps } = runtime;
  await prepareStore(runtime);
  const server = await start(runtime);
  // The port is known only now where any free one was asked for.
  deps.listensAt = `http://${inUrl(runtime.config.HOST)}:${portOf(server)}`;
  await print(`Bandolo: ${deps.listensAt}`);
  await tellFirstAdministrator(runtime);
  const jobs = chosenJobs(runtime);
  const running = new Set<Promise<unknown>>();
  const run = (job: Job): Promise<unknown> => {
    const one = runJob({ deps, input: { job } }).finally(() => running.delete(one));
    running.add(one);
    return one;
  };
  const tasks = jobs.map((job) =>
    schedule(job.cron, () => run(job), { name: job.name, timezone: 'UTC', noOverlap: true, logger: cronLog(runtime) }),
  );
  catchUp(runtime, jobs, run).catch((error: unknown) =>
    deps.log.error({ err: error }, 'missed jobs could not be caught up; each runs at its next hour'),
  );
  await stopSignal();
  deps.log.info({}, 'stopping');
  for (const task of tasks) await Promise.resolve(task.stop());
  server.close();
  await Promise.race([Promise.allSettled(running), new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())]);
  runtime.store.close();
  process.exit(0);
}

/** While nobody runs the house, each start prints the way in for who will; it works once and ends the one before. */
async function tellFirstAdministrator({ deps }: NodeRuntime): Promise<void> {
  const token = await firstAdministratorLink({ deps });
  if (token === null) return;
  await print(`First administrator: ${linkAddress(originOf(deps), token)}`);
  tell('Open it in a browser within a day; it works once, and a new start prints another.');
}

/** Everything that the first page needs: seeds, scores, and the shortlist once, so that its texts are judged. */
async function prepareStore({ deps }: NodeRuntime): Promise<void> {
  const snapshot = await loadSnapshot({ deps, input: { text: readSnapshotFile() } });
  const trackRecord = readTrackRecordFile();
  if (trackRecord !== null) await loadTrackRecord({ deps, input: { snapshot: trackRecord } });
  await seedProjects({ deps });
  const { scored } = await scoreTopics({ deps, input: { liveOnly: true } });
  const { total } = await shortlist({ deps, input: shortlistSchema.parse({ pageSize: 1 }) });
  deps.log.info({ snapshot, scored, shortlist: total }, 'store ready');
}

/** Listens; a port that is taken is told, not thrown as a stack. */
function start({ deps, config }: NodeRuntime): Promise<ServerType> {
  const app = createApp(deps, { readAsset, access: { trustProxy: config.TRUST_PROXY } });
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(whyNotListening(error, config))));
  });
}

function whyNotListening({ code, message }: NodeJS.ErrnoException, { HOST, PORT }: NodeRuntime['config']): string {
  if (code === 'EADDRINUSE') return `port ${PORT} of ${HOST} is taken: set PORT to another, or 0`;
  if (code === 'EACCES') return `port ${PORT} of ${HOST} is not for this user: set PORT to one above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `«${HOST}» is no address of this machine: set HOST to one of its own, or 0.0.0.0 for all`;
  return message;
}

const ASSETS = join(PROJECT_ROOT, 'src/pages/assets');

async function readAsset(path: string): Promise<Uint8Array> {
  const full = normalize(join(ASSETS, path));
  if (!full.startsWith(ASSETS)) throw new Error(`«${path}» is no asset`);
  return await readFile(full);
}

/** The jobs that ask others' servers. */
const COLLECTING = ['collect', 'cordis'];

/** With a fixed calendar, or when told not to, nothing is collected, neither now nor at night. */
function chosenJobs({ config }: NodeRuntime): readonly Job[] {
  const collects = config.AS_OF === undefined && config.COLLECT_ON_START;
  return JOBS.filter(({ name }) => collects || !COLLECTING.includes(name));
}

/** What every start does: the rest of the scores, then a collect. */
const EVERY_START = ['score', 'collect'];

/** One after the other, in the background: what every start does, then the jobs whose hour passed unseen. */
async function catchUp(
  { deps }: NodeRuntime,
  jobs: readonly Job[],
  run: (job: Job) => Promise<unknown>,
): Promise<void> {
  const missed = await missedJobs({ deps, input: { jobs } });
  const first = EVERY_START.flatMap((name) => jobs.filter((job) => job.name === name));
  for (const job of [...first, ...missed.filter((one) => !first.includes(one))]) await run(job);
}

function cronLog({ deps: { log } }: NodeRuntime) {
  const text = (message: string | Error) => (message instanceof Error ? message.message : message);
  return {
    info: (message: string) => log.debug({}, message),
    warn: (message: string) => log.warn({}, message),
    error: (message: string | Error, error?: Error) => log.error({ err: error }, text(message)),
    debug: (message: string | Error) => log.debug({}, text(message)),
  };
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

function portOf(server: ServerType): number {
  // A TCP server that listens has an AddressInfo; only pipes have text.
  return (server.address() as AddressInfo).port;
}
