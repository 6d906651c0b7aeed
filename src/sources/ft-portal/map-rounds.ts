import type { Round, Section } from '../../domain/topic.ts';
import { statedDeadlineHour } from '../../normalise/deadline-hour.ts';
import { readEuro } from '../../normalise/money.ts';
import type { Notes } from '../../normalise/notes.ts';
import { ownLines, UNKNOWN_MONEY, withMoney } from './budget.ts';
import type { Facts } from './facts.ts';
import type { Action, BudgetLine } from './payload.ts';
import { type DateReading, type StatedWindow, submissionWindows } from './rounds.ts';
import { rowWindows } from './row-windows.ts';

interface Parts {
  actions: readonly Action[];
  /** The lines of the whole call. */
  budget: readonly BudgetLine[];
  sections: readonly Section[];
}

/** The submission windows of a call with their money. */
export function mapRounds(facts: Facts, { actions, budget, sections }: Parts, notes: Notes): Round[] {
  const reading: DateReading = { kind: facts.kind, cutOff: cutOffOf(sections), notes };
  const own = ownLines(budget, facts.identifier);
  const stated = { actions: actions.map(ofAction), budget: own.map(ofBudgetLine), row: rowWindows(facts) };
  const windows = submissionWindows(stated, reading);
  if (facts.kind === 'topic') return withMoney(windows, own, budget, reading);
  return windows.map((window) => ({ ...window, ...UNKNOWN_MONEY, budgetEur: ownBudgetOf(facts) }));
}

function cutOffOf(sections: readonly Section[]) {
  const conditions = sections.filter((section) => section.kind === 'conditions');
  return statedDeadlineHour(conditions.map((section) => section.text).join('\n')) ?? undefined;
}

function ofAction(action: Action): StatedWindow {
  const procedure = action.submissionProcedure ?? action.sumbissionProcedure;
  return {
    opening: action.plannedOpeningDate,
    model: procedure?.abbreviation ?? procedure?.id ?? null,
    deadlines: action.deadlineDates ?? [],
  };
}

function ofBudgetLine(line: BudgetLine): StatedWindow {
  return { opening: line.plannedOpeningDate, model: line.deadlineModel ?? null, deadlines: line.deadlineDates ?? [] };
}

/** The amount of a cascade or external call, where it is in euro. */
function ownBudgetOf({ ownBudget }: Facts): number | null {
  const currency = ownBudget?.currency ?? 'EUR';
  return /^(eur|euros?|€)$/i.test(currency.trim()) ? readEuro(ownBudget?.amount) : null;
}
