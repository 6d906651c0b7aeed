import type { Localised } from '../../labels/localised.ts';
import type { Pillar } from '../../pillar.ts';
import type { Day } from '../../topic.ts';
import type { Value } from './criteria.ts';

/** The papers a city's objectives stand in (DOMAIN §3.3, C1). */
export const PLANS = ['guidelines', 'DUP', 'PUMS', 'PAESC', 'air-climate-plan', 'CCC', 'other'] as const;
export type Plan = (typeof PLANS)[number];

export const PLAN_LABELS: Readonly<Record<Plan, Localised>> = {
  guidelines: { it: 'Linee Guida', en: 'Guidelines' },
  DUP: { it: 'DUP', en: 'Single programming document' },
  PUMS: { it: 'PUMS', en: 'SUMP' },
  PAESC: { it: 'PAESC', en: 'SECAP' },
  'air-climate-plan': { it: 'Piano Aria e Clima', en: 'Air and Climate Plan' },
  CCC: { it: 'Contratto climatico della città', en: 'Climate City Contract' },
  other: { it: 'altro', en: 'other' },
};

/** A stated aim that a working group reads calls against. */
export interface Objective {
  id: string;
  group: Pillar;
  plan: Plan;
  text: string;
  /** By when the city wants it; null = no date. */
  dueOn: Day | null;
}

/** The highest value of C1 that the picked objective bears: no line 0–2, a line up to 4, a line with a date 5. */
export function highestFit(objective: Objective | null): Value {
  if (objective === null) return 2;
  return objective.dueOn === null ? 4 : 5;
}
