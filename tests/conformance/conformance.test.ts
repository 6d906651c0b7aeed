import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeStore } from '../../db/store.node.ts';
import { readPortal, score } from '../feeds/stage.ts';
import { appOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aRound, aSection, aTopic } from '../support/topics.ts';
import { BROKEN_SERVERS } from './broken-servers.ts';
import { CHECKS } from './checks.ts';
import { runChecks } from './run-checks.ts';
import type { Ask } from './server.ts';

let store: NodeStore;
let ours: Ask;

/** Eleven opportunities of every status, kind and date, so that each check has something to bite on. */
beforeAll(async () => {
  store = await emptyStore();
  const topics = [
    aTopic({
      title: 'Zero-emission buses',
      url: 'https://ec.europa.eu/x',
      sections: [aSection('Clean buses for cities')],
    }),
    aTopic({ title: 'A two-stage call', rounds: [aRound({ deadlineModel: 'two-stage' })] }),
    aTopic({ title: 'Forecast', rounds: [aRound({ opensOn: '2027-06-01', closesOn: '2027-09-01' })] }),
    aTopic({ title: 'Unknown', rounds: [] }),
    aTopic({ kind: 'cascade', identifier: 'HORIZON-X', reference: '9CASCADE', title: 'Cascade' }),
    ...[1, 2, 3, 4, 5, 6].map((n) =>
      aTopic({ title: `Closed ${n}`, rounds: [aRound({ opensOn: '2019-01-01', closesOn: `2019-05-0${n}` })] }),
    ),
  ];
  await seed(store, topics.slice(0, 3), '2026-08-22T05:00:00Z');
  await readPortal(store, '2026-09-01T05:00:00Z', topics.slice(3, 6));
  await seed(store, topics.slice(6), '2026-10-01T05:00:00Z');
  await score(store, topics.slice(0, 2));
  const app = appOf(store);
  ours = async (path, init) => await app.request(path, init);
});
afterAll(() => store.close());

describe('the conformance kit', () => {
  it('passes our own server, every check', async () => {
    expect((await runChecks(ours)).filter(({ finding }) => finding !== null)).toEqual([]);
  });

  it('knows at least fifteen ways to be wrong, each of them noticed by a check that exists', () => {
    expect(BROKEN_SERVERS.length).toBeGreaterThanOrEqual(15);
    const names = CHECKS.map(({ name }) => name);
    expect(BROKEN_SERVERS.filter(({ noticedBy }) => !names.includes(noticedBy))).toEqual([]);
  });

  it.each(BROKEN_SERVERS)('notices a server that $fault', async ({ noticedBy, breaks }) => {
    const check = CHECKS.filter(({ name }) => name === noticedBy);
    await expect(Promise.all(check.map(({ run }) => run(breaks(ours))))).rejects.toThrow();
  });

  it('ends with 0 on ours and with 1 on a server that is not there', async () => {
    const app = appOf(store);
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const exitOf = async (url: string) => {
      const run = spawn('node_modules/.bin/tsx', ['tests/conformance/run.ts', url]);
      let said = '';
      run.stdout.on('data', (chunk) => {
        said += String(chunk);
      });
      const [code] = await once(run, 'close');
      return [code, said.includes(`${CHECKS.length} of ${CHECKS.length} checks passed`)];
    };
    expect(await exitOf(`http://127.0.0.1:${port}`)).toEqual([0, true]);
    server.close();
    expect(await exitOf('http://127.0.0.1:1')).toEqual([1, false]);
  }, 120_000);
});
