import type { CityQuality, ListFigures } from '../../services/matching/quality-report.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { line, Plot, plotX, plotY } from './plot.tsx';
import { rankingName, setName } from './set-name.ts';

/** How many rows the table gives; the curve has a point for each wanted call. */
const ROWS = 10;

/** Precision over recall from the top of the list down; the rivals stand as points at the list's length. */
export const RecallFigure = ({ ui, set, id }: { ui: Ui; set: CityQuality; id: string }) => {
  const { m, f } = ui;
  const rivals = set.baselines.map((one) => ({ name: rankingName(ui, one.name), ...atListLength(one, set.wanted) }));
  return (
    <figure>
      <h3>{m.quality.curveTitle}</h3>
      <Plot ui={ui} id={id} title={m.quality.curveOf(setName(ui, set))} x={m.quality.recall} y={m.quality.precision}>
        <polyline class="ours" points={line(set.curve)} />
        {rivals.map(({ recall, precision }, i) => (
          <RivalMark i={i} x={plotX(recall)} y={plotY(precision)} />
        ))}
      </Plot>
      <figcaption>{m.quality.curveCaption(rivals.map(({ name }) => name))}</figcaption>
      <details>
        <summary>{m.frame.table}</summary>
        <ScrollTable label={m.quality.curveTitle}>
          <thead>
            <tr>
              <th scope="col">{m.quality.ranking}</th>
              <th scope="col">{m.quality.recall}</th>
              <th scope="col">{m.quality.precision}</th>
            </tr>
          </thead>
          <tbody>
            {[
              ...thinned(set.curve).map(([recall, precision]) => ({ name: m.quality.ours, recall, precision })),
              ...rivals,
            ].map(({ name, recall, precision }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{f.percent(recall)}</td>
                <td>{f.percent(precision)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </details>
    </figure>
  );
};

/** Told apart by shape as well: a square and a triangle. */
const RivalMark = ({ i, x, y }: { i: number; x: number; y: number }) =>
  i === 0 ? (
    <rect class="rival" x={x - 5} y={y - 5} width="10" height="10" />
  ) : (
    <path class="rival" d={`M${x} ${y - 7} l7 12 h-14 z`} />
  );

const atListLength = ({ list }: ListFigures, wanted: number) => ({
  recall: list.found / Math.max(1, wanted),
  precision: list.found / Math.max(1, list.length),
});

/** Some rows evenly taken, the last among them. */
function thinned<Row>(rows: readonly Row[]): Row[] {
  const step = Math.max(1, Math.ceil(rows.length / ROWS));
  return rows.filter((_, i) => (rows.length - 1 - i) % step === 0);
}
