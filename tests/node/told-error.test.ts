import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { sessions } from '../../db/schema/index.ts';
import { createApp } from '../../src/app.ts';
import { storeFaultWords } from '../../src/cli/store-fault.ts';
import { issueApiKey } from '../../src/services/operate/api-keys.ts';
import { ERROR_SERIALIZERS, errorWords, storeFault } from '../../src/services/operate/told-error.ts';
import { deskWorld } from '../pages/access/desk-world.ts';
import { readAsset } from '../pages/world.ts';
import { depsOf } from '../support/deps.ts';
import { emptyStore } from '../support/store.ts';

const sqlite = (code: string, message: string) => Object.assign(new Error(message), { code });
const FULL = sqlite('SQLITE_FULL', 'database or disk is full');

describe('a store that fails', () => {
  it.each([
    ['SQLITE_FULL', 'database or disk is full', 'free some space'],
    ['SQLITE_CORRUPT_INDEX', 'database disk image is malformed', 'restore FILE'],
    ['SQLITE_IOERR_WRITE', 'disk I/O error', 'look at its disk'],
    ['SQLITE_READONLY', 'attempt to write a readonly database', 'let this user write'],
    ['SQLITE_BUSY', 'database is locked', 'let it end'],
  ])('%s: names the store, the fault and the next step, also behind another error', (code, message, step) => {
    const wrapped = new Error('Failed query: insert …', { cause: sqlite(code, message) });
    for (const error of [sqlite(code, message), wrapped]) {
      const told = storeFaultWords(error, '/srv/b.db');
      for (const words of ['/srv/b.db', message, step]) expect(told).toContain(words);
      expect(errorWords(error)).toMatch(new RegExp(`${message}: .*${step}`));
      expect(JSON.stringify(ERROR_SERIALIZERS.err(error))).toMatch(new RegExp(`"next":"[^"]*${step}`));
    }
  });

  it('is not blamed for what is not its own', () => {
    for (const error of [sqlite('ENOENT', 'no such file'), sqlite('SQLITE_CONSTRAINT', 'UNIQUE'), 'text'])
      expect(storeFault(error)).toBeNull();
    expect(storeFaultWords('text', '/srv/b.db')).toBeNull();
  });

  it('and can only be read is still read, by who is signed in and by keys', async () => {
    const world = await deskWorld({ secretKey: 'k'.repeat(40) });
    const anna = await world.someone([]);
    const input = { partner: 'politecnico-di-milano', scopes: ['matches:read' as const], label: '' };
    const { key } = await issueApiKey({ deps: world.deps, input });
    await world.store.db.update(sessions).set({ lastSeenAt: new Date(Date.now() - 3_600_000).toISOString() });
    world.store.sqlite.pragma('query_only = on');
    expect((await anna.get('/profilo')).status).toBe(200);
    const app = createApp(world.deps, { readAsset });
    expect((await app.request('/api/v1/me', { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
    const { status } = await anna.post('/seguiti/calendari');
    expect(status).toBe(503);
  });

  it('is told by page and program, each in its way, as something that may pass', async () => {
    const store = await emptyStore();
    const deps = depsOf(store);
    const app = createApp(deps, { readAsset });
    store.sqlite.prepare = () => {
      throw FULL;
    };
    const page = await app.request('/bandi');
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('L’archivio non risponde')]);
    const answer = await app.request('/api/v1/topics');
    expect([answer.status, await answer.json()]).toEqual([
      503,
      expect.objectContaining({ detail: expect.stringMatching(/try again in a minute.*remedy under request/) }),
    ]);
  });
});

it('no log or row repeats the values of a query that failed', () => {
  const error = new DrizzleQueryError('select * from people where email = ?', ['ada@example.org'], FULL);
  for (const told of [errorWords(error), JSON.stringify(ERROR_SERIALIZERS.err(error))]) {
    expect(told).not.toContain('ada@');
    expect(told).toContain('database or disk is full');
  }
  const other = new DrizzleQueryError('insert into people …', ['ada@example.org'], sqlite('X', 'no such table'));
  expect(errorWords(other)).toBe('Failed query: insert into people …');
});
