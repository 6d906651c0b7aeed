import { DateTime } from 'luxon';
import { BRUSSELS, brusselsDay } from '../../domain/brussels.ts';
import type { Day, Instant } from '../../domain/topic.ts';
import type { RoundCard } from '../../domain/topic-card.ts';
import type { Start } from './starts.ts';

/** Where everything of a topic's timeline stands, in the units of its drawing; words are put in by the component. */
export interface Timeline {
  width: number;
  height: number;
  plot: { left: number; right: number };
  ticks: { x: number; day: Day; withYear: boolean }[];
  windows: TimelineWindow[];
  starts: TimelineStart[];
  now: { x: number; labelEnd: boolean } | null;
}

export interface TimelineWindow {
  n: number;
  y: number;
  round: RoundCard;
  /** The bar; an end that nobody knows runs to the edge of the plot. */
  from: { x: number; known: boolean };
  to: { x: number; known: boolean };
  /** Up to where the bar is filled: today, or its end. */
  filledTo: number;
  deadlines: { x: number; at: Instant; last: boolean; labelled: boolean }[];
}

export interface TimelineStart extends Start {
  y: number;
  x: number;
  deadlineX: number;
  past: boolean;
}

const WIDTH = 1000;
const PLOT = { left: 190, right: 850 };
const TOP = 44;
const WINDOW_HEIGHT = 52;
const START_HEIGHT = 36;
const DAY_MS = 86_400_000;
const LABEL_WIDTH = 74;
const TICK_WIDTH = 58;

/** Null where no date at all is known: there is nothing to draw. */
export function timeline(
  rounds: readonly RoundCard[],
  now: Instant,
  next: Instant | null,
  starts: readonly Start[],
): Timeline | null {
  const known = [
    ...rounds.flatMap((round) => [round.opensOn, ...round.deadlines.map((deadline) => deadline.at)]),
    ...starts.map((start) => start.day),
  ].flatMap((when) => (when === null ? [] : [ms(when)]));
  if (known.length === 0) return null;

  const { from, to } = bounds(known, ms(now), next !== null);
  const x = (at: number) => round1(PLOT.left + ((at - from) / (to - from)) * (PLOT.right - PLOT.left));
  const windows = rounds.map((round, i) => placeWindow(round, i, TOP + i * WINDOW_HEIGHT, x, ms(now)));
  const startsTop = TOP + rounds.length * WINDOW_HEIGHT;
  return {
    width: WIDTH,
    height: startsTop + starts.length * START_HEIGHT + 8,
    plot: PLOT,
    ticks: ticks(from, to, x),
    windows,
    starts: starts.map((start, i) => ({
      ...start,
      y: startsTop + i * START_HEIGHT + START_HEIGHT - 10,
      x: x(ms(start.day)),
      deadlineX: x(ms(next ?? now)),
      past: start.day < brusselsDay(now),
    })),
    now: ms(now) >= from && ms(now) <= to ? { x: x(ms(now)), labelEnd: x(ms(now)) > PLOT.right - 60 } : null,
  };
}

function bounds(known: readonly number[], now: number, alive: boolean): { from: number; to: number } {
  const all = alive ? [...known, now] : known;
  const first = Math.min(...all);
  const last = Math.max(...all);
  const span = Math.max(last - first, 60 * DAY_MS);
  return { from: first - span * 0.03, to: first + span * 1.03 };
}

function placeWindow(round: RoundCard, i: number, top: number, x: (at: number) => number, now: number): TimelineWindow {
  const last = round.deadlines.at(-1);
  const from = round.opensOn === null ? { x: PLOT.left, known: false } : { x: x(ms(round.opensOn)), known: true };
  const to = last === undefined ? { x: PLOT.right, known: false } : { x: x(ms(last.at)), known: true };
  let labelEnd = Number.POSITIVE_INFINITY;
  // From the last to the first: the last is always named, an earlier one where its name has room.
  const deadlines = round.deadlines
    .map(({ at }) => ({ at, x: x(ms(at)), last: at === last?.at }))
    .reverse()
    .map((deadline) => {
      const labelled = deadline.last || deadline.x + LABEL_WIDTH / 2 < labelEnd - LABEL_WIDTH / 2;
      if (labelled) labelEnd = deadline.x;
      return { ...deadline, labelled };
    })
    .reverse();
  const today = Math.min(Math.max(x(now), from.x), to.x);
  return { n: i + 1, y: top + 14, round, from, to, filledTo: today, deadlines };
}

/** First days of months, so many apart that their names do not touch. */
function ticks(from: number, to: number, x: (at: number) => number): Timeline['ticks'] {
  const months = (to - from) / (30.44 * DAY_MS);
  const room = (PLOT.right - PLOT.left) / TICK_WIDTH;
  const step = [1, 2, 3, 6, 12].find((size) => months / size <= room) ?? 24;
  const marks: Timeline['ticks'] = [];
  let month = DateTime.fromMillis(from, { zone: BRUSSELS }).startOf('year');
  while (month.toMillis() <= to) {
    const day = month.toISODate();
    if (month.toMillis() >= from && day !== null)
      marks.push({ x: x(month.toMillis()), day, withYear: marks.length === 0 || month.month === 1 });
    month = month.plus({ months: step });
  }
  return marks;
}

/** A day counts from its first moment in Brussels. */
const ms = (when: Day | Instant): number => DateTime.fromISO(when, { zone: BRUSSELS }).toMillis();
const round1 = (value: number): number => Math.round(value * 10) / 10;
