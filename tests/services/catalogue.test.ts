import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NodeStore } from '../../db/store.node.ts';
import { exportCatalogue } from '../../src/services/catalogue/catalogue-export.ts';
import { importCatalogue } from '../../src/services/catalogue/catalogue-import.ts';
import { isHouseMarkup } from '../../src/services/catalogue/catalogue-markup.ts';
import { listTopics, listTopicsSchema } from '../../src/services/topics/list-topics.ts';
import { readPortal } from '../feeds/stage.ts';
import { depsOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aRound, aSection, aTopic } from '../support/topics.ts';

let milano: NodeStore;
let genova: NodeStore;
beforeEach(async () => {
  milano = await emptyStore();
  genova = await emptyStore();
  const moved = aTopic({ title: 'Moved — città', sections: [aSection('Buses for «cities»')], aliases: ['OLD-NAME'] });
  const cascade = aTopic({ kind: 'cascade', identifier: 'HORIZON-X', reference: '9CASCADE', rounds: [] });
  await readPortal(milano, '2026-09-01T05:00:00Z', [moved, cascade]);
  await readPortal(milano, '2026-10-01T05:00:00Z', [
    { ...moved, rounds: [aRound({ closesOn: '2027-03-01' })] },
    cascade,
  ]);
});
afterEach(() => {
  milano.close();
  genova.close();
});

async function exported(store: NodeStore): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportCatalogue({ deps: depsOf(store) })) lines.push(line);
  return lines;
}
async function* from(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
const load = (store: NodeStore, lines: readonly string[]) =>
  importCatalogue({ deps: depsOf(store), input: { open: () => from(lines) } });
const topicsOf = (store: NodeStore) => listTopics({ deps: depsOf(store), input: listTopicsSchema.parse({}) });

/** The same lines with one rewritten and the hash made right again: somebody who knows the format. */
function forged(lines: readonly string[], at: number, rewrite: (line: string) => string): string[] {
  const edited = lines.map((line, n) => (n === at ? rewrite(line) : line));
  const hash = createHash('sha256');
  for (const line of edited.slice(1, -1)) hash.update(`${line}\n`);
  const end: object = JSON.parse(edited.at(-1) ?? '{}');
  return [...edited.slice(0, -1), JSON.stringify({ ...end, sha256: hash.digest('hex') })];
}

describe('a city that begins with another’s catalogue', () => {
  it('has the same catalogue and history, and exports the same file', async () => {
    const lines = await exported(milano);
    expect(await load(genova, lines)).toEqual({ city: 'milano', topics: 2, added: 2, changes: 1 });
    expect(await exported(genova)).toEqual(lines);
    expect(await topicsOf(genova)).toEqual(await topicsOf(milano));
    expect(genova.sqlite.prepare("select rowid from topic_search where topic_search match 'buses'").all()).toHaveLength(
      1,
    );
  });

  it('takes an export of before returns were kept', async () => {
    const lines = await exported(milano);
    expect(lines.join()).toContain('"returns":0,"returnedAt":null');
    const older = lines.map((line) => line.replace(',"returns":0,"returnedAt":null', ''));
    expect(
      await load(
        genova,
        forged(older, 0, (line) => line),
      ),
    ).toMatchObject({ added: 2 });
    expect(await exported(genova)).toEqual(lines);
  });

  it('keeps what it knew already, with its own history, and takes the same file twice', async () => {
    const lines = await exported(milano);
    const known = aTopic({ kind: 'cascade', identifier: 'HORIZON-X', reference: '9CASCADE', title: 'Ours' });
    await seed(genova, [known], '2026-11-01T05:00:00Z');
    expect(await load(genova, lines)).toMatchObject({ added: 1 });
    expect((await topicsOf(genova)).items.map(({ title }) => title)).toEqual(['Moved — città', 'Ours'].sort());
    expect(await load(genova, lines)).toMatchObject({ added: 0, changes: 0 });
    expect(genova.sqlite.prepare('select count(*) from changes').pluck().get()).toBe(1);
  });

  it('goes on where an import was cut off, missing nothing and repeating nothing', async () => {
    const many = Array.from({ length: 250 }, () => aTopic());
    await readPortal(milano, '2026-10-02T05:00:00Z', many);
    await readPortal(
      milano,
      '2026-10-03T05:00:00Z',
      many.map((topic) => ({ ...topic, title: 'Moved too' })),
    );
    const lines = await exported(milano);
    // History stands in lines 2 to 252, topics in the 252 that follow; records are written 200 at a time.
    for (const [cut, topicsSoFar] of [
      [100, 0],
      [230, 0],
      [420, 149],
      [503, 149],
    ] as const) {
      const torino = await emptyStore();
      let opened = 0;
      const open = async function* () {
        opened += 1;
        yield* opened === 1 ? lines : lines.slice(0, cut);
        if (opened > 1) throw new Error('the power failed');
      };
      await expect(importCatalogue({ deps: depsOf(torino), input: { open } })).rejects.toThrow('power');
      expect(torino.sqlite.prepare('select count(*) from topics').pluck().get()).toBe(topicsSoFar);
      await load(torino, lines);
      expect((await exported(torino)).sort()).toEqual([...lines].sort());
      torino.close();
    }
  });

  it('gets nothing of people: no name, address, note, key, mute or score', async () => {
    const secret = 'Maria-Rossi-segreto@example.org';
    expect(privateTables(milano).length).toBeGreaterThan(20);
    for (const table of privateTables(milano)) fillWith(milano, table, secret);
    expect((await exported(milano)).join('\n')).not.toContain(secret);
  });
});

/** Every table that a catalogue is not made of. */
const PUBLIC = new Set(['topics', 'rounds', 'topic_texts', 'aliases', 'changes']);
const privateTables = (store: NodeStore): string[] =>
  store.sqlite
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'topic_search%' and name not like '__drizzle%'",
    )
    .all()
    .map(({ name }) => name)
    .filter((name) => !PUBLIC.has(name));

/** A row with the secret in every text column, whatever the table means by it. */
function fillWith(store: NodeStore, table: string, secret: string): void {
  const columns = store.sqlite
    .prepare<[], { name: string; type: string }>(`select name, type from pragma_table_info('${table}')`)
    .all();
  const values = columns.map(({ type }) => (/text/i.test(type) ? secret : 777));
  store.sqlite.pragma('foreign_keys = OFF');
  store.sqlite
    .prepare(`insert into ${table} (${columns.map(({ name }) => `"${name}"`)}) values (${columns.map(() => '?')})`)
    .run(...values);
}

describe('a file that is not what it says', () => {
  const cases: [string, (lines: string[]) => string[], RegExp][] = [
    ['is empty', () => [], /empty/],
    ['was cut', (lines) => lines.slice(0, -1), /cut/],
    ['was edited', (lines) => lines.map((line) => line.replace('Moved', 'Mowed')), /unedited/],
    ['lost a line', (lines) => lines.filter((_, at) => at !== 2), /unedited/],
    ['goes on after its end', (lines) => [...lines, '{}'], /after the end/],
    [
      'is of another format',
      (lines) => lines.map((line) => line.replace('catalogue-1', 'catalogue-9')),
      /line 1: format/,
    ],
    ['is no JSON', (lines) => ['hello', ...lines], /line 1: no JSON/],
  ];
  it.each(cases)('%s, and writes nothing', async (_, spoil, words) => {
    await expect(load(genova, spoil(await exported(milano)))).rejects.toThrow(words);
    expect((await topicsOf(genova)).total).toBe(0);
  });

  it.each([
    ['a script', (line: string) => line.replace('<p>', '<script>x</script><p>'), /markup/],
    ['a handler', (line: string) => line.replace('<p>', '<p onclick=\\"x\\">'), /markup/],
    ['an address that runs', (line: string) => line.replace('"url":null', '"url":"javascript:alert(1)"'), /url/],
    [
      'a title that ends its line',
      (line: string) => line.replace('Moved', 'Moved\\r\\nATTENDEE:x'),
      /title: holds char/,
    ],
    [
      'a title that reads backwards',
      (line: string) => line.replace('Moved', '\\u202eMoved'),
      /title: holds characters/,
    ],
    ['a name made of nothing', (line: string) => line.replace(/"identifier":"[^"]+"/, '"identifier":" "'), /a name/],
    ['a name without end', (line: string) => line.replace('"key":"', `"key":"${'x'.repeat(400)}`), /key: Too big/],
    ['a column more', (line: string) => line.replace('"kind"', '"reviewer":"x","kind"'), /reviewer/],
  ])('is refused with %s in it, even where its hash fits', async (_, rewrite, words) => {
    const lines = await exported(milano);
    const at = lines.findIndex((line) => line.includes('Moved'));
    const spoilt = forged(lines, at, rewrite);
    expect(spoilt[at]).not.toBe(lines[at]);
    await expect(load(genova, spoilt)).rejects.toThrow(words);
  });
});

describe('the markup that a section may hold', () => {
  it.each([
    ['<p>a &lt; b <strong>c</strong></p>', true],
    ['<a href="https://ec.europa.eu/?a=1&amp;b">x</a>', true],
    ['<a href="javascript&colon;alert(1)">x</a>', false],
    ['<a href="https://x" onclick="y">x</a>', false],
    ['<img src=x>', false],
    ['<p>1 < 2</p>', false],
    ['<p', false],
  ])('%s: %s', (html, fits) => {
    expect(isHouseMarkup(html)).toBe(fits);
  });
});
