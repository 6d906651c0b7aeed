import { PILLAR_LABELS } from '../../../domain/labels/pillars.ts';
import { PILLARS } from '../../../domain/pillar.ts';
import { DataFigure } from '../../components/data-figure.tsx';
import { MonthShades } from './month-shades.tsx';
import type { PanelProps } from './panel.ts';

/** When the calls of *Da valutare* close, pillar by pillar. */
export const MonthsPanel = ({ ui, analysis: { months, undated } }: PanelProps) => (
  <section class="panel" aria-labelledby="h-months">
    <h2 id="h-months">{ui.m.analysis.monthsTitle}</h2>
    <DataFigure
      ui={ui}
      label={ui.m.analysis.monthsTitle}
      caption={ui.m.analysis.monthsCaption(undated)}
      head={[ui.m.analysis.month, ...PILLARS.map((pillar) => PILLAR_LABELS[pillar][ui.lang]), ui.m.analysis.total]}
      rows={months.map(({ month, counts, total }) => [
        `${ui.f.month(`${month}-15`)} ${month.slice(0, 4)}`,
        ...PILLARS.map((pillar) => ui.f.whole(counts[pillar])),
        ui.f.whole(total),
      ])}
    >
      <MonthShades ui={ui} id="months" title={ui.m.analysis.monthsTitle} rows={months} />
    </DataFigure>
  </section>
);
