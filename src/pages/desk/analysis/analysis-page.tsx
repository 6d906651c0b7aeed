import { Layout } from '../../components/layout.tsx';
import { Head } from '../parts.tsx';
import { DeadlinesPanel } from './deadlines-panel.tsx';
import { FunnelPanel } from './funnel-panel.tsx';
import { LoadPanel } from './load-panel.tsx';
import { MissedPanel } from './missed-panel.tsx';
import { MonthsPanel } from './months-panel.tsx';
import type { PanelProps } from './panel.ts';
import { ReachPanel } from './reach-panel.tsx';

/** *Analisi*: what came of the calls, what lies ahead, who carries how much, what was missed. */
export const AnalysisPage = (props: PanelProps) => (
  <Layout ui={props.ui} shell={props.shell} title={props.ui.m.analysis.title} place="analysis">
    <Head ui={props.ui} title={props.ui.m.analysis.title} lead={props.ui.m.analysis.lead} />
    <div class="halves">
      <FunnelPanel {...props} />
      <MonthsPanel {...props} />
      <DeadlinesPanel {...props} />
      <ReachPanel {...props} />
      <LoadPanel {...props} />
      <MissedPanel {...props} />
    </div>
  </Layout>
);
