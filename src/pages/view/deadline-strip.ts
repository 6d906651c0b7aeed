import { addDays, dayCount } from '../../domain/desk/plan/days.ts';
import { PILLARS, type Pillar } from '../../domain/pillar.ts';
import type { Day, TopicKey } from '../../domain/topic.ts';
import { type DayScale, dayScale, monthTicks } from './day-scale.ts';

export const STRIP_DAYS = 120;
const WEEK = 7;

/** A call by the day it closes. */
export interface StripCall {
  key: TopicKey;
  pillar: Pillar | null;
  day: Day;
}

/** What closes in one week, counted from today: on a telephone a week is as wide as a ring. */
export interface StripNode {
  from: Day;
  to: Day;
  x: number;
  calls: StripCall[];
}

export interface StripRow {
  pillar: Pillar | null;
  y: number;
  total: number;
  first: Day | null;
  nodes: StripNode[];
}

export interface DeadlineStrip {
  scale: DayScale;
  height: number;
  rows: StripRow[];
  /** Every other week is shaded. */
  bands: { x: number; width: number }[];
  ticks: Day[];
  foot: number;
}

const HEAD = 24;
const ROW = 46;
const FOOT = 22;

/** A row for each pillar, and one for calls that have none where there are such. */
export function deadlineStrip(calls: readonly StripCall[], today: Day): DeadlineStrip {
  const scale = dayScale(today, addDays(today, STRIP_DAYS));
  const within = calls
    .filter(({ day }) => day >= today && day <= scale.to)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const pillars: (Pillar | null)[] = within.some(({ pillar }) => pillar === null) ? [...PILLARS, null] : [...PILLARS];
  const rows = pillars.map((pillar, i) => {
    const own = within.filter((call) => call.pillar === pillar);
    return { pillar, y: HEAD + i * ROW, total: own.length, first: own[0]?.day ?? null, nodes: nodesOf(own, scale) };
  });
  const foot = HEAD + rows.length * ROW;
  return { scale, height: foot + FOOT, rows, bands: bandsOf(scale), ticks: monthTicks(scale), foot };
}

function nodesOf(calls: readonly StripCall[], scale: DayScale): StripNode[] {
  const weeks = new Map<number, StripCall[]>();
  for (const call of calls) {
    const week = Math.floor(dayCount(scale.from, call.day) / WEEK);
    if (weeks.get(week)?.push(call) === undefined) weeks.set(week, [call]);
  }
  return [...weeks].map(([week, inWeek]) => {
    const from = addDays(scale.from, week * WEEK);
    return { from, to: addDays(from, WEEK - 1), x: scale.at(addDays(from, (WEEK - 1) / 2)), calls: inWeek };
  });
}

function bandsOf(scale: DayScale): { x: number; width: number }[] {
  const bands: { x: number; width: number }[] = [];
  for (let from = scale.from; from < scale.to; from = addDays(from, 2 * WEEK)) {
    const x = scale.at(from);
    bands.push({ x, width: Math.round((scale.at(addDays(from, WEEK)) - x) * 100) / 100 });
  }
  return bands;
}
