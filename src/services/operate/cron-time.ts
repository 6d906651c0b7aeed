const MINUTE_MS = 60_000;
/** A monthly job is found, a yearly one is not. */
const HORIZON_MINUTES = 62 * 24 * 60;

/** The last minute, not after `now`, at which a five-field UTC cron expression of numbers, lists, steps and `*` was due. */
export function lastDue(cron: string, now: Date): Date | null {
  const [minute, hour, day, month, weekday] = cron.split(' ').map(matcher);
  if (!minute || !hour || !day || !month || !weekday) throw new Error(`«${cron}» is no five-field cron expression`);
  let at = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  for (let back = 0; back < HORIZON_MINUTES; back += 1, at -= MINUTE_MS) {
    const time = new Date(at);
    if (!minute(time.getUTCMinutes()) || !hour(time.getUTCHours())) continue;
    if (day(time.getUTCDate()) && month(time.getUTCMonth() + 1) && weekday(time.getUTCDay())) return time;
  }
  return null;
}

function matcher(field: string): (value: number) => boolean {
  if (field === '*') return () => true;
  // A step of minutes or hours, which count from 0; days and months count from 1 and are not asked for by steps.
  const step = Number(/^\*\/([1-9]\d?)$/.exec(field)?.[1]);
  if (step > 0) return (value) => value % step === 0;
  const values = new Set(field.split(',').map(Number));
  if ([...values].some(Number.isNaN))
    throw new Error(`«${field}» of a cron expression is neither numbers, *, nor a step`);
  return (value) => values.has(value);
}
