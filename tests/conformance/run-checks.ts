import { CHECKS } from './checks.ts';
import { type Ask, Finding } from './server.ts';

export interface CheckResult {
  name: string;
  /** Null where the server conforms. */
  finding: string | null;
}

/** Every check, one after the other; a server that does not answer at all is a finding too. */
export async function runChecks(ask: Ask): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, run } of CHECKS) {
    try {
      await run(ask);
      results.push({ name, finding: null });
    } catch (error) {
      results.push({ name, finding: error instanceof Finding ? error.message : `no answer: ${String(error)}` });
    }
  }
  return results;
}
