/** Places are told apart in the low bits of a key; no text has as many phrases. */
const PLACES = 2 ** 20;

/**
 * The weights that phrases have for one target, by their place among the hits, of which the strongest are wanted: found by
 * sorting plain numbers, since a comparing function called for every pair is most of what explaining a score costs.
 */
export class Strongest {
  #count = 0;
  #weights = new Float64Array(512);
  /** By size of the weight, in whole steps, and then by place: sorted upwards, the strongest come first, then the earlier. */
  #keys = new Float64Array(512);

  /** How many there are in all. */
  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
  }

  /** Places grow from call to call and stay below 2²⁰. */
  add(place: number, weight: number, steps: number): void {
    while (place >= this.#weights.length) this.#grow();
    this.#weights[place] = weight;
    this.#keys[this.#count] = place - Math.abs(steps) * PLACES;
    this.#count += 1;
  }

  /** The places of the strongest, those of equal strength in the order they came. */
  places(most: number): number[] {
    const keys = this.#keys.subarray(0, this.#count).sort();
    const places: number[] = [];
    const count = Math.min(most, this.#count);
    for (let i = 0; i < count; i += 1) {
      const key = keys[i] ?? 0;
      places.push(key + Math.ceil(-key / PLACES) * PLACES);
    }
    return places;
  }

  weightAt(place: number): number {
    return this.#weights[place] ?? 0;
  }

  #grow(): void {
    const [weights, keys] = [this.#weights, this.#keys];
    this.#weights = new Float64Array(weights.length * 2);
    this.#keys = new Float64Array(keys.length * 2);
    this.#weights.set(weights);
    this.#keys.set(keys);
  }
}
