/**
 * The strongest of the phrases that are offered for one target, best first, those of equal strength in the order they came.
 * Most are weaker than all that are kept and cost one comparison.
 */
export class Strongest {
  #count = 0;
  readonly #places: Int32Array;
  /** In whole steps, see `recompute.ts`. */
  readonly #steps: Int32Array;

  constructor(readonly most: number) {
    this.#places = new Int32Array(most);
    this.#steps = new Int32Array(most);
  }

  /** How many are kept. */
  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
  }

  add(place: number, steps: number): void {
    const places = this.#places;
    const kept = this.#steps;
    const strength = Math.abs(steps);
    let at = this.#count;
    if (at < this.most) this.#count += 1;
    else if (strength <= Math.abs(kept[at - 1] ?? 0)) return;
    else at -= 1;
    for (; at > 0 && Math.abs(kept[at - 1] ?? 0) < strength; at -= 1) {
      kept[at] = kept[at - 1] ?? 0;
      places[at] = places[at - 1] ?? 0;
    }
    kept[at] = steps;
    places[at] = place;
  }

  placeAt(rank: number): number {
    return this.#places[rank] ?? 0;
  }

  stepsAt(rank: number): number {
    return this.#steps[rank] ?? 0;
  }
}
