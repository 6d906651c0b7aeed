import { describe, expect, it } from 'vitest';
import { Strongest } from '../../src/scoring/strongest.ts';
import { seededRandom } from '../fake-portal/catalogue.ts';

/** What it stands for: a stable sort by size. */
function bySorting(weights: readonly number[], most: number): number[] {
  const places = weights.map((_, place) => place);
  return places.sort((a, b) => Math.abs(weights[b] ?? 0) - Math.abs(weights[a] ?? 0)).slice(0, most);
}

function found(weights: readonly number[], into: Strongest): Strongest {
  into.clear();
  weights.forEach((weight, place) => {
    into.add(place, Math.round(weight * 10_000));
  });
  return into;
}

const kept = (strongest: Strongest): number[] =>
  Array.from({ length: strongest.count }, (_, rank) => strongest.placeAt(rank));

describe('the strongest phrases', () => {
  it('are those of a stable sort, equals in the order they came, for many sizes', () => {
    const random = seededRandom(3);
    const strongest = new Strongest(60);
    for (let round = 0; round < 200; round += 1) {
      const count = Math.floor(random() * 1_500);
      // Few different sizes, of both signs, so that many are equal.
      const weights = Array.from({ length: count }, () => (Math.floor(random() * 40) - 20) / 100);
      expect(kept(found(weights, strongest))).toEqual(bySorting(weights, 60));
    }
  });

  it('leave out places that nothing was found at, and keep each weight with its place', () => {
    const strongest = new Strongest(9);
    strongest.add(7, -5_000);
    strongest.add(2_000, 12_500);
    expect(kept(strongest).map((place, rank) => [place, strongest.stepsAt(rank)])).toEqual([
      [2_000, 12_500],
      [7, -5_000],
    ]);
  });

  it('do not mix the topic in hand with the one before', () => {
    const strongest = found([9, 8, 7], new Strongest(5));
    expect(kept(found([0.1], strongest))).toEqual([0]);
  });
});
