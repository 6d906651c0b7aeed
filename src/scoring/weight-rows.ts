import { type PerTarget, TOPIC_TARGETS } from './weights.ts';

/** How many numbers a row has: one a target. */
export const TARGETS = TOPIC_TARGETS.length;

/** Weights as plain numbers: for each entry one row with a column a target. */
export function rows(entries: readonly PerTarget[]): Float64Array {
  const table = new Float64Array(entries.length * TARGETS);
  entries.forEach((entry, i) => {
    TOPIC_TARGETS.forEach((target, t) => {
      table[i * TARGETS + t] = entry[target] ?? 0;
    });
  });
  return table;
}

/** Adds a row of the table to the sums, which begin at `to`. */
export function addRow(sums: Float64Array, table: Float64Array, row: number, factor: number, to = 0): void {
  const from = row * TARGETS;
  for (let t = 0; t < TARGETS; t += 1) sums[to + t] = (sums[to + t] ?? 0) + (table[from + t] ?? 0) * factor;
}
