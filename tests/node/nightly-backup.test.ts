import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backupStore, restoreStore } from '../../db/backup.node.ts';
import { openNodeStore } from '../../db/store.node.ts';
import { backup } from '../../jobs/backup.ts';
import { nightlyBackup } from '../../src/node/nightly-backup.ts';
import { runJob } from '../../src/services/operate/run-job.ts';
import { listTopics } from '../../src/services/topics/list-topics.ts';
import { depsOf } from '../support/deps.ts';
import { seed } from '../support/store.ts';
import { aTopic } from '../support/topics.ts';

const KEY = 'the key that signs the links of mails';

async function house() {
  const folder = mkdtempSync(join(tmpdir(), 'bandolo-nightly-'));
  const path = join(folder, 'b.db');
  const store = await openNodeStore(path);
  const directory = join(folder, 'copies');
  const night = (day: string, keep = 3) =>
    nightlyBackup({ store, directory, keep, secretKey: KEY, at: `${day}T03:40:00Z` });
  return { folder, path, store, directory, night };
}

describe('the nightly backup', () => {
  it('keeps the latest nights, one file each, for nobody else’s eyes, and touches no other file', async () => {
    const { directory, night } = await house();
    for (const day of ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21']) await night(day);
    writeFileSync(join(directory, 'notes.txt'), 'mine');
    const last = await night('2026-11-22');
    expect(readdirSync(directory).sort()).toEqual([
      'bandolo-2026-11-20.db',
      'bandolo-2026-11-21.db',
      'bandolo-2026-11-22.db',
      'notes.txt',
    ]);
    expect(last).toMatchObject({ kept: 3, dropped: 1 });
    expect(statSync(join(directory, 'bandolo-2026-11-22.db')).mode & 0o777).toBe(0o600);
  });

  it('is whole though the store is written all the while, and what comes back is the state of one instant', async () => {
    const { store, directory, night, folder } = await house();
    await seed(
      store,
      Array.from({ length: 400 }, () => aTopic({ keywords: ['x'.repeat(2_000)] })),
    );
    let writing = true;
    const writer = (async () => {
      for (let n = 0; writing; n += 1) {
        await seed(store, [aTopic({ title: `written ${n} a` }), aTopic({ title: `written ${n} b` })]);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await night('2026-11-22');
    writing = false;
    await writer;
    const elsewhere = join(folder, 'restored.db');
    expect(restoreStore(join(directory, 'bandolo-2026-11-22.db'), elsewhere)).toEqual({ secretKey: KEY });
    const back = await openNodeStore(elsewhere);
    const { total } = await listTopics({ deps: depsOf(back), input: { page: 1, pageSize: 1 } });
    // Two topics came with each write: an odd number would be half of one.
    expect([total >= 400, total % 2]).toEqual([true, 0]);
    back.close();
  });

  it('that would be damaged is not put in place, drops nothing, and fails the job with a reason', async () => {
    const { store, directory, night } = await house();
    await night('2026-11-21', 1);
    store.sqlite.exec('drop table topics');
    const run = () => night('2026-11-22', 1);
    const report = await runJob({ deps: depsOf(store, { backup: run }), input: { job: backup } });
    expect(report).toMatchObject({ outcome: 'failed', message: expect.stringContaining('not in it') });
    expect(readdirSync(directory)).toEqual(['bandolo-2026-11-21.db']);
  });

  it('that its disk cannot hold leaves nothing behind, and blames the disk, not the store', async () => {
    const { store, directory, night } = await house();
    await night('2026-11-21', 1);
    const { backup: copy } = store.sqlite;
    store.sqlite.backup = async (file: string) => {
      const done = await copy.call(store.sqlite, file);
      writeFileSync(`${file}-journal`, '');
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL', done });
    };
    await expect(night('2026-11-22', 1)).rejects.toThrow(
      /bandolo-2026-11-22\.db cannot be written \(database or disk is full\): free some space there/,
    );
    expect(readdirSync(directory)).toEqual(['bandolo-2026-11-21.db']);
  });

  it('is refused at the restore when somebody has damaged it since; the store stays', async () => {
    const { store, path, folder } = await house();
    await seed(store, [aTopic()]);
    const copy = join(folder, 'copy.db');
    await backupStore(store.sqlite, copy, KEY);
    store.close();
    writeFileSync(copy, 'no database at all');
    expect(() => restoreStore(copy, path)).toThrow('no sound backup');
    expect(existsSync(`${path}.before-restore`)).toBe(false);
    expect(new Database(path).prepare('select count(*) as n from topics').get()).toEqual({ n: 1 });
  });

  it('says on an engine without a disk that there is none', async () => {
    const { store } = await house();
    expect(await runJob({ deps: depsOf(store), input: { job: backup } })).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('no disk'),
    });
  });
});
