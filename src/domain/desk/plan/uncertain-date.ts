import type { Day } from '../../topic.ts';
import { addDays } from './days.ts';

/** A stretch of the calendar in which something is expected; both ends belong to it. */
export interface DayRange {
  from: Day;
  to: Day;
}

const MONTHS = [
  ['gennaio', 'january'],
  ['febbraio', 'february'],
  ['marzo', 'march'],
  ['aprile', 'april'],
  ['maggio', 'may'],
  ['giugno', 'june'],
  ['luglio', 'july'],
  ['agosto', 'august'],
  ['settembre', 'september'],
  ['ottobre', 'october'],
  ['novembre', 'november'],
  ['dicembre', 'december'],
] as const;

/** First month of each stretch and its length in months. Meteorological seasons: spring is March to May. */
const STRETCHES: readonly (readonly [pattern: RegExp, firstMonth: number, months: number])[] = [
  [/^(primavera|spring)$/, 3, 3],
  [/^(estate|summer)$/, 6, 3],
  [/^(autunno|autumn|fall)$/, 9, 3],
  [/^(inverno|winter)$/, 12, 3],
  [/^(q1|(primo|1°|i) trimestre|first quarter)$/, 1, 3],
  [/^(q2|(secondo|2°|ii) trimestre|second quarter)$/, 4, 3],
  [/^(q3|(terzo|3°|iii) trimestre|third quarter)$/, 7, 3],
  [/^(q4|(quarto|4°|iv) trimestre|fourth quarter)$/, 10, 3],
  [/^((primo|1°|i) semestre|prima metà( del)?|first half( of)?)$/, 1, 6],
  [/^((secondo|2°|ii) semestre|seconda metà( del)?|second half( of)?)$/, 7, 6],
  [/^(inizio|early)$/, 1, 3],
  [/^(metà|mid)$/, 5, 4],
  [/^(fine|late|end of)$/, 10, 3],
  [/^$/, 1, 12],
];

/**
 * Reads the date of an expected call as people write it ("primavera 2028", "Q2 2028", "marzo-maggio 2028", "fine 2027").
 * Null where it cannot be read: the call is then listed as *data non nota*, never dated by a guess.
 */
export function parseUncertainDate(text: string): DayRange | null {
  const words = text.trim().toLowerCase().replace(/\s+/gu, ' ');
  return readDay(words) ?? readSpan(words) ?? readStretch(words);
}

function readDay(words: string): DayRange | null {
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(words);
  if (iso !== null) {
    const [, year, month, day] = iso.map(Number);
    return day !== undefined && iso[3] !== undefined ? oneDay(year, month, day) : months(year, month, 1);
  }
  const spoken = /^(\d{1,2})°? (\p{L}+) (\d{4})$/u.exec(words);
  if (spoken === null) return null;
  return oneDay(Number(spoken[3]), monthNumber(spoken[2] ?? ''), Number(spoken[1]));
}

function readSpan(words: string): DayRange | null {
  const span = /^(?:tra |fra |between )?(\p{L}+)(?: ?[-–/] ?| e | and )(\p{L}+) (\d{4})$/u.exec(words);
  if (span === null) return null;
  const [first, last, year] = [monthNumber(span[1] ?? ''), monthNumber(span[2] ?? ''), Number(span[3])];
  return first === null || last === null || last < first ? null : months(year, first, last - first + 1);
}

function readStretch(words: string): DayRange | null {
  const match = /^(?:(.+?) )?(?:(?:del|of|nel) )?(\d{4})(?:[-/]((?:\d\d)?\d\d))?$/u.exec(words);
  if (match === null) return null;
  const [name, year, nextYear] = [match[1] ?? '', Number(match[2]), match[3]];
  if (nextYear !== undefined) return readTwoYears(name, year, nextYear);
  const month = monthNumber(name);
  if (month !== null) return months(year, month, 1);
  const stretch = STRETCHES.find(([pattern]) => pattern.test(name));
  return stretch === undefined ? null : months(year, stretch[1], stretch[2]);
}

/** "2027-2028" is two years of a work programme, "inverno 2027/28" one winter. */
function readTwoYears(name: string, year: number, nextYear: string): DayRange | null {
  if (!String(year + 1).endsWith(nextYear)) return null;
  if (name === '') return months(year, 1, 24);
  return /^(inverno|winter)$/.test(name) ? months(year, 12, 3) : null;
}

function monthNumber(word: string): number | null {
  const index = MONTHS.findIndex((names) => names.some((name) => name === word));
  return index < 0 ? null : index + 1;
}

function oneDay(year?: number, month?: number | null, day?: number): DayRange | null {
  if (!isPlanned(year) || month == null || month < 1 || month > 12 || day === undefined || day < 1 || day > 31)
    return null;
  const date = iso(year, month, day);
  // `addDays` normalises 31 April to 1 May; a day that moves is no day.
  return addDays(date, 0) === date ? { from: date, to: date } : null;
}

function months(year: number | undefined, first: number | undefined, count: number): DayRange | null {
  if (!isPlanned(year) || first === undefined || first < 1 || first > 12) return null;
  const next = first - 1 + count;
  return { from: iso(year, first, 1), to: addDays(iso(year + Math.floor(next / 12), (next % 12) + 1, 1), -1) };
}

/** Nobody drafts a programme for other centuries; what is typed there is a slip of the hand. */
const isPlanned = (year: number | undefined): year is number => year !== undefined && year >= 1980 && year < 2200;

const iso = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
