import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { importTopics } from '../../../src/services/collect/import-topics.ts';
import { getTopic } from '../../../src/services/topics/get-topic.ts';
import { listChanges, listChangesSchema } from '../../../src/services/topics/list-changes.ts';
import { depsOf } from '../../support/deps.ts';
import { emptyStore } from '../../support/store.ts';

async function* lines(...items: (object | string)[]): AsyncGenerator<string> {
  for (const item of items) yield typeof item === 'string' ? item : JSON.stringify(item);
}

const FULL = {
  identifier: 'CERV-2027-CITIZENS-TOWN',
  title: 'Town-Twinning',
  programme: 'Citizens, Equality, Rights and Values Programme (CERV)',
  typesOfAction: ['CERV Lump Sum Grants'],
  description: 'Towns <b>meet</b>.',
  keywords: ['twinning'],
  opensOn: '2026-10-01',
  deadlines: ['2027-03-04', '2027-09-15T12:00:00+02:00'],
  deadlineModel: 'multiple cut-off',
  budgetEur: 5_000_000,
};

describe('import', () => {
  it('loads a line as a topic of source «file»', async () => {
    const deps = depsOf(await emptyStore());
    expect(await importTopics({ deps, input: { lines: lines(FULL) } })).toMatchObject({
      read: 1,
      added: 1,
      skipped: [],
    });
    const found = await getTopic({ deps, input: { identifier: FULL.identifier } });
    expect(found).toMatchObject({
      topic: {
        source: 'file',
        programme: 'CERV',
        status: 'open',
        rounds: [
          {
            budgetEur: 5e6,
            deadlines: [
              { at: '2027-03-04T16:00:00Z', cutOff: 1 },
              { at: '2027-09-15T10:00:00Z', cutOff: 2 },
            ],
          },
        ],
        sections: [{ html: '<p>Towns &#60;b&#62;meet&#60;/b&#62;.</p>', text: 'Towns <b>meet</b>.' }],
      },
    });
  });

  it('a name that comes twice counts as it comes last, and the same file again changes nothing', async () => {
    const deps = depsOf(await emptyStore());
    const again = { ...FULL, title: 'Town-Twinning, corrected', deadlines: ['2027-03-05'] };
    const file = () => importTopics({ deps, input: { lines: lines(FULL, again) } });
    expect(await file()).toMatchObject({ read: 2, added: 1, changed: 0 });
    expect(await file()).toMatchObject({ read: 2, added: 0, changed: 0, unchanged: 1 });
    const found = await getTopic({ deps, input: { identifier: FULL.identifier } });
    expect(found).toMatchObject({ topic: { title: 'Town-Twinning, corrected' } });
    expect((await listChanges({ deps, input: listChangesSchema.parse({}) })).total).toBe(0);
  });

  it('names bad lines by number, skips them, and loads the rest', async () => {
    const deps = depsOf(await emptyStore());
    const told: number[] = [];
    const report = await importTopics({
      deps,
      input: {
        lines: lines(
          '\uFEFF{"identifier":"A-1","title":"First"}',
          '{broken',
          '',
          { identifier: 'B-1' },
          { identifier: 'C-1', title: 'C', opensOn: 'soon' },
          { identifier: 'D-1', title: 'Last' },
        ),
        onProblem: (line) => told.push(line),
      },
    });
    expect(report).toMatchObject({ read: 2, added: 2 });
    expect(told).toEqual([2, 4, 5]);
    expect(report.skipped.find(({ line }) => line === 5)?.problem).toContain('opensOn');
  });

  it('records what a second file changes', async () => {
    const deps = depsOf(await emptyStore());
    await importTopics({ deps, input: { lines: lines(FULL) } });
    expect(
      await importTopics({ deps, input: { lines: lines({ ...FULL, title: 'Twinning of towns' }) } }),
    ).toMatchObject({ added: 0, changed: 1 });
    const { items } = await listChanges({ deps, input: listChangesSchema.parse({}) });
    expect(items).toMatchObject([
      { field: 'title', before: 'Town-Twinning', after: 'Twinning of towns', material: true },
    ]);
  });

  it('leaves empty what our tables do not know, and says so', async () => {
    const store = await emptyStore();
    const deps = depsOf(store);
    await importTopics({
      deps,
      input: {
        lines: lines({
          identifier: 'FP10-1',
          title: 'T',
          programme: 'FP10',
          typesOfAction: ['Quantum leap'],
          status: 'maybe',
        }),
      },
    });
    expect(await getTopic({ deps, input: { identifier: 'FP10-1' } })).toMatchObject({
      topic: { programme: null, typesOfAction: [], status: null },
    });
    const kinds = await store.db.all<{ kind: string }>(sql`select kind from issues order by kind`);
    expect(kinds.map(({ kind }) => kind)).toEqual(['unknown-action-type', 'unknown-programme', 'unknown-status']);
  });

  it.each([
    ['title', 'x'.repeat(2_100_000)],
    ['keywords', Array.from({ length: 60_000 }, (_, n) => `keyword ${n}`)],
    ['callTitle', '€'.repeat(700_000)],
  ])('skips a line whose %s no store takes, by its number, and loads those around it', async (field, value) => {
    const store = await emptyStore();
    const line = (identifier: string, more = {}) => ({ identifier, title: 'Città', ...more });
    const three = lines(line('A-1'), line('B-1', { [field]: value }), line('C-1'));
    const report = await importTopics({ deps: depsOf(store), input: { lines: three } });
    expect(report).toMatchObject({ added: 2, skipped: [{ line: 2, problem: expect.stringContaining('longer than') }] });
  });

  it('cuts a text that no store takes, letters of any width, says so, and loads the lines around it', async () => {
    const store = await emptyStore();
    const deps = depsOf(store);
    const long = { identifier: 'LONG-1', title: 'Long', description: 'città e мобильность & '.repeat(60_000) };
    const report = await importTopics({ deps, input: { lines: lines(FULL, long, { identifier: 'Z-1', title: 'Z' }) } });
    expect(report).toMatchObject({ read: 3, added: 3, skipped: [] });
    const [section] = (await topicNamed(deps, 'LONG-1')).sections;
    expect(section?.text.endsWith(' […]')).toBe(true);
    expect(new TextEncoder().encode(section?.html).length).toBeLessThan(501_000);
    expect(new TextEncoder().encode(section?.html).length).toBeGreaterThan(499_000);
    const issues = await store.db.all(sql`select kind, subject from issues`);
    expect(issues).toEqual([{ kind: 'section-cut', subject: 'LONG-1' }]);
  });

  it('stores no invisible characters, no figure that no programme has, and no name made of nothing', async () => {
    const deps = depsOf(await emptyStore());
    const report = await importTopics({
      deps,
      input: {
        lines: lines(
          {
            identifier: 'N-1',
            title: 'Smart\u0000 \u202ecities\n now',
            keywords: ['\u0007', 'urban'],
            budgetEur: 1e30,
          },
          { identifier: 'N-2', title: '\u0000' },
          { identifier: '\u200b', title: 'Nameless' },
        ),
      },
    });
    expect(report.skipped.map(({ line, problem }) => [line, problem.split(':')[0]])).toEqual([
      [2, 'title'],
      [3, 'identifier'],
    ]);
    expect(await topicNamed(deps, 'N-1')).toMatchObject({
      title: 'Smart cities now',
      keywords: ['urban'],
      rounds: [{ budgetEur: null }],
    });
  });

  it('names a line that is no UTF-8 by its number', async () => {
    const deps = depsOf(await emptyStore());
    const report = await importTopics({
      deps,
      input: { lines: latin1('{"identifier":"C-1","title":"Café"}', '{"identifier":"C-2","title":"Tea"}') },
    });
    expect(report).toMatchObject({ read: 1, added: 1, skipped: [{ line: 1, problem: 'not written in UTF-8' }] });
  });
});

async function* latin1(...items: string[]): AsyncGenerator<Uint8Array> {
  for (const item of items) yield Buffer.from(item, 'latin1');
}

async function topicNamed(deps: ReturnType<typeof depsOf>, identifier: string) {
  const found = await getTopic({ deps, input: { identifier } });
  if ('topic' in found) return found.topic;
  throw new Error(`${identifier} has moved to ${found.movedTo}`);
}
