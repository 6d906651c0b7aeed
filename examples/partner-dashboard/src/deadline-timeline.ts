import type { PartnerMatch } from '../../../src/client.ts';
import { drawing, element } from './dom.ts';
import { brusselsTime } from './matches-table.ts';
import type { Words } from './words.ts';

/** A call takes two lines, its name above its deadline, so that a phone shows both in full. */
const LINE = 40;
const TOP = 28;
/** In percent of the width, which is whatever the reader's is: dots and names keep their size. */
const RIGHT = 97;
/** Nearer to the first month's line than this, today's own label would run into its name. */
const ROOM = 18;
const MOST_LINES = 12;
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

export interface Dated {
  name: string;
  title: string;
  at: string;
  daysLeft: number;
}

/** The nearest deadlines among the matches, the nearest first. */
export function nearestDeadlines(matches: readonly PartnerMatch[]): Dated[] {
  return matches
    .flatMap(({ topic: { identifier: name, title, nextDeadlineAt: at, daysLeft } }) =>
      at === null || daysLeft === null ? [] : [{ name, title, at, daysLeft }],
    )
    .sort((a, b) => a.at.localeCompare(b.at))
    .slice(0, MOST_LINES);
}

/** One line a call, one dot at its next deadline, over months. Plain attributes only, so that a strict CSP takes it. */
export function deadlineTimeline(deadlines: readonly Dated[], words: Words): HTMLElement {
  const [first] = deadlines;
  const last = deadlines.at(-1);
  if (first === undefined || last === undefined) return element('p', {}, words.none);
  // The server's today: its calendar counts, not that of the reader's machine.
  const start = Date.parse(first.at) - first.daysLeft * DAY_MS;
  const end = Date.parse(last.at) + 7 * DAY_MS;
  const x = (time: number): number => ((time - start) / (end - start)) * RIGHT;
  const height = TOP + deadlines.length * LINE;
  const beginnings = months(start, end);
  const isNear = beginnings.some((month) => x(month) < ROOM);
  const svg = drawing(
    'svg',
    {
      class: 'timeline',
      width: '100%',
      height: String(height),
      role: 'img',
      'aria-label': words.timelineOf(deadlines.length),
    },
    ...(isNear ? [] : [drawing('text', { class: 'month', x: '0', y: '14' }, dayName(start, words))]),
    ...beginnings.flatMap((month) => monthLine(month, x(month), height, words)),
    ...deadlines.flatMap((one, at) => line(one, TOP + at * LINE, x(Date.parse(one.at)), words)),
  );
  return element('div', { role: 'region', 'aria-label': words.timeline }, svg);
}

function line({ name, title, at, daysLeft }: Dated, top: number, x: number, words: Words): SVGElement[] {
  const short = name.length > 40 ? `${name.slice(0, 39)}…` : name;
  const kind = daysLeft <= SOON_DAYS ? 'deadline soon' : 'deadline';
  const y = String(top + 26);
  return [
    drawing('text', { x: '0', y: String(top + 14) }, short),
    drawing('line', { class: 'row', x1: '0', y1: y, x2: percent(x), y2: y }),
    drawing(
      'circle',
      { class: kind, cx: percent(x), cy: y, r: '6' },
      drawing('title', {}, `${title}: ${brusselsTime(at, words)}`),
    ),
  ];
}

const percent = (x: number): string => `${x.toFixed(2)}%`;

const dayName = (time: number, { locale }: Words): string =>
  new Date(time).toLocaleString(locale, { day: 'numeric', month: 'short', timeZone: 'Europe/Brussels' });

function monthLine(month: number, x: number, height: number, { locale }: Words): SVGElement[] {
  const name = new Date(month).toLocaleString(locale, { month: 'short', timeZone: 'UTC' });
  return [
    drawing('line', { class: 'grid', x1: percent(x), y1: '18', x2: percent(x), y2: String(height) }),
    drawing('text', { class: 'month', x: percent(x), y: '14' }, name),
  ];
}

/** The first day of each month between two times. */
function months(start: number, end: number): number[] {
  const from = new Date(start);
  const found: number[] = [];
  for (let n = 1; ; n += 1) {
    const month = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + n, 1);
    if (month >= end) return found;
    found.push(month);
  }
}
