import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapTopic } from '../../../src/sources/ft-portal/map.ts';

const LINE = { expectedGrants: 1, minContribution: 0, maxContribution: 0 };

function topicRow(metadata: Record<string, unknown>) {
  const base = {
    type: ['1'],
    identifier: ['X-2026-1'],
    title: ['A title'],
    status: ['31094502'],
    frameworkProgramme: ['43108390'],
  };
  return { reference: '50990001TOPICSen', metadata: { ...base, ...metadata } };
}
const roundsOf = (metadata: Record<string, unknown>) => mapTopic({ row: topicRow(metadata) }).draft?.rounds ?? [];
const overview = (lines: Record<string, unknown>) => [JSON.stringify({ budgetTopicActionMap: lines })];
const kindsOf = (metadata: Record<string, unknown>) =>
  mapTopic({ row: topicRow(metadata) }).issues.map((issue) => issue.kind);

describe('rounds of a row without actions', () => {
  it.each<[string, Record<string, unknown>, (string[] | null)[]]>([
    ['one deadline', { startDate: ['2026-05-01'], deadlineDate: ['2026-09-01'] }, [['2026-05-01', '2026-09-01']]],
    [
      'cut-offs of one window, out of order',
      { startDate: ['2026-01-01'], deadlineDate: ['2026-09-01', '2026-03-01'] },
      [['2026-01-01', '2026-03-01', '2026-09-01']],
    ],
    [
      'three years side by side',
      {
        startDate: ['2017-12-05', '2018-09-05', '2019-09-24'],
        deadlineDate: ['2020-01-29', '2018-04-05', '2019-02-05'],
      },
      [
        ['2017-12-05', '2018-04-05'],
        ['2018-09-05', '2019-02-05'],
        ['2019-09-24', '2020-01-29'],
      ],
    ],
    ['a deadline that is not known yet', { startDate: ['2027-01-01'] }, [['2027-01-01']]],
    ['no dates at all', {}, []],
  ])('%s', (_, metadata, expected) => {
    const found = roundsOf(metadata).map((round) => [
      round.opensOn,
      ...round.deadlines.map((deadline) => deadline.at.slice(0, 10)),
    ]);
    expect(found).toEqual(expected);
  });

  it('two types of action with the same window are one round, their money together', () => {
    const action = {
      plannedOpeningDate: '2026-05-01',
      deadlineDates: ['2026-09-01'],
      submissionProcedure: { id: 31094504 },
    };
    const rounds = roundsOf({
      actions: [
        JSON.stringify([
          { ...action, types: [{ typeOfAction: 'HORIZON-RIA HORIZON Research and Innovation Actions' }] },
          action,
        ]),
      ],
      budgetOverview: overview({
        a: [{ ...LINE, action: 'X-2026-1 - RIA', budgetYearMap: { 2026: '3000000' } }],
        b: [{ ...LINE, action: 'X-2026-1 - CSA', budgetYearMap: { 2026: '1000000' } }],
      }),
    });
    expect(
      rounds.map(({ deadlineModel, budgetEur, expectedGrants }) => [deadlineModel, budgetEur, expectedGrants]),
    ).toEqual([['single-stage', 4_000_000, 2]]);
  });

  it('a line over several years pays each round in the year that it closes', () => {
    const actions = [2018, 2019].map((year) => ({
      plannedOpeningDate: `${year - 1}-10-01`,
      deadlineDates: [`${year}-04-05`],
    }));
    const budgetYearMap = { 2018: 40, 2019: 46 };
    const rounds = roundsOf({
      actions: [JSON.stringify(actions)],
      budgetOverview: overview({ a: { ...LINE, action: 'X-2026-1 - IA', budgetYearMap } }),
    });
    expect(rounds.map((round) => round.budgetEur)).toEqual([40, 46]);
  });
});

describe('the budget of a topic', () => {
  const shared = (amount: string, siblings: number, line: object) => {
    const lines = Array.from({ length: siblings }, (_, i) => ({
      action: `X-2026-${i + 1} - RIA`,
      budgetYearMap: { 2026: amount },
      ...line,
    }));
    return roundsOf({ startDate: ['2026-01-01'], budgetOverview: overview({ a: lines }) })[0]?.budgetShared;
  };
  it.each<[string, string, number, object, boolean]>([
    [
      'a figure above what the grants could take, on three topics',
      '50000000',
      3,
      { expectedGrants: 2, maxContribution: 5_000_000 },
      true,
    ],
    ['the same on two topics', '50000000', 2, { expectedGrants: 2, maxContribution: 5_000_000 }, false],
    ['an equal modest figure', '10000000', 5, { expectedGrants: 2, maxContribution: 5_000_000 }, false],
    ['a large figure, grants not told (EDF)', '422000000', 11, {}, true],
    ['a modest figure, grants not told (LIFE)', '6000000', 4, {}, false],
  ])('%s: shared %s', (_, amount, siblings, line, expected) => expect(shared(amount, siblings, line)).toBe(expected));

  it.each([
    ['zero', { 2026: '0' }],
    ['an empty map', {}],
    ['nothing', null],
  ])('%s is unknown', (_, budgetYearMap) => {
    const [round] = roundsOf({
      startDate: ['2026-01-01'],
      budgetOverview: overview({ a: [{ action: 'X-2026-1 - RIA', budgetYearMap }] }),
    });
    expect([round?.budgetEur, round?.expectedGrants]).toEqual([null, null]);
  });
});

describe('dates that the parts of a topic state differently', () => {
  const part = (days: string[]) => [JSON.stringify([{ plannedOpeningDate: '2026-01-01', deadlineDates: days }])];
  it('the row may know fewer of them', () => {
    expect(kindsOf({ deadlineDate: ['2026-09-01'], actions: part(['2026-03-01', '2026-09-01']) })).toEqual([]);
  });
  it('two against one: the row and the budget outvote the actions', () => {
    const budgetOverview = overview({ a: [{ action: 'X-2026-1 - RIA', deadlineDates: ['2026-09-02'] }] });
    const metadata = { deadlineDate: ['2026-09-02'], actions: part(['2026-09-01']), budgetOverview };
    expect(roundsOf(metadata)[0]?.deadlines).toEqual([{ at: '2026-09-02T15:00:00Z' }]);
    expect(kindsOf(metadata)).toEqual(['dates-disagree']);
  });
});

describe('details beside a row', () => {
  const details = {
    TopicDetails: { identifier: 'X-2026-1', title: 'Other', description: '<p>Words.</p>', callTitle: 'The call' },
  };
  it('fill what the row lacks and change nothing that it has', () => {
    const { draft, issues } = mapTopic({ row: topicRow({}), details });
    expect([draft?.title, draft?.callTitle, draft?.sections.map((section) => section.text), issues]).toEqual([
      'A title',
      'The call',
      ['Words.'],
      [],
    ]);
  });
  it('speak for themselves', () => expect(mapTopic({ details }).draft?.title).toBe('Other'));
  it('that are another page are noted, and the row stays', () => {
    const { draft, issues } = mapTopic({ row: topicRow({}), details: '<html>maintenance</html>' });
    expect([draft?.key, issues.map((issue) => issue.kind)]).toEqual(['X-2026-1', ['details-unavailable']]);
  });
});

describe('what is no call', () => {
  it.each<[string, unknown, string, string]>([
    ['a row without reference', { metadata: {} }, '(without identifier)', 'reference: '],
    ['a row without metadata', { reference: '1TOPICSen' }, '1TOPICSen', 'metadata: '],
    ['a tender', topicRow({ type: ['0'] }), '50990001TOPICSen', 'type: "0"'],
    ['a topic without identifier', topicRow({ identifier: null }), '50990001TOPICSen', 'identifier: missing'],
    ['a text', 'maintenance', '(without identifier)', 'row: '],
  ])('%s: an issue that names row and field', (_, row, subject, message) => {
    const { draft, issues } = mapTopic({ row });
    expect([draft, issues.map((issue) => issue.kind)]).toEqual([null, ['unreadable-row']]);
    expect(issues[0]).toMatchObject({ subject, message: expect.stringContaining(message) });
  });

  it('never throws, whatever the documents hold', () => {
    const field = fc.constantFrom(
      'type',
      'identifier',
      'title',
      'actions',
      'budgetOverview',
      'deadlineDate',
      'startDate',
      'descriptionByte',
      'status',
      'keywords',
    );
    const value = fc.oneof(
      fc.anything(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.json().map((json) => [json]),
    );
    fc.assert(
      fc.property(fc.dictionary(field, value), fc.anything(), (metadata, details) => {
        const { draft, issues } = mapTopic({ row: topicRow(metadata), details: { TopicDetails: details } });
        expect(draft !== null || issues.length > 0).toBe(true);
      }),
    );
  });
});
