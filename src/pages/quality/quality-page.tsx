import type { PublishedQuality } from '../../services/matching/quality-report.ts';
import { Layout } from '../components/layout.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { CityPanel } from './city-panel.tsx';
import { ListPanel } from './list-panel.tsx';
import { PartnersPanel } from './partners-panel.tsx';
import { PillarsPanel } from './pillars-panel.tsx';
import { SpreadPanel } from './spread-panel.tsx';
import { TimeTravelPanel } from './time-travel-panel.tsx';

interface QualityPageProps {
  ui: Ui;
  shell: Shell;
  published: PublishedQuality | null;
  partnerNames: ReadonlyMap<string, string>;
}

/** *Qualità*: how often the matcher is right and wrong, on topics that it was not taught. */
export const QualityPage = ({ ui, shell, published, partnerNames }: QualityPageProps) => (
  <Layout ui={ui} shell={shell} title={ui.m.quality.title} place="quality">
    <div class="title">
      <div>
        <h1>{ui.m.quality.title}</h1>
        <p class="lead">{ui.m.quality.lead}</p>
      </div>
    </div>
    {published === null ? (
      <p class="panel">{ui.m.quality.none}</p>
    ) : (
      <div class="stack">
        {!published.ofTheseWeights && <p class="note warn">{ui.m.quality.otherWeights}</p>}
        <ListPanel ui={ui} report={published.report} />
        <CityPanel ui={ui} report={published.report} />
        <PillarsPanel ui={ui} report={published.report} />
        <PartnersPanel ui={ui} partners={published.report.partners} names={partnerNames} />
        {published.report.spread.length > 0 && <SpreadPanel ui={ui} spread={published.report.spread} />}
        <TimeTravelPanel ui={ui} travels={published.report.timeTravel} />
      </div>
    )}
  </Layout>
);
