/** One judged item: what the model gave it, and whether it was wanted. */
export interface Judged {
  score: number;
  wanted: boolean;
}

/** Highest score first; equals stay in the order they came in, so that the figures are the same everywhere. */
export function ranked<T extends { score: number }>(items: readonly T[]): T[] {
  return items
    .map((item, i) => ({ item, i }))
    .sort((a, b) => b.item.score - a.item.score || a.i - b.i)
    .map(({ item }) => item);
}

/** The mean, over the wanted, of the precision at each one's rank. 0 where nothing is wanted. */
export function averagePrecision(items: readonly Judged[]): number {
  let found = 0;
  let sum = 0;
  ranked(items).forEach(({ wanted }, i) => {
    if (!wanted) return;
    found += 1;
    sum += found / (i + 1);
  });
  return found === 0 ? 0 : sum / found;
}

/** The share of the wanted that stands in the top part of the list, e.g. 0.2. */
export function recallAt(items: readonly Judged[], share: number): number {
  const wanted = items.filter((item) => item.wanted).length;
  if (wanted === 0) return 0;
  const top = ranked(items).slice(0, Math.round(items.length * share));
  return top.filter((item) => item.wanted).length / wanted;
}

/** What a list of a given length holds: how many wanted it finds and misses, and how many of its places are noise. */
export function listQuality(
  items: readonly Judged[],
  length: number,
): { found: number; missed: number; noise: number } {
  const top = ranked(items).slice(0, length);
  const found = top.filter((item) => item.wanted).length;
  return { found, missed: items.filter((item) => item.wanted).length - found, noise: top.length - found };
}

/** One decided class beside the true one. */
export interface Classified {
  truth: string;
  given: string;
}

/** Share of the items given their true class; 0 where there are none. */
export function accuracy(items: readonly Classified[]): number {
  return items.length === 0 ? 0 : items.filter(({ truth, given }) => truth === given).length / items.length;
}

/** The plain mean of the classes' F1: a small class counts as much as a large one. */
export function macroF1(items: readonly Classified[], classes: readonly string[]): number {
  const scores = classes.map((name) => {
    const hit = items.filter(({ truth, given }) => truth === name && given === name).length;
    const all = items.filter(({ truth }) => truth === name).length + items.filter(({ given }) => given === name).length;
    return all === 0 ? 0 : (2 * hit) / all;
  });
  return scores.reduce((a, b) => a + b, 0) / classes.length;
}

/** Where the first right answer stood, as 1/rank; 0 where none was listed. */
export function reciprocalRank(order: readonly string[], right: ReadonlySet<string>): number {
  const at = order.findIndex((id) => right.has(id));
  return at < 0 ? 0 : 1 / (at + 1);
}
