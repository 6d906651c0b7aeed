import type { CityQuality, QualityReport } from '../../services/matching/quality-report.ts';
import type { Ui } from '../ui.ts';
import { CalibrationFigure } from './calibration-figure.tsx';
import { RecallFigure } from './recall-figure.tsx';
import { setName } from './set-name.ts';

/** How well the city's interest is told: what a longer list finds, and whether 0.8 means eight of ten. */
export const CityPanel = ({ ui, report }: { ui: Ui; report: QualityReport }) => (
  <section class="panel" aria-labelledby="h-city">
    <h2 id="h-city">{ui.m.quality.cityTitle}</h2>
    <p>{ui.m.quality.cityLead}</p>
    {report.city.map((set, i) => (
      <details class="set" open={i === 0}>
        <summary>{setName(ui, set)}</summary>
        <Figures ui={ui} set={set} id={`city-${i}`} />
      </details>
    ))}
  </section>
);

const Figures = ({ ui, set, id }: { ui: Ui; set: CityQuality; id: string }) => (
  <div class="figures">
    <RecallFigure ui={ui} set={set} id={`${id}-recall`} />
    <CalibrationFigure ui={ui} set={set} id={`${id}-calibration`} />
  </div>
);
