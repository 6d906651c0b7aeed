/** The way of a call through the house, from the catalogue to the grant. */
export const FUNNEL_STAGES = ['found', 'shortlisted', 'dossier', 'go', 'submitted', 'funded'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

export interface FunnelStep {
  stage: FunnelStage;
  count: number;
  /** Of the stage before; null where that was empty, for nothing can be said then. */
  share: number | null;
}

/**
 * The stages with what part of each reached the next. A dossier may come from a request on a call that was never
 * shortlisted, so a later stage can be larger than the one before: a share above 1 is then true.
 */
export const funnelOf = (counts: Readonly<Record<FunnelStage, number>>): FunnelStep[] =>
  FUNNEL_STAGES.map((stage, place) => {
    const before = FUNNEL_STAGES[place - 1];
    const base = before === undefined ? 0 : counts[before];
    return { stage, count: counts[stage], share: base === 0 ? null : counts[stage] / base };
  });
