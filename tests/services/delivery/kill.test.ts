import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { expect, it } from 'vitest';
import { listDeliveries, queueMail } from '../../../db/repositories/delivery/ledger.ts';
import { insertPerson } from '../../../db/repositories/people.ts';
import { openNodeStore } from '../../../db/store.node.ts';
import { MONDAY } from './world.ts';

const MAILS = 60;
const KILLS = 3;

/** Sends in a process of its own, which is killed after a while, or left to end. */
function send(path: string, port: number, seen: () => number, killAfter: number | null): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'send-child.ts'), path, String(port)],
    {
      stdio: 'ignore',
    },
  );
  const goal = killAfter === null ? Number.POSITIVE_INFINITY : seen() + killAfter;
  const watch = setInterval(() => seen() >= goal && child.kill('SIGKILL'), 1);
  return new Promise((resolve) => child.once('exit', () => resolve(clearInterval(watch))));
}

it('kill -9 while mails leave loses none, and what may come twice comes under one message id', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bandolo-mail-'));
  const path = join(folder, 'b.db');
  const ids: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then(({ messageId }) => {
        ids.push(messageId ?? '');
        done();
      }, done);
    },
  });
  // A killed client breaks its connection.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const store = await openNodeStore(path);
  const mail = { subject: 's', text: 't', html: '<p>t</p>', createdAt: MONDAY, nextTryAt: '2020-01-01T00:00:00Z' };
  for (let n = 0; n < MAILS; n += 1) {
    const id = `p${n}`;
    await insertPerson(store.db, {
      id,
      name: id,
      email: `${id}@example.org`,
      bodyId: null,
      language: 'it',
      createdAt: MONDAY,
    });
    await queueMail(store.db, {
      ...mail,
      personId: id,
      kind: 'digest',
      period: 'x',
      reason: 'x',
      messageId: `<${id}@x>`,
    });
  }
  for (let n = 0; n < KILLS; n += 1) await send(path, port, () => ids.length, 1 + Math.floor(Math.random() * 8));
  await send(path, port, () => ids.length, null);
  expect(new Set(ids).size).toBe(MAILS);
  expect(ids.length).toBeLessThanOrEqual(MAILS + KILLS);
  expect(await listDeliveries(store.db, ['sent'], 1000)).toHaveLength(MAILS);
  store.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
