import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CityProfile } from '../../src/domain/city-profile.ts';
import { checkEligibility } from '../../src/scoring/eligibility/check-eligibility.ts';
import type { EligibilityTopic } from '../../src/scoring/eligibility/eligibility-topic.ts';
import { ROLES_BY_RANK } from '../../src/scoring/lead-time.ts';
import { possibleRoles } from '../../src/scoring/roles.ts';
import { body, city, MILANO, TORINO, topic } from './eligibility-fixtures.ts';

const LEADS = 'The consortium has lead cities and follower cities.';

function roles(of: EligibilityTopic, asOf: string, profile: CityProfile = MILANO) {
  return possibleRoles(of, profile, checkEligibility(of, city(profile), profile, asOf), asOf);
}

describe('the best role that is still possible', () => {
  const call = topic({ text: LEADS });

  it.each([
    ['five months before: coordinate', '2026-05-01T08:00:00Z', 'coordinator', 'role'],
    ['eleven weeks before: lead city', '2026-07-20T08:00:00Z', 'lighthouse', 'role'],
    ['45 days before: follower only', '2026-08-24T08:00:00Z', 'follower', 'role'],
    ['three weeks before: a letter', '2026-09-17T08:00:00Z', 'supporter', 'letter-only'],
    ['one week before: nothing', '2026-10-01T08:00:00Z', null, 'too-late'],
    ['after 17:00 in Brussels: closed', '2026-10-08T15:00:00Z', null, 'closed'],
  ])('%s', (_, asOf, best, verdict) => {
    expect(roles(call, asOf)).toMatchObject({ best, verdict });
  });

  it('says for each role the last day to start', () => {
    const days = Object.fromEntries(
      roles(call, '2026-05-01T08:00:00Z').roles.map((one) => [one.role, one.lastDayToStart]),
    );
    expect(days).toMatchObject({
      coordinator: '2026-06-18',
      lighthouse: '2026-07-30',
      follower: '2026-09-03',
      supporter: '2026-09-24',
    });
  });

  it('leaves a role on its last day to start and takes it on the next', () => {
    expect(roles(call, '2026-06-18T20:00:00Z').best).toBe('coordinator');
    expect(roles(call, '2026-06-18T22:30:00Z').best, 'already 19 June in Brussels').toBe('lighthouse');
  });

  it('counts a first stage with its shorter lead times', () => {
    const deadlines = [
      { at: '2026-10-08T15:00:00Z', stage: 1 },
      { at: '2027-03-08T16:00:00Z', stage: 2 },
    ];
    const twoStage = topic({ text: LEADS, rounds: [{ deadlineModel: 'two-stage', deadlines, expectedGrants: null }] });
    expect(roles(twoStage, '2026-08-10T08:00:00Z').best).toBe('coordinator');
    expect(roles(twoStage, '2026-08-20T08:00:00Z').best).toBe('follower');
  });

  it('judges by the rules alone where no deadline is known', () => {
    expect(roles(topic({ text: LEADS, rounds: [] }), '2026-08-10T08:00:00Z')).toMatchObject({
      best: 'coordinator',
      verdict: 'no-deadline',
      deadlineAt: null,
      daysLeft: null,
    });
  });
});

describe('a rule that limits the role', () => {
  const scc1 = topic({
    identifier: 'LC-SC3-SCC-1-2018-2019-2020',
    programme: 'H2020',
    rounds: [{ deadlineModel: 'single-stage', deadlines: [{ at: '2020-01-29T16:00:00Z' }], expectedGrants: null }],
  });

  it('makes Milano a follower at SCC-1 with all the time of the world, and leaves Torino the lead', () => {
    const milano = roles(scc1, '2019-06-01T08:00:00Z');
    expect(milano.best).toBe('follower');
    expect(milano.roles.find(({ role }) => role === 'lighthouse')?.barredBy).toBe('H1');
    expect(roles(scc1, '2019-06-01T08:00:00Z', TORINO).best).toBe('coordinator');
  });

  it('rules out where only others may apply', () => {
    const eranet = topic({ typesOfAction: ['ERA-NET'], programme: 'H2020' });
    expect(roles(eranet, '2026-05-01T08:00:00Z')).toMatchObject({ best: null, verdict: 'ruled-out' });
  });
});

describe('what a call has room for', () => {
  const offered = (of: EligibilityTopic) => roles(of, '2026-05-01T08:00:00Z').roles.map(({ role }) => role);

  it('offers a buyer’s role in a procurement and no lead city without the word', () => {
    expect(offered(topic({ typesOfAction: ['PCP'] }))).toContain('procurer');
    expect(offered(topic())).not.toContain('procurer');
    expect(offered(topic({ typesOfAction: ['RIA'] }))).toEqual([
      'coordinator',
      'partner',
      'cascade',
      'associated',
      'supporter',
    ]);
  });

  it('offers a cascade applicant’s role alone in the call of a funded project', () => {
    expect(offered(topic({ kind: 'cascade', text: LEADS }))).toEqual(['cascade']);
  });

  it('never offers the Comune what it cannot be', () => {
    for (const role of offered(topic({ text: LEADS }))) expect(body('comune-di-milano').roles).toContain(role);
  });
});

describe('as the deadline comes nearer', () => {
  it('the best role never gets better', () => {
    const call = topic({ text: LEADS });
    const day = (n: number) => new Date(Date.UTC(2026, 9, 8) - n * 86_400_000).toISOString().replace('.000', '');
    const rank = (daysLeft: number) => {
      const { best } = roles(call, day(daysLeft));
      return best === null ? ROLES_BY_RANK.length : ROLES_BY_RANK.indexOf(best);
    };
    fc.assert(
      fc.property(fc.nat(200), fc.nat(60), (daysLeft, more) => rank(daysLeft + more) <= rank(daysLeft)),
      { numRuns: 60 },
    );
  });
});
