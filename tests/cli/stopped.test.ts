import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const CLI = join(import.meta.dirname, '../../src/bandolo.mjs');

it('a collect that is told to stop writes its certificate and ends at once', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bandolo-stop-'));
  // A portal that never answers: without the signal the collect would wait for half a minute.
  const portal = createServer();
  const firstRequest = once(portal, 'request');
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an AddressInfo; only pipes have text.
  const url = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
  const child = spawn(process.execPath, [CLI, 'collect', '--source', 'ft-portal', '--json'], {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_PATH: join(folder, 'b.db'),
      LOG_LEVEL: 'silent',
      FT_PORTAL_SEARCH_URL: url,
      FT_PORTAL_DATA_URL: url,
    },
  });
  let out = '';
  child.stdout.on('data', (data) => (out += data));
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve([code, signal])));
  await firstRequest;
  child.kill('SIGTERM');
  expect(await ended).toEqual([1, null]);
  expect(JSON.parse(out)).toMatchObject({ scans: [{ certificate: { verdict: 'failed', reasons: ['interrupted'] } }] });
  portal.closeAllConnections();
  portal.close();
});
