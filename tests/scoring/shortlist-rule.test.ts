import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CITY_ROLES } from '../../src/domain/partner.ts';
import { checkEligibility } from '../../src/scoring/eligibility/check-eligibility.ts';
import {
  compareByRank,
  type Rankable,
  rankValue,
  type ShortlistFacts,
  shortlistVerdict,
} from '../../src/scoring/shortlist-rule.ts';
import { city, MILANO, topic } from './eligibility-fixtures.ts';

const JULY = '2026-07-01T08:00:00Z';
const HALF = { minRelevance: 0.5 };
const eligibility = (facts: Parameters<typeof topic>[0] = {}, asOf = JULY) =>
  checkEligibility(topic(facts), city(MILANO), MILANO, asOf);
const good: ShortlistFacts = {
  status: 'open',
  withdrawnAt: null,
  muted: false,
  cityRelevance: 0.8,
  eligibility: eligibility(),
};
const verdict = (facts: Partial<ShortlistFacts>) => shortlistVerdict({ ...good, ...facts }, HALF, JULY);

describe('why a topic is listed or not', () => {
  it('lists what is open or forthcoming, relevant and not ruled out', () => {
    expect(verdict({})).toEqual({ listed: true, statusToVerify: false });
    expect(verdict({ status: 'forthcoming' })).toEqual({ listed: true, statusToVerify: false });
  });

  it('lists a topic of unknown status, to be verified', () => {
    expect(verdict({ status: null })).toEqual({ listed: true, statusToVerify: true });
  });

  it.each([
    [
      'withdrawn yesterday',
      { withdrawnAt: '2026-06-30T04:15:00Z' },
      { rule: 'withdrawn', value: '2026-06-30T04:15:00Z' },
    ],
    ['muted', { muted: true }, { rule: 'muted' }],
    ['closed', { status: 'closed' as const }, { rule: 'closed', value: 'closed' }],
    ['below the threshold', { cityRelevance: 0.4999 }, { rule: 'not-relevant', value: 0.4999, threshold: 0.5 }],
    ['not scored', { cityRelevance: null }, { rule: 'not-relevant', value: null, threshold: 0.5 }],
    [
      'for programme owners',
      { eligibility: eligibility({ typesOfAction: ['ERA-NET'] }) },
      { rule: 'not-eligible', eligibilityRule: 'H3' },
    ],
    [
      'too late for a letter',
      { eligibility: eligibility({}, '2026-10-01T08:00:00Z') },
      { rule: 'not-eligible', eligibilityRule: 'H6' },
    ],
  ])('%s: says the rule, its value and what was wanted', (_, facts, expected) => {
    expect(verdict(facts)).toMatchObject({ listed: false, ...expected });
  });

  it('names the first rule when several drop it', () => {
    expect(verdict({ status: 'closed', muted: true, cityRelevance: 0 })).toMatchObject({ rule: 'muted' });
  });

  it('keeps a topic on the very threshold, one withdrawn later, and one that only limits the role', () => {
    expect(verdict({ cityRelevance: 0.5 }).listed).toBe(true);
    expect(verdict({ withdrawnAt: '2026-07-02T04:15:00Z' }).listed).toBe(true);
    expect(verdict({ eligibility: eligibility({ identifier: 'SCC-1-2016-2017', programme: 'H2020' }) }).listed).toBe(
      true,
    );
    expect(verdict({ eligibility: eligibility({}, '2026-08-24T08:00:00Z') }).listed, 'time for a follower').toBe(true);
  });
});

describe('the order of the shortlist', () => {
  const one = (facts: Partial<Rankable>): Rankable => ({
    key: 'A',
    cityRelevance: 0.8,
    role: 'coordinator',
    daysLeft: 200,
    ...facts,
  });
  const rankable = fc.record({
    key: fc.string({ maxLength: 3 }),
    cityRelevance: fc.double({ min: 0, max: 1, noNaN: true }),
    role: fc.option(fc.constantFrom(...CITY_ROLES)),
    daysLeft: fc.option(fc.nat(400)),
  });

  it('puts relevance first, then what the city can be and whether the time is comfortable', () => {
    expect(compareByRank(one({ cityRelevance: 0.9 }), one({}))).toBeLessThan(0);
    expect(compareByRank(one({}), one({ role: 'supporter' }))).toBeLessThan(0);
    expect(compareByRank(one({}), one({ daysLeft: 112 }))).toBeLessThan(0);
    expect(
      compareByRank(one({ daysLeft: 200 }), one({ key: 'B', daysLeft: 201 })),
      'of equals the earlier',
    ).toBeLessThan(0);
  });

  it('stays between zero and the relevance itself', () => {
    fc.assert(fc.property(rankable, (entry) => rankValue(entry) >= 0 && rankValue(entry) <= entry.cityRelevance));
  });

  it('is an order: antisymmetric, and the same whatever the input order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(rankable, { selector: ({ key }) => key, maxLength: 12 }), (entries) => {
        const sorted = [...entries].sort(compareByRank).map(({ key }) => key);
        expect(
          [...entries]
            .reverse()
            .sort(compareByRank)
            .map(({ key }) => key),
        ).toEqual(sorted);
      }),
    );
  });
});
