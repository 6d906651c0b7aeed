import { findIssues, type IssueRow } from '../../../db/repositories/issues-read.ts';
import { type JobRun, listRuns } from '../../../db/repositories/job-runs.ts';
import {
  failingSince,
  lastScans,
  readScanLevels,
  type ScanLevelRow,
  type ScanRow,
} from '../../../db/repositories/scans-read.ts';
import { countSources } from '../../../db/repositories/topics-read.ts';
import type { Page } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { pagingSchema, toPage, toSlice } from '../paging.ts';
import { type Freshness, freshness } from './freshness.ts';
import { type TrackRecordOverview, trackRecordOverview } from './track-record-overview.ts';

export type { IssueRow, JobRun, ScanLevelRow, ScanRow };

/** One source as *Fonti* shows it. */
export interface SourceOverview {
  source: string;
  topics: number;
  lastScan: ScanRow | null;
  lastCertified: ScanRow | null;
  failingSince: string | null;
  levels: ScanLevelRow[];
}

export interface SourcesOverview {
  sources: SourceOverview[];
  trackRecord: TrackRecordOverview;
  freshness: Freshness;
  issues: Page<IssueRow>;
  runs: JobRun[];
}

/** Everything of the page *Fonti*: sources with their last readings and levels, oddities, and the jobs' runs. */
export async function sourcesOverview({
  deps,
  input = {},
}: {
  deps: Deps;
  input?: { page?: number; pageSize?: number; source?: string };
}): Promise<SourcesOverview> {
  const paging = pagingSchema.parse({ page: input.page, pageSize: input.pageSize });
  const counts = await countSources(deps.db);
  const { last, certified } = await lastScans(deps.db);
  const levels = await readScanLevels(deps.db);
  const names = [...new Set([...counts.map((one) => one.source), ...last.map((scan) => scan.source)])].sort();
  const sources: SourceOverview[] = [];
  for (const source of names) {
    sources.push({
      source,
      topics: counts.find((one) => one.source === source)?.topics ?? 0,
      lastScan: last.find((scan) => scan.source === source) ?? null,
      lastCertified: certified.find((scan) => scan.source === source) ?? null,
      failingSince: await failingSince(deps.db, source),
      levels: levels.filter((level) => level.source === source),
    });
  }
  const issues = await findIssues(deps.db, input.source, toSlice(paging));
  return {
    sources,
    trackRecord: await trackRecordOverview({ deps }),
    freshness: await freshness({ deps }),
    issues: toPage(issues.items, issues.total, paging),
    runs: await listRuns(deps.db, 30),
  };
}
