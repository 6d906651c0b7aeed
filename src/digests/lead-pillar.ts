import type { Pillar } from '../domain/pillar.ts';

/** The subject begins with the pillar that has most to say in the first list that names any. */
export function leadPillar(lists: readonly (readonly { pillar: Pillar | null }[])[]): Pillar | null {
  for (const list of lists) {
    const counts = new Map<Pillar, number>();
    for (const { pillar } of list) if (pillar !== null) counts.set(pillar, (counts.get(pillar) ?? 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (best !== undefined) return best[0];
  }
  return null;
}
