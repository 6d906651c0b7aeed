import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { countRows, HOUSE_TABLES } from '../../../db/repositories/house.ts';
import { remoteHouse } from '../../../src/cli/remote-house.ts';
import { exportHouse } from '../../../src/services/house/export-house.ts';
import { importHouse } from '../../../src/services/house/import-house.ts';
import { localHouse } from '../../../src/services/house/local-house.ts';
import { listTopics } from '../../../src/services/topics/list-topics.ts';
import { movingDay } from '../../../src/worker/moving-day.ts';
import { depsOf } from '../../support/deps.ts';
import type { TestStore } from '../../support/engine.ts';
import { emptyStore, seed } from '../../support/store.ts';
import { aTopic } from '../../support/topics.ts';
import { fullHouse } from './full-house.ts';

const doorOf = (store: TestStore) => localHouse(depsOf(store));

async function exported(store: TestStore): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportHouse(doorOf(store))) lines.push(line);
  return lines;
}

const from = (lines: readonly string[]) => ({
  open: async function* () {
    yield* lines;
  },
});

const KEY = 'a key of at least thirty-two characters';

/** The same store, reached as the command line reaches a Worker. */
const workerOf = (store: TestStore, key = KEY) =>
  remoteHouse('https://bandolo.example', key, (url, init) => movingDay(new Request(url, init), depsOf(store), KEY));

describe('moving house', () => {
  it('carries every table of an association to another store and back, byte for byte', async () => {
    const old = await fullHouse();
    const file = await exported(old);
    expect(Object.values(await countRows(old.db)).every((rows) => rows > 0)).toBe(true);
    const fresh = await emptyStore();
    const report = await importHouse(doorOf(fresh), from(file));
    expect(Object.keys(report.rows)).toEqual(HOUSE_TABLES.map(({ name }) => name));
    expect(await exported(fresh)).toEqual(file);
    const again = await emptyStore();
    await importHouse(doorOf(again), from(await exported(fresh)));
    expect(await exported(again)).toEqual(file);
  });

  it('finds the calls in the new house, and numbers new rows after the old ones', async () => {
    const old = await fullHouse();
    await old.db.run(sql`delete from changes where id = 2`);
    const fresh = await emptyStore();
    await importHouse(doorOf(fresh), from(await exported(old)));
    const { items } = await listTopics({ deps: depsOf(fresh), input: { q: 'tramways', page: 1, pageSize: 10 } });
    expect(items.map(({ title }) => title)).toEqual(['Trams per la città']);
    for (const store of [old, fresh])
      await store.db.run(
        sql`insert into changes (topic_key, at, field, material, source) values ('k', 'now', 'title', 1, 's')`,
      );
    expect(await exported(fresh)).toEqual(await exported(old));
  });

  it('replaces the bundled calls of a store where nobody lives yet', async () => {
    const file = await exported(await fullHouse());
    const fresh = await emptyStore();
    await seed(fresh, [aTopic({ title: 'A bundled call' })]);
    await importHouse(doorOf(fresh), from(file));
    expect(await exported(fresh)).toEqual(file);
  });

  it('goes on where an import was cut off, whichever piece that was', async () => {
    const file = await exported(await fullHouse());
    const fresh = await emptyStore();
    let attempts = 0;
    for (let done = false; !done; attempts += 1) {
      const door = doorOf(fresh);
      let taken = 0;
      const falling = {
        ...door,
        take: async (piece: Parameters<typeof door.take>[0]) => {
          if (taken++ === 7) throw new Error('the line went dead');
          await door.take(piece);
        },
      };
      done = await importHouse(falling, from(file)).then(
        () => true,
        () => false,
      );
    }
    expect(attempts).toBeGreaterThan(3);
    expect(await exported(fresh)).toEqual(file);
  });

  it('goes through a Worker’s door, which opens to its key alone and shows nobody a page meanwhile', async () => {
    const file = await exported(await fullHouse());
    const worker = await emptyStore();
    await importHouse(workerOf(worker), from(file));
    expect(await exported(worker)).toEqual(file);
    const back: string[] = [];
    for await (const line of exportHouse(workerOf(worker))) back.push(line);
    expect(back).toEqual(file);
    await expect(workerOf(worker, `${KEY}.`).header()).rejects.toThrow('not the HOUSE_KEY');
    await expect(importHouse(workerOf(worker), from(file))).rejects.toThrow('lives here already');
    const visitor = await movingDay(new Request('https://bandolo.example/'), depsOf(worker), KEY);
    expect([visitor.status, await visitor.text()]).toEqual([503, expect.stringContaining('sta traslocando')]);
  });

  it('refuses, with a word on what to do, what is cut, edited, stale, another city’s, or would land on somebody', async () => {
    const old = await fullHouse();
    const file = await exported(old);
    const fresh = await emptyStore();
    const attempt = (lines: readonly string[], store = fresh) => importHouse(doorOf(store), from(lines));
    await expect(attempt([])).rejects.toThrow('bandolo house export');
    await expect(attempt(file.slice(0, -1))).rejects.toThrow('it was cut');
    await expect(attempt(file.map((line) => line.replace('Trams', 'Buses')))).rejects.toThrow(
      'changed after the export',
    );
    await expect(attempt(['{"house":"bandolo","format":0}'])).rejects.toThrow('another version');
    await expect(attempt(['not json'])).rejects.toThrow('line 1');
    const resigned = await exportedAs(old, { schema: '0001_topic_search' });
    await expect(attempt(resigned)).rejects.toThrow('0001_topic_search');
    await expect(attempt(await exportedAs(old, { city: 'genova' }))).rejects.toThrow('CITY_PROFILE=genova');
    await expect(attempt(file, old)).rejects.toThrow('lives here already');
    expect(Object.values(await countRows(fresh.db)).every((rows) => rows === 0)).toBe(true);
  });
});

describe('a file that somebody forged, with the hash to match', () => {
  const forged = (lines: readonly string[], rows: Record<string, number> = {}) => {
    const body = lines.slice(0, -1);
    const end = JSON.parse(lines.at(-1) ?? '{}');
    const sha256 = createHash('sha256')
      .update(body.map((line) => `${line}\n`).join(''))
      .digest('hex');
    return [...body, JSON.stringify({ rows: { ...end.rows, ...rows }, sha256 })];
  };

  it('is refused by its line, before anything in the store is touched', async () => {
    const file = await exported(await fullHouse());
    const at = file.findIndex((line) => line.startsWith('{"table":"people"'));
    const head = file[at] ?? '';
    const row: unknown[] = JSON.parse(file[at + 1] ?? '[]');
    const instead = (place: number, ...lines: string[]) =>
      forged([...file.slice(0, place), ...lines, ...file.slice(place + 1)]);
    const values = (...given: unknown[]) => instead(at + 1, JSON.stringify(given));
    const named = `line ${at + 2}: `;
    const cases: [string[], string][] = [
      [values(...row.slice(1)), `${named}the row has 8 values instead of 9`],
      [values({ base64: 'AAAA' }, ...row.slice(1)), `${named}«id» holds what is no text`],
      [values(null, ...row.slice(1)), `${named}«id» holds what is no text`],
      [values(...row.slice(0, -1), 'abc'), `${named}«version» holds what is no integer`],
      [values('x'.repeat(2_000_001), ...row.slice(1)), `${named}«id» is longer`],
      [
        instead(at, head.replace('"people"', '"people\\"; drop table people; --"')),
        `line ${at + 1}: the table people"`,
      ],
      [forged([...file.slice(0, -1), head, file.at(-1) ?? '']), `line ${file.length}: people stands here twice`],
      [instead(1, '[1]', file[1] ?? ''), 'line 2: a row stands before any table'],
      [forged(file, { people: 7 }), 'says 7 rows of people, the file has 2'],
      [[...file, '[1]'], `line ${file.length + 1}: something stands after the end`],
    ];
    const store = await emptyStore();
    await seed(store, [aTopic({ title: 'Bundled' })]);
    const before = await countRows(store.db);
    for (const [lines, said] of cases)
      await expect(importHouse(doorOf(store), from(lines)), said).rejects.toThrow(said);
    expect(await countRows(store.db)).toEqual(before);
  });

  it('is refused by the lines of its piece where one key stands twice', async () => {
    const file = await exported(await fullHouse());
    const at = file.findIndex((line) => line.startsWith('{"table":"people"'));
    const twice = forged([...file.slice(0, at + 2), file[at + 1] ?? '', ...file.slice(at + 3)]);
    const attempt = importHouse(doorOf(await emptyStore()), from(twice));
    await expect(attempt).rejects.toThrow(`lines ${at + 2} to ${at + 3}: rows of people contradict each other`);
  });
});

async function exportedAs(store: TestStore, own: { schema?: string; city?: string }): Promise<string[]> {
  const door = doorOf(store);
  const lines: string[] = [];
  const header = async () => ({ ...(await door.header()), ...own });
  for await (const line of exportHouse({ ...door, header })) lines.push(line);
  return lines;
}
