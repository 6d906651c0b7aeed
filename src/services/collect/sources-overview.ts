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
  const [counts, { last, certified }, levels, issues, trackRecord, fresh, runs] = await Promise.all([
    countSources(deps.db),
    lastScans(deps.db),
    readScanLevels(deps.db),
    findIssues(deps.db, input.source, toSlice(paging)),
    trackRecordOverview({ deps }),
    freshness({ deps }),
    listRuns(deps.db, 30),
  ]);
  const names = [...new Set([...counts.map((one) => one.source), ...last.map((scan) => scan.source)])].sort();
  const sources = await Promise.all(
    names.map(async (source) => ({
      source,
      topics: counts.find((one) => one.source === source)?.topics ?? 0,
      lastScan: last.find((scan) => scan.source === source) ?? null,
      lastCertified: certified.find((scan) => scan.source === source) ?? null,
      failingSince: await failingSince(deps.db, source),
      levels: levels.filter((level) => level.source === source),
    })),
  );
  return {
    sources,
    trackRecord,
    freshness: fresh,
    issues: toPage(issues.items, issues.total, paging),
    runs,
  };
}
