import type { Day, Instant } from '../../domain/topic.ts';
import { type Lang, LOCALES } from '../lang.ts';

const ZONE = 'Europe/Brussels';

/** How a language writes days and hours; hours are Brussels', which is Milan's clock too. */
export function dateFormats(lang: Lang) {
  const locale = LOCALES[lang];
  const make = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
    // What is no day is shown as it was written: sealed minutes must be readable whatever somebody once put into them.
    return (when: Day | Instant): string => {
      const date = moment(when);
      return Number.isNaN(date.getTime()) ? when : format.format(date);
    };
  };
  const long = make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const medium = make({ day: 'numeric', month: 'long', year: 'numeric' });
  const short = make({ day: 'numeric', month: 'short', year: 'numeric' });
  const tiny = make({ day: 'numeric', month: 'short' });
  const hour = make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const monthName = make({ month: 'long' });
  const monthTick = make({ month: 'short' });
  // Some English locales write "8 Oct 2026", some Italian ones "8 ott. 2026": no dots in narrow columns.
  const plain = (text: string) => text.replaceAll(',', '').replace(/\.(?=\s|$)/g, '');
  const at = lang === 'it' ? ', ore ' : ', ';
  const city = lang === 'it' ? 'Bruxelles' : 'Brussels';

  return {
    /** giovedì 8 ottobre 2026 */
    longDay: (when: Day | Instant) => plain(long(when)),
    /** 8 ottobre 2026 */
    day: medium,
    /** 8 ott 2026 */
    shortDay: (when: Day | Instant) => plain(short(when)),
    /** 8 ott */
    tinyDay: (when: Day | Instant) => plain(tiny(when)),
    /** 17:00 */
    hour,
    /** 24 agosto 2026, ore 06:31 */
    moment: (when: Instant) => `${medium(when)}${at}${hour(when)}`,
    /** ore 17:00 (Bruxelles) */
    brusselsHour: (when: Instant) => `${at.slice(2)}${hour(when)} (${city})`,
    /** giovedì 8 ottobre 2026, ore 17:00 (Bruxelles) */
    deadline: (when: Instant) => `${plain(long(when))}${at}${hour(when)} (${city})`,
    /** 8 ott 2026, 17:00 */
    shortDeadline: (when: Instant) => `${plain(short(when))}, ${hour(when)}`,
    /** agosto */
    month: monthName,
    /** ago */
    monthTick: (when: Day | Instant) => plain(monthTick(when)),
  };
}

/** A day is read at noon UTC, which is the same day in Brussels all year. */
const moment = (when: Day | Instant): Date => new Date(when.length === 10 ? `${when}T12:00:00Z` : when);
