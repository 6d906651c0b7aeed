/** The six smart-city characteristics of the TU Wien model (Giffinger et al., 2007): one working group each. */
export const PILLARS = ['economy', 'people', 'governance', 'mobility', 'environment', 'living'] as const;

export type Pillar = (typeof PILLARS)[number];

/** One value per pillar, 0 to 1. */
export type PillarScores = Record<Pillar, number>;

export function isPillar(value: string): value is Pillar {
  return (PILLARS as readonly string[]).includes(value);
}
