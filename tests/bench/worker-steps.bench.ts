/**
 * The steps of a collect with its scoring on workerd itself: processor time of the largest, by `wrangler dev`.
 *   npx tsx tests/bench/worker-steps.bench.ts [topics] [characters of text]
 * What is measured is the whole of workerd, with D1 and the network, so that a step is rather told too dear than too cheap.
 */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { openWorkerHouse } from '../browser/worker-house.ts';

const topics = Number(process.argv[2] ?? '2000');
const textLength = process.argv[3] ?? '15000';
const COLLECT = '15 4 * * *';
/** What `runJobStep` logs, as workerd prints it. */
const STEP = /job: '(\w+)',[^}]*\{[^}]*\}[^}]*goesOn: (true|false)\s*\} job step/;

const quarter = String(Math.floor(topics / 4));
const kinds = ['--topics', String(topics - 2 * Number(quarter)), '--cascades', quarter, '--externals', quarter];
const portal = fork(join(import.meta.dirname, '../fake-portal/serve.ts'), ['--text', textLength, ...kinds], {
  execArgv: ['--import', 'tsx'],
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
const address = await new Promise<string>((resolve) =>
  portal.stdout?.once('data', (data) => resolve(String(data).trim())),
);
const house = await openWorkerHouse();
try {
  await house.start({
    SECRET_KEY: 'for-this-measurement-on-this-machine-only',
    AS_OF: '2026-11-22T04:15:00Z',
    FT_PORTAL_SEARCH_URL: address,
    FT_PORTAL_DATA_URL: address,
  });
  while (!/"total":[1-9]/.test(await asked('/api/v1/shortlist?pageSize=1')))
    await new Promise((resolve) => setTimeout(resolve, 500));
  const steps: number[] = [];
  let before = house.cpuSeconds();
  let goesOn = true;
  let unread = '';
  house.hear((piece) => {
    unread += piece;
    for (let told = STEP.exec(unread); told !== null; told = STEP.exec(unread)) {
      unread = unread.slice(told.index + told[0].length);
      if (told[1] !== 'collect') continue;
      const now = house.cpuSeconds();
      steps.push(now - before);
      before = now;
      goesOn = told[2] === 'true';
      console.log(`step ${steps.length}: ${steps.at(-1)?.toFixed(2)} s of CPU`);
      if (!goesOn) console.log(told[0]);
    }
  });
  // The trigger is asked again and again; a step that the queue has begun makes it return at once.
  while (goesOn) {
    await asked(`/__scheduled?cron=${encodeURIComponent(COLLECT)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const sum = steps.reduce((total, step) => total + step, 0);
  console.log(
    `first collect of ${topics} on workerd: ${steps.length} steps, ${sum.toFixed(1)} s of CPU in all; largest step ${Math.max(...steps).toFixed(2)} s`,
  );
} finally {
  await house.close();
  portal.kill();
}

async function asked(path: string): Promise<string> {
  return await (await fetch(house.origin + path, { signal: AbortSignal.timeout(300_000) })).text();
}
