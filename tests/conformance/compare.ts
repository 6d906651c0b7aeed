/** Whether two values are the same JSON, whatever the order of their keys. */
export const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, own]) => [key, sorted(own)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Whether each value stands rightly before the next. */
export const isSorted = <Value>(values: readonly Value[], inOrder: (a: Value, b: Value) => boolean): boolean =>
  values.every((value, at) => {
    const next = values[at + 1];
    return next === undefined || inOrder(value, next);
  });
