/** Consecutive numbers: the first, and how many. */
export type Run = [first: number, length: number];

/** 4, 5, 6, 9 → [4, 3], [9, 1]. */
export function toRuns(numbers: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === number) last[1] += 1;
    else runs.push([number, 1]);
  }
  return runs;
}

export const fromRuns = (runs: readonly Run[]): number[] =>
  runs.flatMap(([first, length]) => Array.from({ length }, (_, at) => first + at));
