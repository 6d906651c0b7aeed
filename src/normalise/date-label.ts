import type { Day } from '../domain/topic.ts';
import { Recent } from './recent.ts';

/**
 * A date as a portal wrote it, before anybody says what it means: portals label Brussels times as UTC, days as
 * midnights and midnights as the evening before. What it means depends on the kind of call: see `deadline-rule.ts`.
 */
export interface DateLabel {
  readonly day: Day;
  /** The hour on the label; null where it has none. */
  readonly time: WallTime | null;
  /** True where the label claims to be UTC (`Z`, `+0000`, epoch milliseconds). */
  readonly utc: boolean;
}

export interface WallTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
/** `19 May 2020`, `08 March 2016 17:00:00`. */
const WORDED = /^(\d{1,2}) ([a-z]{3,9})\.? (\d{4})(?:,? (\d{2}):(\d{2})(?::(\d{2}))?)?$/i;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** No call is older than the first programmes or planned beyond; a number outside is no epoch in milliseconds. */
const EARLIEST_MS = Date.UTC(1984, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

/** A catalogue has some hundred different dates, each written on many calls, and up to three times on one. */
const labels = new Recent<DateLabel | null>(2_000);

/** Reads every dialect of PORTAL-CONTRACT §3; null for what is no date, and never throws. */
export function parseDateLabel(raw: unknown): DateLabel | null {
  if (typeof raw === 'number') return fromEpoch(raw);
  if (typeof raw !== 'string' || raw.length > 60) return null;
  return labels.of(raw, () => fromText(raw));
}

function fromText(raw: string): DateLabel | null {
  const text = raw.replace(/\s+/g, ' ').trim();
  if (/^\d{12,13}$/.test(text)) return fromEpoch(Number(text));
  return fromIso(text) ?? fromWords(text);
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function fromEpoch(ms: number): DateLabel | null {
  if (!(ms >= EARLIEST_MS && ms < LATEST_MS)) return null;
  return fromIso(new Date(ms).toISOString());
}

function fromIso(text: string): DateLabel | null {
  const [, year, month, date, hour, minute, second, zone] = ISO.exec(text) ?? [];
  const utc = zone !== undefined && /^(Z|UTC|[+-]00:?00)$/i.test(zone);
  return label(Number(year), Number(month), Number(date), wallTime(hour, minute, second), utc);
}

function fromWords(text: string): DateLabel | null {
  const [, date, name = '', year, hour, minute, second] = WORDED.exec(text) ?? [];
  const month = MONTHS.findIndex((full) => full.startsWith(name.toLowerCase()) && name !== '') + 1;
  return label(Number(year), month, Number(date), wallTime(hour, minute, second), false);
}

function wallTime(hour?: string, minute?: string, second?: string): WallTime | null {
  if (hour === undefined) return null;
  return { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) };
}

function label(year: number, month: number, date: number, time: WallTime | null, utc: boolean): DateLabel | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  if (Number.isNaN(at.getTime()) || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null;
  if (at.getTime() < EARLIEST_MS || at.getTime() >= LATEST_MS) return null;
  if (time !== null && (time.hour > 23 || time.minute > 59 || time.second > 59)) return null;
  return { day: at.toISOString().slice(0, 10), time, utc };
}
