import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeReaders, proposeSubstitute } from '../../../../src/domain/desk/review/assignment.ts';
import { agreeOn, bandOf, collegialResult, median, quorumOf } from '../../../../src/domain/desk/review/collegial.ts';
import { recuse } from '../../../../src/domain/desk/review/recusal.ts';
import { STARTING_WEIGHTS } from '../../../../src/domain/desk/review/weights.ts';
import { coordinator, delivered, directorate, otherReader, reader, review, secretariat } from '../cast.ts';

const at = '2026-11-23T09:00:00Z';
const { weights } = STARTING_WEIGHTS;
const said = (value: 0 | 1 | 2 | 3 | 4 | 5) => ({ value, sentence: 'perché sì' });
const office = review(secretariat, {
  scorer: 'secretariat',
  state: 'delivered',
  scores: { C3: said(4), C5: said(4), C6: said(3) },
});
const comune = review(directorate, { scorer: 'directorate', state: 'delivered', scores: { C4: said(3) } });
const claim = { bodyId: 'politecnico-di-milano', since: at, through: 'interest' as const, sourceId: 'i1' };
const conflict = { kind: 'own-body-leads' as const, source: 'derived' as const, bodyId: claim.bodyId, claim };

describe('the collegial evaluation', () => {
  it('adds up as the minutes of the mock-up do: 74 out of 100', () => {
    const readers = [
      delivered(reader, [5, 3, 4]),
      delivered(otherReader, [5, 3, 4]),
      delivered(coordinator, [4, 4, 3]),
    ];
    const result = collegialResult([...readers, office, comune], weights, 3);
    expect(result.lines.map(({ points }) => points)).toEqual([20, 9, 12, 9, 8, 6, 6, 4]);
    expect([result.total, result.band]).toEqual([74, 'favourable']);
  });

  it('does not take an unknown for a zero', () => {
    const result = collegialResult([delivered(reader, [5, 3, 4]), office], weights, 3);
    expect(result.lines.find(({ criterion }) => criterion === 'C4')).toMatchObject({
      median: null,
      spread: null,
      points: null,
    });
    expect([result.total, result.band]).toEqual([null, null]);
  });

  it('flags readers who did not read the same call', () => {
    const result = collegialResult([delivered(reader, [5, 3, 3]), delivered(otherReader, [2, 4, 3])], weights, null);
    expect(
      result.lines.filter(({ disagreement }) => disagreement).map(({ criterion, spread }) => [criterion, spread]),
    ).toEqual([['C1', 3]]);
  });

  it('counts what was agreed at the table instead of the median', () => {
    const reviews = [delivered(reader, [5, 3, 4]), delivered(otherReader, [5, 3, 4]), office, comune];
    const agreed = collegialResult(reviews, weights, 3, { C4: { value: 2, reason: 'personale non assegnato' } });
    expect(agreed.total).toBe(71);
    expect(agreed.lines.find(({ criterion }) => criterion === 'C4')).toMatchObject({ median: 3, agreed: 2 });
  });

  it('does not tell by their order whose the values are', () => {
    const [one, two] = [delivered(reader, [5, 3, 4]), delivered(otherReader, [2, 3, 4])];
    expect(collegialResult([one, two], weights, 3)).toEqual(collegialResult([two, one], weights, 3));
  });

  it('takes an agreed value only from the scale, and with a reason', () => {
    expect(agreeOn({}, 'C4', 2.5, ' personale ')).toEqual({ C4: { value: 2.5, reason: 'personale' } });
    for (const value of [-1, 6, 2.3, Number.NaN]) expect(() => agreeOn({}, 'C4', value, 'perché')).toThrow('scale');
    expect(() => agreeOn({}, 'C4', 2, ' ')).toThrow('reason');
  });

  it('ignores sheets that are not in, or not of that scorer', () => {
    const stray = review(otherReader, { scores: { C1: said(0) } });
    const intruder = { ...office, scores: { ...office.scores, C1: said(0) } };
    const result = collegialResult([delivered(reader, [5, 3, 4]), stray, intruder], weights, 3);
    expect(result.lines[0]?.values).toEqual([5]);
  });

  it.each([
    [100, 'favourable'],
    [70, 'favourable'],
    [69.9, 'with-conditions'],
    [50, 'with-conditions'],
    [49.9, 'watching'],
    [30, 'watching'],
    [29.9, 'contrary'],
  ] as const)('proposes for %d: %s', (total, band) => {
    expect(bandOf(total)).toBe(band);
  });

  it('has a median that lies within the values and does not mind their order', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(values, (scores) => {
        const middle = median(scores) ?? Number.NaN;
        expect(median(scores.toReversed())).toBe(middle);
        expect(scores.filter((value) => value <= middle).length * 2).toBeGreaterThanOrEqual(scores.length);
        expect(scores.filter((value) => value >= middle).length * 2).toBeGreaterThanOrEqual(scores.length);
      }),
    );
    expect(median([])).toBeNull();
    expect(median([2, 5])).toBe(3.5);
  });
});

describe('the quorum', () => {
  const three = [delivered(reader, [5, 5, 5]), delivered(otherReader, [3, 3, 3]), review(coordinator)];

  it('needs two of three, and not to judge is no judgement', () => {
    expect(quorumOf(three)).toMatchObject({ eligible: 3, delivered: 2, needed: 2, met: true });
    const abstained = [three[0] ?? review(reader), review(otherReader, { state: 'no-view' }), review(coordinator)];
    expect(quorumOf(abstained)).toMatchObject({ eligible: 3, delivered: 1, met: false });
  });

  it('is more than half of them: two of five are not enough, nor two of four', () => {
    const [one, two] = three;
    const waiting = [1, 2, 3].map((n) => review({ ...coordinator, id: `r${n}` }));
    const sheets = one && two ? [one, two, ...waiting] : [];
    expect(quorumOf(sheets)).toMatchObject({ eligible: 5, needed: 3, met: false });
    expect(quorumOf(sheets.slice(0, 4))).toMatchObject({ eligible: 4, needed: 3, met: false });
  });

  it('is counted over the eligible: the reviewer’s employer asks for the lead and the score is gone', () => {
    const [first, ...rest] = three;
    const recused = first && recuse(first, conflict, at)?.review;
    expect(recused && quorumOf([recused, ...rest])).toMatchObject({ eligible: 2, delivered: 1, needed: 2, met: false });
    expect(recused && collegialResult([recused, ...rest], weights, 3).lines[0]?.values).toEqual([3]);
  });

  it('says so when conflicts leave too few, rather than letting one voice decide', () => {
    const alone = [delivered(reader, [5, 5, 5]), review(otherReader, { state: 'recused' })];
    expect(quorumOf(alone)).toMatchObject({ eligible: 1, delivered: 1, met: false, tooFewEligible: true });
    expect(quorumOf([office, comune])).toMatchObject({ eligible: 0, tooFewEligible: true });
  });
});

describe('readers to propose', () => {
  const candidate = (personId: string, body: string, open: number, group: 'mobility' | 'living' = 'mobility') => ({
    personId,
    bodies: [body],
    groups: [group],
    openReviews: open,
    lastAppointedAt: null,
  });
  const vacancy = { groups: ['mobility'] as const, wanted: 2, leadClaims: [], excluded: [] };
  const ids = (proposed: { personId: string }[]) => proposed.map(({ personId }) => personId);

  it('are the least loaded, from different employers', () => {
    const pool = [
      candidate('a', 'amat', 3),
      candidate('b', 'atm', 0),
      candidate('c', 'atm', 1),
      candidate('d', 'mm', 2),
    ];
    expect(ids(proposeReaders(pool, vacancy))).toEqual(['b', 'd']);
  });

  it('are never of a body that asks for the lead', () => {
    const pool = [candidate('a', 'politecnico-di-milano', 0), candidate('b', 'atm', 9)];
    expect(ids(proposeReaders(pool, { ...vacancy, leadClaims: [claim] }))).toEqual(['b']);
  });

  it('come from another group only when their own has no more', () => {
    const pool = [candidate('a', 'amat', 5), candidate('b', 'atm', 0, 'living')];
    expect(proposeReaders(pool, vacancy)).toEqual([
      { personId: 'a', group: 'mobility', fromOtherGroup: false },
      { personId: 'b', group: 'living', fromOtherGroup: true },
    ]);
  });

  it('leave out who stepped aside; nobody left is said plainly', () => {
    const pool = [candidate('rita', 'politecnico-di-milano', 0), candidate('b', 'atm', 4)];
    const seat = { ...vacancy, excluded: ['rita'] };
    expect(proposeSubstitute(pool, seat)?.personId).toBe('b');
    expect(proposeSubstitute(pool, { ...seat, excluded: ['rita', 'b'] })).toBeNull();
  });
});
