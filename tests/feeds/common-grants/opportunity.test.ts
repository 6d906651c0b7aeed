import { describe, expect, it } from 'vitest';
import type { RoundCard } from '../../../src/domain/topic-card.ts';
import { toOpportunity as build } from '../../../src/feeds/common-grants/opportunity.ts';
import type { OpportunityFacts } from '../../../src/feeds/common-grants/opportunity-facts.ts';
import { opportunityId } from '../../../src/feeds/common-grants/opportunity-id.ts';

const round = (more: Partial<RoundCard> = {}): RoundCard => ({
  opensOn: '2027-02-04',
  deadlineModel: 'two-stage',
  deadlines: [
    { at: '2027-04-08T15:00:00Z', stage: 1 },
    { at: '2027-11-04T16:00:00Z', stage: 2 },
  ],
  budgetEur: 10_000_000,
  budgetShared: false,
  expectedGrants: 2,
  minContributionEur: null,
  maxContributionEur: 5_000_000,
  ...more,
});

const toOpportunity = (key: string, card: Omit<OpportunityFacts, 'key'>, text: string) =>
  build({ key, ...card }, text, 'https://bandolo.example');

const card = (more: Partial<OpportunityFacts> = {}): Omit<OpportunityFacts, 'key'> => ({
  identifier: 'HORIZON-CL6-2027-01-CIRCBIO-01-two-stage',
  kind: 'topic',
  reference: '50131415TOPICSen',
  title: 'Circular solutions in living labs',
  programme: 'HORIZON',
  callIdentifier: 'HORIZON-CL6-2027-01',
  callTitle: null,
  url: 'https://ec.europa.eu/x',
  status: 'forthcoming',
  statedStatus: 'forthcoming',
  typesOfAction: ['IA'],
  rounds: [round()],
  nextDeadlineAt: '2027-04-08T15:00:00Z',
  cityRelevance: 0.91,
  primaryPillar: 'environment',
  pillars: null,
  parentIdentifier: null,
  source: 'ft-portal',
  firstSeenAt: '2026-08-22T06:00:00Z',
  lastChangedAt: null,
  withdrawnAt: null,
  returnedAt: null,
  ...more,
});

describe('a topic as a CommonGrants opportunity', () => {
  it('has the same id on every machine, and another for another call', () => {
    expect(opportunityId('SCC-01-2015')).toBe(opportunityId('SCC-01-2015'));
    expect(opportunityId('SCC-01-2015')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(opportunityId('SCC-01-2015')).not.toBe(opportunityId('SCC-1-2015'));
  });

  it('says money as decimal strings and leaves out what is unknown', () => {
    const { funding } = toOpportunity('k', card(), 'text');
    expect(funding).toEqual({
      totalAmountAvailable: { amount: '10000000.00', currency: 'EUR' },
      maxAwardAmount: { amount: '5000000.00', currency: 'EUR' },
      estimatedAwardCount: 2,
    });
    expect(JSON.stringify(toOpportunity('k', card({ rounds: [], reference: null, url: null }), ''))).not.toContain(
      'null',
    );
  });

  it('closes a two-stage call for newcomers at its first stage, and names the second', () => {
    const { keyDates } = toOpportunity('k', card(), 'text');
    expect(keyDates?.closeDate).toMatchObject({ date: '2027-04-08', time: '17:00:00' });
    expect(keyDates?.closeDate?.description).toContain('Europe/Brussels');
    expect(keyDates?.otherDates?.stage2).toMatchObject({ date: '2027-11-04', time: '17:00:00' });
  });

  it('never calls an unknown status open', () => {
    expect(toOpportunity('k', card({ status: null }), 'text').status).toMatchObject({
      value: 'custom',
      customValue: 'unknown',
    });
  });

  it('was last modified when something material changed, not when it was read', () => {
    expect(toOpportunity('k', card(), 'text').lastModifiedAt).toBe('2026-08-22T06:00:00Z');
    const back = card({ lastChangedAt: '2026-10-01T04:15:00Z', returnedAt: '2026-11-01T04:15:00Z' });
    expect(toOpportunity('k', back, 'text').lastModifiedAt).toBe('2026-11-01T04:15:00Z');
    expect(toOpportunity('k', card({ lastChangedAt: '2026-10-01T04:15:00Z' }), 'text').lastModifiedAt).toBe(
      '2026-10-01T04:15:00Z',
    );
  });
});
