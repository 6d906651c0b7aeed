import type { QualityReport } from '../../scoring/quality/quality-report.ts';
import type { Deps } from '../deps.ts';

export type {
  CityQuality,
  ListFigures,
  PartnerQuality,
  PillarQuality,
  QualityReport,
  Spread,
  TimeTravel,
} from '../../scoring/quality/quality-report.ts';

/** The matcher's published error, as measured when its weights were learned. */
export interface PublishedQuality {
  report: QualityReport;
  /** Whether the figures are of the weights that score today. */
  ofTheseWeights: boolean;
}

/** Null where no report is bundled. */
export function publishedQuality({ deps }: { deps: Pick<Deps, 'quality' | 'scorer'> }): PublishedQuality | null {
  const report = deps.quality?.() ?? null;
  if (report === null) return null;
  return { report, ofTheseWeights: deps.scorer.version.split('+').includes(report.weightsVersion) };
}

/** The association reads some 60 of about 700 live topics; every set is told in that proportion. */
export const QUARTER = { live: 700, list: 60 } as const;

/** A set's list in the proportion of a quarter: wanted calls missed among 700, and noise among the 60. */
export function aQuarter(topics: number, list: { length: number; missed: number; noise: number }) {
  return {
    missed: (list.missed * QUARTER.live) / Math.max(1, topics),
    noise: (list.noise * QUARTER.list) / Math.max(1, list.length),
  };
}
