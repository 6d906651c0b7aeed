import {
  aQuarter,
  type CityQuality,
  type ListFigures,
  type QualityReport,
} from '../../services/matching/quality-report.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { rankingName, setName } from './set-name.ts';

/** The short answer: on each set, Bandolo beside the two rivals, at the length of list that people read. */
export const ListPanel = ({ ui, report }: { ui: Ui; report: QualityReport }) => (
  <section class="panel" aria-labelledby="h-list">
    <header>
      <h2 id="h-list">{ui.m.quality.listTitle}</h2>
      <span class="small soft">{ui.m.quality.weights(report.weightsVersion)}</span>
    </header>
    <p>{ui.m.quality.listLead}</p>
    <ScrollTable label={ui.m.quality.listTitle}>
      <thead>
        <tr>
          <th scope="col">{ui.m.quality.set}</th>
          <th scope="col">{ui.m.quality.ranking}</th>
          <th scope="col">{ui.m.quality.averagePrecision}</th>
          <th scope="col">{ui.m.quality.recallAt(10)}</th>
          <th scope="col">{ui.m.quality.recallAt(20)}</th>
          <th scope="col">{ui.m.quality.missedAQuarter}</th>
          <th scope="col">{ui.m.quality.noiseOfSixty}</th>
        </tr>
      </thead>
      {report.city.map((set) => (
        <SetRows ui={ui} set={set} />
      ))}
    </ScrollTable>
  </section>
);

const SetRows = ({ ui, set }: { ui: Ui; set: CityQuality }) => (
  <tbody>
    {[set.ours, ...set.baselines].map((figures, i) => (
      <tr class={i === 0 ? 'ours' : undefined}>
        {i === 0 && (
          <th scope="rowgroup" rowspan={1 + set.baselines.length}>
            {setName(ui, set)}
            <div class="small soft plain-weight">{ui.m.quality.wantedOf(set.wanted, ui.f.whole(set.topics))}</div>
          </th>
        )}
        <FigureCells ui={ui} figures={figures} topics={set.topics} />
      </tr>
    ))}
  </tbody>
);

const FigureCells = ({ ui, figures, topics }: { ui: Ui; figures: ListFigures; topics: number }) => {
  const { f } = ui;
  const { missed, noise } = aQuarter(topics, figures.list);
  return (
    <>
      <th scope="row">{rankingName(ui, figures.name)}</th>
      <td>{f.score(figures.averagePrecision)}</td>
      <td>{f.percent(figures.recallAt10)}</td>
      <td>{f.percent(figures.recallAt20)}</td>
      <td>{f.whole(missed)}</td>
      <td>{f.whole(noise)}</td>
    </>
  );
};
