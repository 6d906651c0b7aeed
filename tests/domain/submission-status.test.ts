import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDeadline, type StatusFacts, submissionStatus } from '../../src/domain/submission-status.ts';
import { DEADLINE_MODELS, SUBMISSION_STATUSES } from '../../src/domain/topic.ts';

const round = (
  opensOn: string | null,
  deadlineModel: StatusFacts['rounds'][number]['deadlineModel'],
  ...at: string[]
) => ({
  opensOn,
  deadlineModel,
  deadlines: at.map((instant) => ({ at: instant })),
});

const topic = (facts: Partial<StatusFacts>): StatusFacts => ({
  statedStatus: null,
  statedStatusCode: null,
  statedSince: null,
  rounds: [],
  ...facts,
});

const saidOn = (statedSince: string, statedStatus: StatusFacts['statedStatus'], statedStatusCode = 'known') => ({
  statedSince,
  statedStatus,
  statedStatusCode,
});

/** Sharing Cities' successor: three yearly windows under one identifier (SC3 work programme 2018-2020). */
const scc1 = topic({
  rounds: [
    round('2017-12-05', 'single-stage', '2018-04-05T15:00:00Z'),
    round('2018-09-05', 'single-stage', '2019-02-05T16:00:00Z'),
    round('2019-09-05', 'single-stage', '2020-01-29T16:00:00Z'),
  ],
});

const twoStage = topic({
  ...saidOn('2026-01-01T00:00:00Z', 'open'),
  rounds: [round('2025-12-01', 'two-stage', '2026-03-31T15:00:00Z', '2026-10-20T15:00:00Z')],
});

const cutOffs = topic({
  ...saidOn('2026-01-01T00:00:00Z', 'open'),
  rounds: [round('2026-01-01', 'multiple cut-off', '2026-03-11T16:00:00Z', '2026-10-14T15:00:00Z')],
});

const single = (said: Partial<StatusFacts>) =>
  topic({ rounds: [round('2026-05-01', 'single-stage', '2026-10-08T15:00:00Z')], ...said });

describe('submission status', () => {
  it.each([
    ['before the opening day', single({}), '2026-04-30T21:59:59Z', 'forthcoming'],
    ['from midnight in Brussels of the opening day', single({}), '2026-04-30T22:00:00Z', 'open'],
    ['on the day of the deadline, at 16:59 in Brussels', single({}), '2026-10-08T14:59:00Z', 'open'],
    ['at 17:00 in Brussels it is over', single({}), '2026-10-08T15:00:00Z', 'closed'],
    [
      'the portal still says Open years later',
      single(saidOn('2026-05-01T00:00:00Z', 'open')),
      '2027-01-01T00:00:00Z',
      'closed',
    ],
    ['the portal closed it early', single(saidOn('2026-06-01T00:00:00Z', 'closed')), '2026-07-01T00:00:00Z', 'closed'],
    [
      'the day before the portal closed it early',
      single(saidOn('2026-06-01T00:00:00Z', 'closed')),
      '2026-05-31T00:00:00Z',
      'open',
    ],
    [
      'opening was planned, the portal still says Forthcoming',
      single(saidOn('2026-04-01T00:00:00Z', 'forthcoming')),
      '2026-06-01T00:00:00Z',
      'forthcoming',
    ],
    [
      'forthcoming forever, but the deadline has passed',
      single(saidOn('2026-04-01T00:00:00Z', 'forthcoming')),
      '2026-11-01T00:00:00Z',
      'closed',
    ],
    [
      'stated Open without any deadline',
      topic({ ...saidOn('2026-01-01T00:00:00Z', 'open'), rounds: [round('2026-01-01', null)] }),
      '2026-06-01T00:00:00Z',
      null,
    ],
    [
      'a status code we do not know',
      single(saidOn('2026-04-01T00:00:00Z', null, '99999998')),
      '2026-06-01T00:00:00Z',
      null,
    ],
    [
      'forthcoming without any date',
      topic(saidOn('2026-01-01T00:00:00Z', 'forthcoming')),
      '2026-06-01T00:00:00Z',
      'forthcoming',
    ],
    ['nothing known at all', topic({}), '2026-06-01T00:00:00Z', null],
    ['two-stage, before the first stage', twoStage, '2026-03-31T14:00:00Z', 'open'],
    ['two-stage, after the first stage and before the second', twoStage, '2026-06-01T00:00:00Z', 'closed'],
    ['several cut-offs, between them', cutOffs, '2026-06-01T00:00:00Z', 'open'],
    ['several cut-offs, after the last', cutOffs, '2026-10-14T15:00:00Z', 'closed'],
    ['three windows: in the second', scc1, '2018-12-01T00:00:00Z', 'open'],
    ['three windows: between the second and the third', scc1, '2019-06-01T00:00:00Z', 'forthcoming'],
    ['three windows: after the last', scc1, '2020-02-01T00:00:00Z', 'closed'],
    [
      'one window over, another without dates',
      topic({ rounds: [round(null, null, '2020-01-01T16:00:00Z'), round(null, null)] }),
      '2021-01-01T00:00:00Z',
      null,
    ],
  ])('%s', (_situation, facts, asOf, expected) => {
    expect(submissionStatus(facts, asOf)).toBe(expected);
  });

  it('never calls a topic open once every deadline has passed, whatever the portal says', () => {
    fc.assert(
      fc.property(anyTopic, (facts) => {
        const end = '2031-01-01T00:00:00Z';
        const dated = facts.rounds.length > 0 && facts.rounds.every((r) => r.deadlines.length > 0);
        expect(submissionStatus(facts, end)).not.toBe('open');
        if (dated) expect(submissionStatus(facts, end)).toBe('closed');
      }),
    );
  });

  it('never comes back from closed by the dates alone', () => {
    fc.assert(
      fc.property(anyTopic, anyInstant, anyInstant, (facts, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const unstated = { ...facts, statedSince: null };
        if (submissionStatus(unstated, early) === 'closed') expect(submissionStatus(unstated, late)).toBe('closed');
      }),
    );
  });
});

describe('the next deadline', () => {
  it('is the next cut-off, not the last', () => {
    expect(nextDeadline(cutOffs.rounds, '2026-02-01T00:00:00Z')?.at).toBe('2026-03-11T16:00:00Z');
    expect(nextDeadline(cutOffs.rounds, '2026-04-01T00:00:00Z')?.at).toBe('2026-10-14T15:00:00Z');
  });

  it('is never a second stage: a newcomer cannot enter there', () => {
    expect(nextDeadline(twoStage.rounds, '2026-06-01T00:00:00Z')).toBeNull();
  });
});

const anyInstant = fc
  .date({ min: new Date('2014-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const anyRound = fc
  .record({
    opensOn: fc.option(anyInstant.map((at) => at.slice(0, 10))),
    deadlineModel: fc.option(fc.constantFrom(...DEADLINE_MODELS)),
    deadlines: fc.array(anyInstant, { maxLength: 3 }).map((list) => list.sort().map((at) => ({ at }))),
  })
  .map((r) => r);
const anyTopic: fc.Arbitrary<StatusFacts> = fc.record({
  statedStatus: fc.option(fc.constantFrom(...SUBMISSION_STATUSES)),
  statedStatusCode: fc.option(fc.constantFrom('31094501', '99999998')),
  statedSince: fc.option(anyInstant),
  rounds: fc.array(anyRound, { maxLength: 3 }),
});
