import { PILLARS, type Pillar } from '../../pillar.ts';

/** What is on offer in the calls of a pillar in which the city still has time for a role. */
export interface Reach {
  pillar: Pillar;
  calls: number;
  /** Sum of what each call has for itself. */
  budgetEur: number;
  /** Calls whose pot is shared with others: adding it up would count the same euro twice. */
  shared: number;
  /** Calls whose budget nobody states. */
  unknown: number;
}

interface Call {
  pillar: Pillar | null;
  budgetEur: number | null;
  budgetShared: boolean;
  /** Whether a role is left that the time suffices for. */
  inReach: boolean;
}

/** The reachable budget, pillar by pillar: a sum of dotations, not of what the city would get. */
export const budgetReach = (calls: readonly Call[]): Reach[] =>
  PILLARS.map((pillar) => {
    const own = calls.filter((call) => call.pillar === pillar && call.inReach);
    const alone = own.filter(({ budgetShared }) => !budgetShared);
    return {
      pillar,
      calls: own.length,
      budgetEur: alone.reduce((sum, { budgetEur }) => sum + (budgetEur ?? 0), 0),
      shared: own.length - alone.length,
      unknown: alone.filter(({ budgetEur }) => budgetEur === null).length,
    };
  });
