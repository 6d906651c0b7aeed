import { describe, expect, it } from 'vitest';
import type { ScanLevel } from '../../db/repositories/levels.ts';
import { comparableText, diffTopics } from '../../src/domain/change.ts';
import type { Round } from '../../src/domain/topic.ts';
import { isConcordant, type PassRecord, whyDiscordant } from '../../src/ingest/concordance.ts';
import { judgeLevel } from '../../src/ingest/level-rule.ts';
import { mergeRounds } from '../../src/ingest/merge-rounds.ts';

const level = (over: Partial<ScanLevel> = {}): ScanLevel => ({
  source: 'ft-portal',
  kind: 'topic',
  archive: '',
  level: 100,
  candidate: null,
  candidateDays: [],
  acceptedAt: null,
  ...over,
});

describe('the level of a kind', () => {
  it.each([
    ['the first scan sets it', level({ level: null }), 700, false, null, 700],
    ['thirty per cent more is still news', level(), 130, false, null, 130],
    ['more than that is a re-ingest', level(), 131, false, 'level-changed', 100],
    ['so is a fall', level(), 69, false, 'level-changed', 100],
    ['below fifty rows anything goes', level({ level: 49 }), 140, true, null, 140],
    ['a kind that vanished', level({ level: 12 }), 0, true, 'type-vanished', 12],
    [
      'nothing at the first scan, where there must be something',
      level({ level: null }),
      0,
      false,
      'empty-answer',
      null,
    ],
    ['nothing at the first scan, where that may be', level({ level: null }), 0, true, null, null],
    ['nothing, as the administrator accepted', level({ level: 0 }), 0, true, null, 0],
  ] as const)('%s', (_, before, rows, mayBeEmpty, reason, after) => {
    const verdict = judgeLevel(before, rows, '2026-11-22', mayBeEmpty);
    expect(verdict.problem?.reason ?? null).toBe(reason);
    expect(verdict.level.level).toBe(after);
  });

  it('is believed on the third day, not at the third scan of a day; nothing never is', () => {
    let waiting = level();
    for (const day of ['2026-11-20', '2026-11-20', '2026-11-21']) waiting = judgeLevel(waiting, 300, day, false).level;
    expect(waiting).toMatchObject({ level: 100, candidate: 300, candidateDays: ['2026-11-20', '2026-11-21'] });
    expect(judgeLevel(waiting, 310, '2026-11-22', false)).toMatchObject({
      problem: null,
      level: { level: 310, candidate: null },
    });
    expect(judgeLevel(waiting, 600, '2026-11-22', false).level).toMatchObject({
      candidate: 600,
      candidateDays: ['2026-11-22'],
    });
    for (const day of ['1', '2', '3', '4']) waiting = judgeLevel(waiting, 0, day, true).level;
    expect(waiting).toMatchObject({ level: 100, candidate: 0 });
  });
});

describe('concordance of passes', () => {
  const pass = (references: string[], over: Partial<PassRecord> = {}): PassRecord => ({
    references: new Set(references),
    total: references.length,
    pages: 1,
    repeated: 0,
    problems: [],
    ...over,
  });

  it('needs two complete passes that name the same rows', () => {
    expect(isConcordant([pass(['a', 'b'])])).toBe(false);
    expect(isConcordant([pass(['a', 'b']), pass(['b', 'a'])])).toBe(true);
    expect(isConcordant([pass(['a'], { total: 2 }), pass(['a'], { total: 2 })])).toBe(false);
    expect(isConcordant([pass(['a', 'b']), pass(['a', 'c'])])).toBe(false);
    expect(isConcordant([pass(['a', 'b']), pass(['a'], { total: 2, repeated: 1 }), pass(['a', 'b'])])).toBe(true);
  });

  it('says why there is none', () => {
    expect(whyDiscordant([pass(['a', 'b']), pass(['a', 'c'])]).map(({ reason }) => reason)).toEqual([
      'passes-disagree',
    ]);
    expect(whyDiscordant([pass(['a'], { total: 2, repeated: 1 })])).toEqual([
      { reason: 'incomplete', detail: 'pass 1: 1 different rows of 2, 1 repeated' },
    ]);
  });
});

const round = (over: Partial<Round> = {}): Round => ({
  opensOn: '2026-10-01',
  deadlineModel: 'single-stage',
  deadlines: [{ at: '2027-03-01T16:00:00Z' }],
  budgetEur: 5e6,
  budgetShared: false,
  expectedGrants: 2,
  minContributionEur: null,
  maxContributionEur: null,
  ...over,
});
const NOW = '2027-03-02T04:15:00Z';
const at = (day: string, more = {}) => ({ at: `${day}T16:00:00Z`, ...more });

describe('rounds of a topic', () => {
  it('keep their number when all about them moves', () => {
    const moved = round({ opensOn: '2026-12-01', deadlines: [at('2027-06-01')] });
    expect(mergeRounds([{ ...round(), seq: 0 }], [moved], '2026-11-22T04:15:00Z')).toEqual([{ ...moved, seq: 0 }]);
  });

  it('held again under the same name: the window that is over stays beside the new one', () => {
    const over = { ...round({ opensOn: '2025-05-01', deadlines: [at('2025-09-16')] }), seq: 0 };
    const again = round({ opensOn: '2026-05-01', deadlines: [at('2026-09-15')] });
    expect(mergeRounds([over], [again], '2026-03-02T04:15:00Z')).toEqual([over, { ...again, seq: 1 }]);
    const lastDay = { ...over, deadlines: [at('2026-06-01')] };
    expect(mergeRounds([lastDay], [again], '2026-06-02T04:15:00Z')).toEqual([{ ...again, seq: 0 }]);
  });

  it('stay when they are over, and the next one gets the next number', () => {
    const second = round({ opensOn: '2027-05-01', deadlines: [at('2027-09-01')] });
    const both = mergeRounds([{ ...round(), seq: 0 }], [round(), second], NOW);
    expect(both.map(({ seq }) => seq)).toEqual([0, 1]);
    expect(mergeRounds(both, [second], NOW)).toEqual(both);
  });

  it('keep past cut-offs, but not a deadline that moved on its last day', () => {
    const cutOffs = round({
      deadlineModel: 'multiple cut-off',
      deadlines: [at('2027-03-01', { cutOff: 1 }), at('2027-09-01', { cutOff: 2 })],
    });
    const [kept] = mergeRounds(
      [{ ...cutOffs, seq: 0 }],
      [{ ...cutOffs, deadlines: [at('2027-09-01', { cutOff: 1 })] }],
      NOW,
    );
    expect(kept?.deadlines).toEqual(cutOffs.deadlines);
    const [single] = mergeRounds([{ ...round(), seq: 0 }], [round({ deadlines: [at('2027-03-02')] })], NOW);
    expect(single?.deadlines).toEqual([at('2027-03-02')]);
  });

  it('keep known values where the new reading is silent', () => {
    const silent = round({ budgetEur: null, expectedGrants: null, deadlineModel: null, deadlines: [] });
    expect(mergeRounds([{ ...round(), seq: 0 }], [silent], NOW)).toEqual([{ ...round(), seq: 0 }]);
    expect(mergeRounds([{ ...round(), seq: 0 }], [], NOW)).toEqual([{ ...round(), seq: 0 }]);
  });
});

describe('changes of a text', () => {
  const topic = (text: string) => ({
    identifier: 'A',
    title: 'T',
    programme: null,
    callIdentifier: null,
    callTitle: null,
    parentIdentifier: null,
    url: null,
    typesOfAction: [],
    keywords: [],
    programmeParts: [],
    rounds: [],
    statedStatus: null,
    sections: text === '' ? [] : [{ heading: 'Scope', text }],
  });

  it('ignore white space, markup, entities and footnotes', () => {
    expect(comparableText('A  <b>city</b>&nbsp;&amp; its\n port[1] .')).toBe('A city & its port.');
    expect(diffTopics(topic('a city[12], b'), topic('a  city,\nb'))).toEqual([]);
  });

  it('are told by section and place, in at most two kilobytes', () => {
    const long = 'word '.repeat(3_000);
    const [change] = diffTopics(topic(`${long}old ${long}`), topic(`${long}new ${long}`));
    expect(change).toMatchObject({ field: 'text', material: true });
    expect(JSON.stringify(change?.before)).toContain('old');
    expect(JSON.stringify(change?.after)).toContain('new');
    expect(JSON.stringify([change?.before, change?.after]).length).toBeLessThan(4_500);
  });

  it('are none when a text appears or is not read this time', () => {
    expect(diffTopics(topic(''), topic('text'))).toEqual([]);
    expect(diffTopics(topic('text'), topic(''))).toEqual([]);
  });
});
