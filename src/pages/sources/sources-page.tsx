import type { Page } from '../../domain/topic-card.ts';
import type { CollectProgress } from '../../services/collect/collect-progress.ts';
import type { ScanCard } from '../../services/collect/list-scans.ts';
import type { SourcesOverview } from '../../services/collect/sources-overview.ts';
import { Layout } from '../components/layout.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { FreshnessPanel } from './freshness-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { IssuesPanel } from './issues-panel.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { RunsPanel } from './runs-panel.tsx';
import { SourcePanel } from './source-panel.tsx';
import { TrackRecordPanel } from './track-record-panel.tsx';

interface SourcesPageProps {
  ui: Ui;
  shell: Shell;
  overview: SourcesOverview;
  scans: Page<ScanCard>;
  progress: CollectProgress | null;
}

const REFRESH_S = 5;

/** *Fonti*: whether what the other pages show can be relied on. */
export const SourcesPage = ({ ui, shell, overview, scans, progress }: SourcesPageProps) => (
  <Layout
    ui={ui}
    shell={shell}
    title={ui.m.sources.title}
    place="sources"
    refreshS={progress === null ? undefined : REFRESH_S}
  >
    <div class="title">
      <div>
        <h1>{ui.m.sources.title}</h1>
        <p class="lead">{ui.m.sources.lead}</p>
      </div>
    </div>
    <div class="stack">
      {progress !== null && <ProgressPanel ui={ui} progress={progress} />}
      <FreshnessPanel ui={ui} freshness={overview.freshness} />
      {overview.sources.map((source) => (
        <SourcePanel ui={ui} viewer={shell.viewer} source={source} />
      ))}
      <TrackRecordPanel ui={ui} viewer={shell.viewer} record={overview.trackRecord} />
      <IssuesPanel ui={ui} issues={overview.issues} />
      <HistoryPanel ui={ui} scans={scans} />
      <RunsPanel ui={ui} runs={overview.runs} />
    </div>
  </Layout>
);
