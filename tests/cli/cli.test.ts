import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const CLI = join(import.meta.dirname, '../../src/bandolo.mjs');

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command as a user does, in a folder of its own; never towards a network. */
function bandolo(folder: string, args: string[], own: Record<string, string> = {}): Promise<Ended> {
  const environment = {
    PATH: process.env.PATH ?? '',
    DATABASE_PATH: join(folder, 'b.db'),
    LOG_LEVEL: 'silent',
    AS_OF: '2026-11-22T09:00:00Z',
    ...own,
  };
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, env: environment });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (data) => (ended.out += data));
  child.stderr.on('data', (data) => (ended.err += data));
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ended, code })));
}

const folder = () => mkdtempSync(join(tmpdir(), 'bandolo-cli-'));
const TWO =
  '{"identifier":"A-1","title":"Mobility in cities","deadlines":["2027-05-05"]}\n{"identifier":"B-1","title":"Quantum","keywords":["deep","tech"]}\n';

describe('the command line', { timeout: 120_000 }, () => {
  it('refuses a wrong verb or option with 2, a wrong configuration with 78 and all of it', async () => {
    const own = folder();
    expect((await bandolo(own, ['dance'])).code).toBe(2);
    expect((await bandolo(own, ['shortlist', '--loud'])).code).toBe(2);
    expect((await bandolo(own, ['shortlist', '--pillar', 'smart'])).code).toBe(2);
    const { code, err } = await bandolo(own, ['shortlist'], { PORT: 'x', AS_OF: 'never' });
    expect([code, err.includes('PORT'), err.includes('AS_OF')]).toEqual([78, true, true]);
    expect(existsSync(join(own, 'never.db'))).toBe(false);
    expect(await bandolo(own, ['collect', '--source', 'tenders'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('ft-portal, cordis'),
    });
  });

  it.each([
    ['a folder', (own: string) => own, 'this is a folder'],
    ['a file that is no database', (own: string) => join(own, 'notes.txt'), 'no database'],
    ['a place where no folder can be made', () => '/proc/nowhere/b.db', 'cannot be made'],
  ])('refuses %s as its store, by name, before anything starts', async (_, pathIn, why) => {
    const own = folder();
    writeFileSync(join(own, 'notes.txt'), 'Lunedì: telefonare a Genova. '.repeat(40));
    const path = pathIn(own);
    const { code, err } = await bandolo(own, ['shortlist'], { DATABASE_PATH: path });
    expect({ code, err }).toEqual({ code: 78, err: expect.stringContaining(why) });
    expect(err).toContain(`DATABASE_PATH: "${path}"`);
  });

  it('scores a file without a store, line by line, in order, and names what it skips', async () => {
    const own = folder();
    const file = join(own, 'topics.jsonl');
    writeFileSync(file, `${TWO}{broken\n`);
    const { code, out, err } = await bandolo(own, ['score-file', file]);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => scored.parse(JSON.parse(line)));
    expect(code).toBe(1);
    expect(err).toContain('line 3');
    expect(lines.map((line) => line.identifier)).toEqual(['A-1', 'B-1']);
    expect(lines[0]?.partners).toHaveLength(77);
    expect(lines[0]?.evidence.every((item) => !item.target.startsWith('partner:'))).toBe(true);
    for (const item of lines[0]?.evidence ?? []) {
      if (item.field === 'title' && item.start !== null)
        expect('Mobility in cities'.slice(item.start, item.end ?? 0)).toBe(item.phrase);
    }
    expect(existsSync(join(own, 'b.db'))).toBe(false);
  });

  it('imports, lists, explains; an identifier it does not know is a 1', async () => {
    const own = folder();
    const file = join(own, 'topics.jsonl');
    writeFileSync(file, TWO);
    expect(await bandolo(own, ['import', file])).toMatchObject({
      code: 0,
      out: 'read 2: added 2, changed 0, unchanged 0; skipped 0\n',
    });
    expect(JSON.parse((await bandolo(own, ['show', 'A-1', '--json'])).out)).toMatchObject({
      identifier: 'A-1',
      source: 'file',
      status: 'open',
    });
    expect((await bandolo(own, ['why-not', 'B-1'])).out).toContain('B-1');
    const nobody = await bandolo(own, ['show', 'NOBODY']);
    expect([nobody.code, nobody.err.includes('NOBODY')]).toEqual([1, true]);
  });

  it('a backup holds the store and its key, and puts both back', async () => {
    const own = folder();
    const file = join(own, 'topics.jsonl');
    writeFileSync(file, TWO);
    await bandolo(own, ['import', file]);
    const backup = join(own, 'copy.db');
    expect((await bandolo(own, ['backup', backup])).code).toBe(0);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(statSync(join(own, 'secret.key')).mode & 0o777).toBe(0o600);
    const elsewhere = folder();
    expect((await bandolo(elsewhere, ['restore', backup])).code).toBe(0);
    expect((await bandolo(elsewhere, ['show', 'A-1'])).code).toBe(0);
    expect(statSync(join(elsewhere, 'secret.key')).size).toBe(statSync(join(own, 'secret.key')).size);
    writeFileSync(join(own, 'junk.db'), 'no database at all');
    chmodSync(join(own, 'junk.db'), 0o600);
    expect((await bandolo(elsewhere, ['restore', join(own, 'junk.db')])).code).toBe(1);
    expect((await bandolo(elsewhere, ['show', 'A-1'])).code).toBe(0);
  });

  it.each(['import', 'score-file', 'restore', 'catalogue import', 'house import'])(
    '%s: a file that is not there is wrong usage, and no store is made',
    async (verb) => {
      const own = folder();
      const missing = await bandolo(own, [...verb.split(' '), join(own, 'none.jsonl')]);
      expect(missing).toMatchObject({ code: 2, out: '', err: `${join(own, 'none.jsonl')} does not exist\n` });
      expect(existsSync(join(own, 'b.db'))).toBe(false);
    },
  );

  it('takes no folder for a file', async () => {
    const own = folder();
    const place = await bandolo(own, ['import', own]);
    expect(place).toMatchObject({ code: 2, out: '', err: `${own} is a folder; name a file in it\n` });
  });

  it('restores nothing under a process that has the store open, nor writes a backup over a folder', async () => {
    const own = folder();
    writeFileSync(join(own, 'topics.jsonl'), TWO);
    await bandolo(own, ['import', join(own, 'topics.jsonl')]);
    const backup = join(own, 'copy.db');
    expect(JSON.parse((await bandolo(own, ['backup', backup, '--json'])).out)).toEqual({ file: backup });
    const inUse = new Database(join(own, 'b.db'));
    inUse.prepare('select count(*) from topics').get();
    const refused = await bandolo(own, ['restore', backup]);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('is in use: stop serve') });
    expect(existsSync(join(own, 'b.db.before-restore'))).toBe(false);
    inUse.close();
    const restored = await bandolo(own, ['restore', backup]);
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('.before-restore') });
    const intoNothing = await bandolo(folder(), ['restore', backup]);
    expect(intoNothing).toMatchObject({ code: 0, out: expect.not.stringContaining('.before-restore') });
    expect((await bandolo(own, ['backup', own])).code).toBe(2);
  });

  it('a reader that has read enough ends it without complaint', async () => {
    const own = folder();
    const file = join(own, 'topics.jsonl');
    writeFileSync(file, TWO.repeat(200));
    const child = spawn('bash', [
      '-c',
      `"${process.execPath}" "${CLI}" score-file "${file}" | head -n 1 >/dev/null; echo $PIPESTATUS`,
    ]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    await new Promise((resolve) => child.on('close', resolve));
    expect({ out, err }).toEqual({ out: '0\n', err: '' });
  });

  it('prints every change, however many pages of the API they are', async () => {
    const own = folder();
    const file = join(own, 'topics.jsonl');
    const topics = (title: string) =>
      Array.from({ length: 250 }, (_, n) => JSON.stringify({ identifier: `A-${n}`, title: `${title} ${n}` })).join(
        '\n',
      );
    writeFileSync(file, topics('Before'));
    await bandolo(own, ['import', file]);
    writeFileSync(file, topics(`After ${'all '.repeat(200)}`));
    await bandolo(own, ['import', file]);
    const table = await bandolo(own, ['changes']);
    expect(Math.max(...table.out.split('\n').map((line) => line.length))).toBeLessThan(250);
    const { out } = await bandolo(own, ['changes', '--json']);
    expect(JSON.parse(out)).toMatchObject({ total: 250, items: { length: 250 } });
  });
});

const scored = z.object({
  identifier: z.string(),
  cityRelevance: z.number(),
  primaryPillar: z.string().nullable(),
  pillars: z.record(z.string(), z.number()),
  partners: z.array(z.object({ pic: z.string().nullable(), score: z.number() })),
  evidence: z.array(
    z.object({
      target: z.string(),
      phrase: z.string(),
      field: z.string(),
      start: z.number().nullable(),
      end: z.number().nullable(),
      weight: z.number(),
    }),
  ),
});
