import { DataFigure } from '../../components/data-figure.tsx';
import { RowBars, shares } from '../../components/row-bars.tsx';
import type { PanelProps } from './panel.ts';

/** From the catalogue to the grant, and what part of each stage reached the next. */
export const FunnelPanel = ({ ui, analysis: { funnel } }: PanelProps) => {
  const { m, f } = ui;
  // Thousands are found and a dozen funded: the lengths are square roots, the numbers say the rest.
  const lengths = shares(funnel.map(({ count }) => Math.sqrt(count)));
  return (
    <section class="panel" aria-labelledby="h-funnel">
      <h2 id="h-funnel">{m.analysis.funnelTitle}</h2>
      <DataFigure
        ui={ui}
        label={m.analysis.funnelTitle}
        caption={m.analysis.funnelCaption}
        head={[m.analysis.stage, m.analysis.count, m.analysis.ofBefore]}
        rows={funnel.map(({ stage, count, share }) => [
          m.analysis.stages[stage],
          f.whole(count),
          share === null ? '–' : f.percent(share),
        ])}
      >
        <RowBars
          id="funnel"
          title={m.analysis.funnelTitle}
          bars={funnel.map(({ stage, count }, i) => ({
            name: m.analysis.stages[stage],
            value: f.whole(count),
            share: lengths[i] ?? 0,
          }))}
        />
      </DataFigure>
    </section>
  );
};
