/** What the size of an archive is compared with, and a new size waiting to replace it. */
export interface Level {
  level: number | null;
  candidate: number | null;
  candidateDays: string[];
  acceptedAt: string | null;
}

const TOLERANCE = 0.3;
/** Below this a difference of a third says nothing. */
const FEW = 50;
/** Sizes this near to each other are the same new level. */
const SAME = 0.05;
const DAYS_TO_BELIEVE = 3;

/** Whether a size is plausible after the last certified one; a new level is believed when seen on three days. */
export function weighLevel(before: Level, count: number, at: string): { plausible: boolean; after: Level } {
  const accepted = { level: count, candidate: null, candidateDays: [], acceptedAt: at };
  if (before.level === null || before.level < FEW || near(count, before.level, TOLERANCE))
    return { plausible: true, after: accepted };
  const again = before.candidate !== null && near(count, before.candidate, SAME);
  const candidateDays = [...new Set([...(again ? before.candidateDays : []), at.slice(0, 10)])];
  if (candidateDays.length >= DAYS_TO_BELIEVE && count > 0) return { plausible: true, after: accepted };
  return { plausible: false, after: { ...before, candidate: count, candidateDays } };
}

const near = (a: number, b: number, tolerance: number) => Math.abs(a - b) <= tolerance * b;
