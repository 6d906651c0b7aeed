import type { LeadTime, Tone } from '../view/lead-time.ts';

/** Eighteen weeks: a little more than the longest minimum. */
const FULL_DAYS = 126;

/** Days left as a bar, with a tick at the minimum of each role that takes part (a letter needs no tick). */
export const TimeBar = ({ days, tone, minima }: { days: number; tone: Tone; minima: readonly LeadTime[] }) => (
  <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="10" />
    <rect class={`run ${tone}`} width={share(days)} height="10" />
    {minima
      .filter(({ rung }) => rung !== 'supporter')
      .map(({ weeks }) => (
        <line class="tick" x1={share(weeks * 7)} x2={share(weeks * 7)} y1="-2" y2="12" />
      ))}
  </svg>
);

const share = (days: number): string => (Math.min(Math.max(days, 0) / FULL_DAYS, 1) * 100).toFixed(1);
