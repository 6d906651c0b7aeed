import { parseDateLabel } from '../../normalise/date-label.ts';
import type { Facts } from './facts.ts';
import type { StatedWindow } from './rounds.ts';

/**
 * The windows that the fields of a row state. They are lists side by side without a link: as many openings as deadlines,
 * each deadline before the next opening, are the rounds of a multi-year topic (LC-SC3-SCC-1-2018-2019-2020 has three);
 * anything else is one window.
 */
export function rowWindows(facts: Facts): StatedWindow[] {
  const { openings, deadlines, deadlineModel: model } = facts;
  if (openings.length === 0 && deadlines.length === 0) return [];
  const pairs = alternating([...openings].sort(byDay), [...deadlines].sort(byDay));
  if (pairs !== null) return pairs.map(([opening, deadline]) => ({ opening, model, deadlines: [deadline] }));
  return [{ opening: [...openings].sort(byDay)[0] ?? null, model, deadlines }];
}

function alternating(openings: unknown[], deadlines: unknown[]): [unknown, unknown][] | null {
  if (openings.length < 2 || openings.length !== deadlines.length) return null;
  const pairs = openings.map((opening, i): [unknown, unknown] => [opening, deadlines[i]]);
  const days = pairs.flat().map(dayOf);
  return days.every((day, i) => i === 0 || (days[i - 1] ?? '') < day) ? pairs : null;
}

const dayOf = (raw: unknown): string => parseDateLabel(raw)?.day ?? '';

const byDay = (a: unknown, b: unknown): number => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0);
