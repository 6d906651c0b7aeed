import type { Round } from '../../domain/topic.ts';
import { isOwnLine } from '../../normalise/identifiers.ts';
import { readCount, readEuro, sumKnown } from '../../normalise/money.ts';
import type { BudgetLine } from './payload.ts';
import { type DateReading, readWindow, type SubmissionWindow } from './rounds.ts';

type Money = Omit<Round, keyof SubmissionWindow>;

export const UNKNOWN_MONEY: Money = {
  budgetEur: null,
  budgetShared: false,
  expectedGrants: null,
  minContributionEur: null,
  maxContributionEur: null,
};

/** A pot is repeated on at least so many topics of the call (PORTAL-CONTRACT §2.5). */
const SIBLINGS = 3;
/**
 * Equal modest figures are normal. Where contribution or grants are not told, only a large repeated figure is taken for a
 * pot: on 2026-08-22 EDF 422 M ×11, CERV-DAPHNE 21 M ×5 were pots, LIFE-CET 6 M ×4, ERASMUS awards 25 k ×5 were not.
 */
const MODEST_EUR = 20_000_000;

/** The lines of the call's budget that are this topic's own, each once. */
export function ownLines(lines: readonly BudgetLine[], identifier: string): BudgetLine[] {
  const own = lines.filter((line) => isOwnLine(line.action, identifier));
  return [...new Map(own.map((line) => [JSON.stringify(line), line])).values()];
}

/** Puts the money of a topic's own lines into its windows. */
export function withMoney(
  windows: readonly SubmissionWindow[],
  own: readonly BudgetLine[],
  call: readonly BudgetLine[],
  reading: DateReading,
): Round[] {
  const shares = own.flatMap((line) => sharesOf(line, windows, reading));
  return windows.map((window, i) => {
    const lines = shares.filter((share) => share.window === i).map((share) => share.line);
    return { ...window, ...moneyOf(lines, call) };
  });
}

interface Share {
  line: BudgetLine;
  window: number;
}

/**
 * Which window a line pays for: the only one; the one with its dates; and where a line spans the windows of a multi-year
 * topic, each of its years goes to the window that closes in that year. What fits nowhere stays out.
 */
function sharesOf(line: BudgetLine, windows: readonly SubmissionWindow[], reading: DateReading): Share[] {
  if (windows.length === 1) return [{ line, window: 0 }];
  const stated = {
    opening: line.plannedOpeningDate,
    model: line.deadlineModel ?? null,
    deadlines: line.deadlineDates ?? [],
  };
  const own = readWindow(stated, reading);
  const fitting = windows.flatMap((window, i) => (fits(window, own) ? [i] : []));
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return [{ line, window: only }];
  return Object.entries(line.budgetYearMap ?? {}).flatMap(([year, amount]) => {
    const window = windows.findIndex((one) => one.deadlines[0]?.at.startsWith(year));
    return window < 0 ? [] : [{ line: { ...line, budgetYearMap: { [year]: amount } }, window }];
  });
}

function fits(window: SubmissionWindow, line: SubmissionWindow): boolean {
  if (line.deadlines.length === 0) return line.opensOn !== null && line.opensOn === window.opensOn;
  return window.deadlines.some(({ at }) => line.deadlines.some((deadline) => deadline.at === at));
}

function moneyOf(lines: readonly BudgetLine[], call: readonly BudgetLine[]): Money {
  const known = (read: (line: BudgetLine) => number | null) => lines.map(read).filter((value) => value !== null);
  const lowest = known((line) => readEuro(line.minContribution));
  const highest = known((line) => readEuro(line.maxContribution));
  return {
    budgetEur: sumKnown(lines.map(amountOf)),
    budgetShared: lines.some((line) => isSharedPot(line, call)),
    expectedGrants: sumKnown(lines.map((line) => readCount(line.expectedGrants))),
    minContributionEur: lowest.length === 0 ? null : Math.min(...lowest),
    maxContributionEur: highest.length === 0 ? null : Math.max(...highest),
  };
}

/** All years of a line together; zero and nothing are unknown. */
const amountOf = (line: BudgetLine): number | null => sumKnown(Object.values(line.budgetYearMap ?? {}).map(readEuro));

/** Whether a line repeats the pot of the whole call: several topics have it, and this one could not spend it alone. */
function isSharedPot(line: BudgetLine, call: readonly BudgetLine[]): boolean {
  const amount = amountOf(line);
  if (amount === null) return false;
  const topics = new Set(call.filter((other) => amountOf(other) === amount).map((other) => topicOf(other.action)));
  if (topics.size < SIBLINGS) return false;
  const contribution = readEuro(line.maxContribution);
  const grants = readCount(line.expectedGrants);
  return amount > (contribution === null || grants === null ? MODEST_EUR : contribution * grants);
}

const topicOf = (action: string): string => action.trim().split(' ', 1)[0] ?? '';
