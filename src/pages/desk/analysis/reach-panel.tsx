import { PILLAR_LABELS } from '../../../domain/labels/pillars.ts';
import { DataFigure } from '../../components/data-figure.tsx';
import { RowBars, shares } from '../../components/row-bars.tsx';
import type { PanelProps } from './panel.ts';

/** What is on offer where the city still has time for a role. */
export const ReachPanel = ({ ui, analysis: { reach } }: PanelProps) => {
  const { m, f } = ui;
  const lengths = shares(reach.map(({ budgetEur }) => budgetEur));
  const total = reach.reduce((sum, { budgetEur }) => sum + budgetEur, 0);
  return (
    <section class="panel" aria-labelledby="h-reach">
      <header>
        <h2 id="h-reach">{m.analysis.reachTitle}</h2>
        <b>{f.money(total)}</b>
      </header>
      <DataFigure
        ui={ui}
        label={m.analysis.reachTitle}
        caption={m.analysis.reachCaption}
        head={[m.analysis.pillar, m.analysis.calls, m.analysis.budget, m.analysis.sharedPot, m.analysis.unknownBudget]}
        rows={reach.map(({ pillar, calls, budgetEur, shared, unknown }) => [
          PILLAR_LABELS[pillar][ui.lang],
          f.whole(calls),
          f.money(budgetEur),
          f.whole(shared),
          f.whole(unknown),
        ])}
      >
        <RowBars
          id="reach"
          title={m.analysis.reachTitle}
          bars={reach.map(({ pillar, budgetEur }, i) => ({
            name: PILLAR_LABELS[pillar][ui.lang],
            value: f.money(budgetEur),
            share: lengths[i] ?? 0,
            pillar,
          }))}
        />
      </DataFigure>
    </section>
  );
};
