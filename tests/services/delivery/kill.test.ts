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
import { bundleBench } from '../../bench/bundle-bench.ts';
import { BUSES, deliveryWorld, HEAT } from './world.ts';

const PEOPLE = 40;
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
        // It thinks before it answers, as servers do that look for viruses: the moment in which nobody knows.
        setTimeout(done, 4);
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

  expect(got.map(({ to }) => to).sort()).toEqual([...new Set(got.map(({ to }) => to))].sort());
  // Where a kill fell between the last line and the answer, the mail is there and an administrator is told of the doubt.
  const settled = await listDeliveries(store.db, ['sent', 'doubtful'], 1000);
  const people = settled.filter(({ kind }) => kind === 'digest').map(({ personId }) => personId);
  expect(new Set(people).size).toBe(PEOPLE);
  expect(people).toHaveLength(PEOPLE);
  const reached = new Set(got.map(({ to }) => to));
  const doubtful = settled.filter(({ state }) => state === 'doubtful');
  const missing = Array.from({ length: PEOPLE }, (_, n) => n + 1).filter(
    (n) => !reached.has(`persona${n}@example.org`),
  );
  expect(missing.filter((n) => !doubtful.some(({ personId }) => personId === `person-${n}`))).toEqual([]);
  store.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(folder, { recursive: true, force: true });
}, 300_000);
