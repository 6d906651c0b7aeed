import type { PartnerMatch } from '../../../src/client.ts';
import { drawing, element } from './dom.ts';
import { brusselsTime } from './matches-table.ts';
import type { Words } from './words.ts';

const WIDTH = 960;
const NAMES = 300;
const LINE = 24;
const TOP = 28;
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
  const x = (time: number): number => NAMES + ((time - start) / (end - start)) * (WIDTH - NAMES - 12);
  const height = TOP + deadlines.length * LINE + 8;
  const summary = words.timelineOf(deadlines.length);
  const svg = drawing(
    'svg',
    { class: 'timeline', viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': summary },
    ...months(start, end).flatMap((month) => monthLine(month, x(month), height, words)),
    ...deadlines.flatMap((one, at) => line(one, TOP + at * LINE + LINE / 2, x(Date.parse(one.at)), words)),
  );
  return element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': words.timeline }, svg);
}

function line({ name, title, at, daysLeft }: Dated, y: number, x: number, words: Words): SVGElement[] {
  const short = name.length > 40 ? `${name.slice(0, 39)}…` : name;
  const kind = daysLeft <= SOON_DAYS ? 'deadline soon' : 'deadline';
  return [
    drawing('text', { x: '0', y: String(y + 4) }, short),
    drawing('line', { class: 'row', x1: String(NAMES), y1: String(y), x2: x.toFixed(1), y2: String(y) }),
    drawing(
      'circle',
      { class: kind, cx: x.toFixed(1), cy: String(y), r: '6' },
      drawing('title', {}, `${title}: ${brusselsTime(at, words)}`),
    ),
  ];
}

function monthLine(month: number, x: number, height: number, { locale }: Words): SVGElement[] {
  const name = new Date(month).toLocaleString(locale, { month: 'short', timeZone: 'UTC' });
  return [
    drawing('line', { class: 'grid', x1: x.toFixed(1), y1: '18', x2: x.toFixed(1), y2: String(height) }),
    drawing('text', { class: 'month', x: (x + 3).toFixed(1), y: '14' }, name),
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
