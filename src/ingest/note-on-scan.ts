import { noteIssues } from '../../db/repositories/issues.ts';
import type { Issue } from '../domain/issue.ts';
import type { ScanContext } from './scan-context.ts';
import { writeAll } from './write-all.ts';

/** Writes down what a scan found odd, and counts it. */
export async function noteOnScan(scan: ScanContext, issues: readonly Issue[]): Promise<void> {
  scan.counts.issues += issues.length;
  await writeAll(scan.db, noteIssues(scan.db, issues, { source: scan.source, at: scan.at, scanId: scan.id }));
}
