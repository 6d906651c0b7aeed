import type { ScanReason } from '../domain/scan.ts';

/** What one pass over all rows of a kind saw. */
export interface PassRecord {
  references: ReadonlySet<string>;
  total: number;
  pages: number;
  repeated: number;
  problems: { reason: ScanReason; detail: string; fatal: boolean }[];
}

export const MAX_PASSES = 5;

/** Every row once, as many as stated, and nothing odd on the way. */
export function isComplete(pass: PassRecord): boolean {
  return pass.problems.length === 0 && pass.repeated === 0 && pass.references.size === pass.total;
}

/** Whether the newest pass says the same as an earlier one, both complete. */
export function isConcordant(passes: readonly PassRecord[]): boolean {
  const last = passes.at(-1);
  if (last === undefined || !isComplete(last)) return false;
  return passes.slice(0, -1).some((pass) => isComplete(pass) && sameSet(pass.references, last.references));
}

/** Why passes that never agreed do not prove anything; each reason once, with its latest detail. */
export function whyDiscordant(passes: readonly PassRecord[]): { reason: ScanReason; detail: string }[] {
  const reasons = new Map<ScanReason, string>();
  for (const [index, pass] of passes.entries()) {
    for (const { reason, detail } of pass.problems) reasons.set(reason, detail);
    const unique = pass.references.size;
    if (unique !== pass.total) {
      reasons.set(
        'incomplete',
        `pass ${index + 1}: ${unique} different rows of ${pass.total}, ${pass.repeated} repeated`,
      );
    }
  }
  const complete = passes.filter(isComplete).length;
  if (reasons.size === 0 || complete > 1) reasons.set('passes-disagree', `no two of ${passes.length} passes agree`);
  return [...reasons].map(([reason, detail]) => ({ reason, detail }));
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
