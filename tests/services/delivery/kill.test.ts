import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { expect, it } from 'vitest';
import { listDeliveries } from '../../../db/repositories/delivery/ledger.ts';
import { openNodeStore } from '../../../db/store.node.ts';
import { groupBy } from '../../../src/domain/desk/group-by.ts';
import { bundleBench } from '../../bench/bundle-bench.ts';
import { BUSES, deliveryWorld, HEAT } from './world.ts';

const PEOPLE = 60;
const KILLS = 20;

/** Runs a Monday's digests in a process of its own; killed so long after it began, or after so many mails, or left to end. */
function monday(script: string, path: string, port: number, kill: Kill | null, seen: () => number): Promise<void> {
  const child = spawn(process.execPath, [script, path, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let watch: NodeJS.Timeout | undefined;
  child.stdout.once('data', () => {
    if (kill === null) return;
    const goal = seen() + kill.mails;
    const until = Date.now() + kill.afterMs;
    watch = setInterval(() => (seen() >= goal || Date.now() >= until) && child.kill('SIGKILL'), 1);
  });
  return new Promise((resolve) => {
    child.once('exit', () => {
      clearInterval(watch);
      resolve();
    });
  });
}

interface Kill {
  mails: number;
  afterMs: number;
}

it('kill -9 at twenty moments of a Monday loses no mail, and writes nobody a second one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bandolo-mail-'));
  const path = join(folder, 'b.db');
  const got: { to: string; id: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then(({ messageId }) => {
        got.push({ to: envelope.rcptTo[0]?.address ?? '', id: messageId ?? '' });
        done();
      }, done);
    },
  });
  // A killed client breaks its connection.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  const store = await openNodeStore(path);
  const world = await deliveryWorld({}, store);
  for (let n = 0; n < PEOPLE; n += 1) await world.person([{ role: 'secretariat' }]);
  await world.topics([BUSES(), HEAT()]);
  const script = await bundleBench(join(import.meta.dirname, 'digest-child.ts'));
  for (let n = 0; n < KILLS; n += 1) {
    // Some while it writes the ledger, some between two mails, some within one.
    const kill = n % 2 === 0 ? { mails: 1_000, afterMs: Math.random() * 400 } : { mails: 1 + (n % 4), afterMs: 20_000 };
    await monday(script, path, port, kill, () => got.length);
  }
  await monday(script, path, port, null, () => got.length);

  const byPerson = groupBy(got, ({ to }) => to);
  expect(byPerson.size).toBe(PEOPLE);
  for (const [to, mails] of byPerson) expect([to, new Set(mails.map(({ id }) => id)).size]).toEqual([to, 1]);
  // What the server took in the very moment of a kill comes again under the same id, which mail readers show once.
  expect(got.length).toBeLessThanOrEqual(PEOPLE + KILLS);
  expect(await listDeliveries(store.db, ['sent'], 1000)).toHaveLength(PEOPLE);
  store.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(folder, { recursive: true, force: true });
}, 120_000);
