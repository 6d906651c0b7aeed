import { brusselsDay } from '../../../domain/brussels.ts';
import { monthOf } from '../../../domain/desk/analysis/months-ahead.ts';
import { STATE_LABELS } from '../../../domain/desk/labels.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import { DataFigure } from '../../components/data-figure.tsx';
import { RowBars, shares } from '../../components/row-bars.tsx';
import { desk } from '../links.ts';
import type { PanelProps } from './panel.ts';

/** The deadlines of the dossiers at work, month by month. */
export const DeadlinesPanel = ({ ui, analysis: { deadlines, months } }: PanelProps) => {
  const { m, f } = ui;
  const inMonth = (month: string) => deadlines.filter(({ deadlineAt }) => monthOf(brusselsDay(deadlineAt)) === month);
  const counted = months.map(({ month }) => ({ month, count: inMonth(month).length }));
  const busy = counted.filter(({ count }) => count > 0);
  const lengths = shares(busy.map(({ count }) => count));
  return (
    <section class="panel" aria-labelledby="h-deadlines">
      <h2 id="h-deadlines">{m.analysis.deadlinesTitle}</h2>
      {deadlines.length === 0 ? (
        <p class="soft">{m.analysis.noDeadlines}</p>
      ) : (
        <DataFigure
          ui={ui}
          label={m.analysis.deadlinesTitle}
          caption={m.analysis.deadlinesCaption}
          head={[m.dossier.deadline, m.desk.places.dossiers, m.dossier.role, m.dossier.state]}
          rows={deadlines.map(({ id, title, deadlineAt, role, state }) => [
            f.shortDay(deadlineAt),
            <a href={desk.dossier(id)}>{title}</a>,
            role === null ? m.dossier.roleOpen : ROLE_LABELS[role][ui.lang],
            STATE_LABELS[state][ui.lang],
          ])}
        >
          <RowBars
            id="deadlines"
            title={m.analysis.deadlinesTitle}
            bars={busy.map(({ month, count }, i) => ({
              name: `${f.month(`${month}-15`)} ${month.slice(0, 4)}`,
              value: f.whole(count),
              share: lengths[i] ?? 0,
            }))}
          />
        </DataFigure>
      )}
    </section>
  );
};
