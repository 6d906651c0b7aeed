import type { CityQuality } from '../../services/matching/quality-report.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { line, Plot, plotX, plotY } from './plot.tsx';
import { setName } from './set-name.ts';

/** What was said against what came true, step by step; on the dashed line both agree. Larger dots stand for more calls. */
export const CalibrationFigure = ({ ui, set, id }: { ui: Ui; set: CityQuality; id: string }) => {
  const { m, f } = ui;
  return (
    <figure>
      <h3>{m.quality.calibrationTitle}</h3>
      <Plot ui={ui} id={id} title={m.quality.calibrationOf(setName(ui, set))} x={m.quality.said} y={m.quality.cameTrue}>
        <polyline class="ideal" points={`${plotX(0)},${plotY(0)} ${plotX(1)},${plotY(1)}`} />
        <polyline class="ours" points={line(set.calibration.map(({ said, wanted }) => [said, wanted]))} />
        {set.calibration.map(({ said, wanted, items }) => (
          <circle class="dot" cx={plotX(said)} cy={plotY(wanted)} r={dotSize(items)} />
        ))}
      </Plot>
      <figcaption>{m.quality.calibrationCaption}</figcaption>
      <details>
        <summary>{m.frame.table}</summary>
        <ScrollTable label={m.quality.calibrationTitle}>
          <thead>
            <tr>
              <th scope="col">{m.quality.step}</th>
              <th scope="col">{m.quality.calls}</th>
              <th scope="col">{m.quality.said}</th>
              <th scope="col">{m.quality.cameTrue}</th>
            </tr>
          </thead>
          <tbody>
            {set.calibration.map(({ from, to, items, said, wanted }) => (
              <tr>
                <th scope="row">
                  {f.score(from)}–{f.score(to)}
                </th>
                <td>{f.whole(items)}</td>
                <td>{f.percent(said)}</td>
                <td>{f.percent(wanted)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </details>
    </figure>
  );
};

const dotSize = (items: number): number => Math.min(11, 3 + Math.log2(1 + items));
