import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CityRole } from '../../src/domain/partner.ts';
import type { PartnerScore } from '../../src/domain/scoring.ts';
import { consortiumView, minimumConsortium } from '../../src/scoring/consortium.ts';
import type { EligibilityTopic } from '../../src/scoring/eligibility/eligibility-topic.ts';
import { MILANO, topic } from './eligibility-fixtures.ts';

/** Scores of some partners, all others zero. */
function scores(known: Record<string, number>): PartnerScore[] {
  return MILANO.partners.map(({ id, pic }) => ({ partnerId: id, pic, score: known[id] ?? 0 }));
}

const TRANSPORT = scores({
  'comune-di-milano': 0.9,
  atm: 0.8,
  'politecnico-di-milano': 0.7,
  amat: 0.6,
  trt: 0.4,
  'comune-di-torino': 0.9,
  naba: 0.1,
});
const view = (of: EligibilityTopic, of_ours = TRANSPORT) => consortiumView(of, MILANO, of_ours);
const seat = (of: EligibilityTopic, role: CityRole) => view(of).seats.find((one) => one.role === role);
const ids = (found: readonly PartnerScore[] = []) => found.map(({ partnerId }) => partnerId);

describe('a Cities Mission call with three lead and three follower cities', () => {
  const cit01 = topic({
    identifier: 'HORIZON-MISS-2026-04-CIT-01',
    text:
      'Proposals come from consortia with at least three cities from different Member States or Associated Countries ' +
      'along with at least three follower cities.',
  });

  it('has Milano as one lead city; two lead and three follower cities are missing', () => {
    expect(seat(cit01, 'lighthouse')).toMatchObject({ asked: 3, missing: 2 });
    expect(ids(seat(cit01, 'lighthouse')?.ours)).toEqual(['comune-di-milano']);
    expect(seat(cit01, 'follower')).toMatchObject({ asked: 3, missing: 3, ours: [] });
    expect(view(cit01).missingRoles).toEqual(['follower']);
  });

  it('still needs two countries beside Italy, as the text says', () => {
    expect(view(cit01).countries).toMatchObject({ asked: 3, stillNeeded: 2, verified: true });
  });

  it('names for each role who fits best, no peers and nobody without a match', () => {
    expect(ids(seat(cit01, 'partner')?.ours)).toEqual([
      'comune-di-milano',
      'atm',
      'politecnico-di-milano',
      'amat',
      'trt',
    ]);
    expect(ids(seat(cit01, 'coordinator')?.ours)).toEqual(['comune-di-milano', 'politecnico-di-milano', 'trt']);
  });
});

describe('other calls', () => {
  it('puts Milano among the followers at SCC-1, where it may not lead again', () => {
    const scc1 = topic({ identifier: 'SCC-1-2016-2017', programme: 'H2020' });
    expect(seat(scc1, 'lighthouse')).toMatchObject({ asked: 3, ours: [], missing: 3 });
    expect(seat(scc1, 'follower')).toMatchObject({ asked: 3, missing: 2 });
    expect(ids(seat(scc1, 'follower')?.ours)).toEqual(['comune-di-milano']);
  });

  it('asks a procurement for two buyers of two countries and lets no university buy', () => {
    const pcp = topic({ typesOfAction: ['PCP'], text: 'Scope.' });
    expect(seat(pcp, 'procurer')).toMatchObject({ asked: 2, missing: 1 });
    expect(ids(seat(pcp, 'procurer')?.ours)).toEqual(['comune-di-milano', 'atm']);
    expect(view(pcp).countries).toMatchObject({ stillNeeded: 2, verified: false });
  });

  it('believes the text of a procurement before general knowledge', () => {
    const text = 'The consortium must have at least three cities, each from a different Member State.';
    expect(view(topic({ typesOfAction: ['PCP'], text })).countries).toMatchObject({ asked: 3, verified: true });
  });

  it('leaves an ERA-NET to programme owners that match', () => {
    const eranet = topic({ typesOfAction: ['ERA-NET'], programme: 'H2020' });
    expect(view(eranet).seats.flatMap(({ ours }) => ours)).toEqual([]);
    const lombardia = view(eranet, scores({ 'regione-lombardia': 0.5 }));
    expect(ids(lombardia.seats.find(({ role }) => role === 'coordinator')?.ours)).toEqual(['regione-lombardia']);
  });

  it('says what is unknown instead of guessing', () => {
    expect(view(topic({ typesOfAction: ['LIFE-PG'], programme: 'LIFE' }))).toMatchObject({
      countries: null,
      entities: null,
      unknown: ['text', 'minimum-consortium'],
    });
    expect(view(topic({ typesOfAction: [], text: 'Scope.' })).unknown).toEqual(['minimum-consortium', 'action-type']);
    expect(view(topic({ text: 'Scope.' })).unknown).toEqual([]);
  });

  it('takes the larger minimum of two action types, and none where one is unknown', () => {
    expect(minimumConsortium(['CSA', 'RIA'])?.value).toEqual({ entities: 3, countries: 3 });
    expect(minimumConsortium(['RIA', 'LIFE-PG'])).toBeNull();
    expect(minimumConsortium([])).toBeNull();
  });
});

describe('whoever matches', () => {
  it('stands on one city seat at most, and nobody fills a role that it cannot take', () => {
    const anyScores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 77, maxLength: 77 });
    const call = topic({
      typesOfAction: ['PCP'],
      text: 'Each consortium must have at least two lead cities and at least two follower cities.',
    });
    fc.assert(
      fc.property(anyScores, (values) => {
        const given = MILANO.partners.map(({ id, pic }, at) => ({ partnerId: id, pic, score: values[at] ?? 0 }));
        const { seats } = view(call, given);
        for (const { role, ours, asked, missing } of seats) {
          for (const { partnerId } of ours)
            expect(MILANO.partners.find(({ id }) => id === partnerId)?.roles).toContain(role);
          if (asked !== null) expect(missing).toBe(ours.length > 0 ? asked - 1 : asked);
        }
        const city = seats
          .filter(({ role }) => role === 'lighthouse' || role === 'follower')
          .flatMap(({ ours }) => ids(ours));
        expect(new Set(city).size).toBe(city.length);
      }),
      { numRuns: 40 },
    );
  });
});
