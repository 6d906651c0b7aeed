import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount, readEuro, sumKnown } from '../../src/normalise/money.ts';

describe('readEuro', () => {
  it.each<[unknown, number | null]>([
    ['24000000', 24_000_000],
    [12_000_000, 12_000_000],
    ['5 000 000', 5_000_000],
    ['5\u00a0000\u202f000', 5_000_000],
    ['5,000,000.50', 5_000_000.5],
    ['5.000.000,50 EUR', 5_000_000.5],
    ['€ 12.500', 12_500],
    ['1234.5', 1_234.5],
    ["60'000 euro", 60_000],
    ['0', null],
    [0, null],
    [-5, null],
    ['', null],
    ['n/a', null],
    ['up to 60000', null],
    [null, null],
    [1e30, null],
    [Number.NaN, null],
    [{ amount: 1 }, null],
  ])('%j → %j', (raw, amount) => expect(readEuro(raw)).toBe(amount));

  it('reads back any whole amount, however its thousands are parted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 12 - 1 }),
        fc.constantFrom('', ' ', ',', '.', "'"),
        (amount, mark) => {
          expect(readEuro(amount.toLocaleString('en').replaceAll(',', mark))).toBe(amount);
        },
      ),
    );
  });
});

describe('readCount and sumKnown', () => {
  it('knows no half grants', () => expect([readCount('3'), readCount(2.5), readCount(0)]).toEqual([3, null, null]));
  it('sums what is known', () =>
    expect([sumKnown([1, null, 2]), sumKnown([null]), sumKnown([])]).toEqual([3, null, null]));
});
