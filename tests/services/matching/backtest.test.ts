import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTrackRecordSnapshot } from '../../../db/seed/track-record/read-snapshot.ts';
import { readGoldDir } from '../../../src/cli/gold-dir.ts';
import { loadTrackRecord } from '../../../src/services/collect/load-track-record.ts';
import { backtest, byTitle, outcomesInStore } from '../../../src/services/matching/backtest.ts';
import { readScoringData } from '../../quality/read-scoring-data.ts';
import { depsOf } from '../../support/deps.ts';
import { emptyStore } from '../../support/store.ts';

const { lexicon } = readScoringData();

const judged = (wanted: number, others: number) => [
  ...Array.from({ length: wanted }, (_, i) => ({
    topic: byTitle(`A-${i}-2015`, `Cities of tomorrow ${i}`),
    wanted: true,
    year: 2015,
  })),
  ...Array.from({ length: others }, (_, i) => ({
    topic: byTitle(`B-${i}-2016`, `Quantum sensor ${i}`),
    wanted: false,
    year: 2016,
  })),
];

describe('a backtest', () => {
  it('finds all there is where the scorer is right, and says the same of both rivals in the same run', async () => {
    const { scorer } = depsOf(await emptyStore());
    const set = backtest(scorer, lexicon, 'made up', judged(10, 90));
    expect(set.rankings.map(({ name }) => name)).toEqual(['Bandolo', 'keyword count', 'BM25 of the description']);
    expect(set).toMatchObject({ topics: 100, wanted: 10 });
    expect(set.rankings[0]).toMatchObject({
      averagePrecision: 1,
      recallAt10: 1,
      list: { length: 9, found: 9, missed: 1, noise: 0 },
    });
    expect(set.travel).toEqual([{ year: 2015, topics: 10, wanted: 10, inTopTenth: 1 }]);
  });

  it('knows from the bundled extract in which topics municipalities won', async () => {
    const deps = depsOf(await emptyStore());
    expect(await outcomesInStore(deps)).toEqual([]);
    await loadTrackRecord({ deps, input: { snapshot: readTrackRecordSnapshot() } });
    const outcomes = await outcomesInStore(deps);
    expect(outcomes.length).toBeGreaterThan(500);
    expect(outcomes.find(({ topic }) => topic.identifier === 'SCC-01-2015')?.wanted).toBe(true);
  });

  it('reads labels of one or two annotators, outcomes, and the text where a label rests on it, from a folder of gold', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bandolo-gold-'));
    writeFileSync(
      join(folder, 'labels.jsonl'),
      '{"identifier":"A-2015","title":"One","city":[2]}\n{"identifier":"B","title":"Two","city":[2,0]}\n',
    );
    writeFileSync(join(folder, 'city_wins_x.csv'), 'identifier,title,municipalities\nC-2016,"Three, four",3\n');
    writeFileSync(
      join(folder, 'texts.jsonl'),
      '{"identifier":"D-2018","title":"Four","city":[2],"basis":"text"}\n{"identifier":"D-2018","title":"Four","city":[2],"basis":"title"}\n',
    );
    const read = {
      ...byTitle('D-2018', 'Four'),
      texts: [{ field: 'description' as const, kind: 'scope' as const, text: 'x' }],
    };
    const sets = readGoldDir(folder, new Map([['D-2018', read]]));
    expect(sets.get('labels.jsonl')).toMatchObject([
      { wanted: true, year: 2015 },
      { wanted: false, year: null },
    ]);
    expect(sets.get('city_wins_x.csv')).toMatchObject([{ topic: { title: 'Three, four' }, wanted: true, year: 2016 }]);
    expect(sets.get('texts.jsonl')?.map(({ topic }) => topic.texts.length)).toEqual([1, 0]);
    expect(() => readGoldDir(join(folder, 'nowhere'))).toThrow('does not exist');
  });
});
