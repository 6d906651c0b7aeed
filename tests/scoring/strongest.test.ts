import { describe, expect, it } from 'vitest';
import { Strongest } from '../../src/scoring/strongest.ts';
import { seededRandom } from '../fake-portal/catalogue.ts';

/** What it stands for: a stable sort by size. */
function bySorting(weights: readonly number[], most: number): number[] {
  const places = weights.map((_, place) => place);
  return places.sort((a, b) => Math.abs(weights[b] ?? 0) - Math.abs(weights[a] ?? 0)).slice(0, most);
}

function found(weights: readonly number[], into = new Strongest()): Strongest {
  into.clear();
  weights.forEach((weight, place) => {
    into.add(place, weight, Math.round(weight * 10_000));
  });
  return into;
}

describe('the strongest phrases', () => {
  it('are those of a stable sort, equals in the order they came, for many sizes', () => {
    const random = seededRandom(3);
    const strongest = new Strongest();
    for (let round = 0; round < 200; round += 1) {
      const count = Math.floor(random() * 1_500);
      // Few different sizes, of both signs, so that many are equal.
      const weights = Array.from({ length: count }, () => (Math.floor(random() * 40) - 20) / 100);
      expect(found(weights, strongest).places(60)).toEqual(bySorting(weights, 60));
    }
  });

  it('leave out places that nothing was found at, and keep each weight with its place', () => {
    const strongest = new Strongest();
    strongest.add(7, -0.5, -5_000);
    strongest.add(2_000, 1.25, 12_500);
    expect(strongest.places(9).map((place) => [place, strongest.weightAt(place)])).toEqual([
      [2_000, 1.25],
      [7, -0.5],
    ]);
  });

  it('do not mix the topic in hand with the one before', () => {
    const strongest = found([9, 8, 7]);
    expect(found([0.1], strongest).places(5)).toEqual([0]);
  });
});
