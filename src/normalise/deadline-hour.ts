import type { WallTime } from './date-label.ts';

/** `17:00:00 (Brussels local time)`, `12:00 (noon) Brussels time`, `Brussels time: 12:00`: few words between. */
const CLOCK_BEFORE =
  /\b([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d)?\s{0,3}(?:hours?|h)?[\s,(]{0,4}(?:[a-z]{1,8}[),]{0,2} \(?){0,2}Brussels\b/gi;
const CLOCK_AFTER = /\bBrussels (?:local )?time\W{0,6}([01]?\d|2[0-3])[:.h]([0-5]\d)\b/gi;
const ABOUT_SUBMISSION = /deadline|cut-?off|submi|clos/i;
const REACH = 200;

/**
 * The hour at which the conditions say that submission ends, where they say one and only one. A clock counts only next
 * to the word Brussels and shortly after a word of submission: conditions also hold hours of info days.
 */
export function statedDeadlineHour(conditions: string): WallTime | null {
  if (!conditions.includes('Brussels')) return null;
  const found = new Map<string, WallTime>();
  for (const pattern of [CLOCK_BEFORE, CLOCK_AFTER]) {
    for (const match of conditions.matchAll(pattern)) {
      const before = conditions.slice(Math.max(0, match.index - REACH), match.index);
      if (!ABOUT_SUBMISSION.test(before)) continue;
      const time = { hour: Number(match[1]), minute: Number(match[2]), second: 0 };
      found.set(`${time.hour}:${time.minute}`, time);
    }
  }
  const [only, ...others] = found.values();
  return only !== undefined && others.length === 0 ? only : null;
}
