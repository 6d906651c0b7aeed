import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { PILLARS } from '../../domain/pillar.ts';
import type { PillarQuality, QualityReport } from '../../services/matching/quality-report.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { ConfusionDrawing } from './confusion-drawing.tsx';
import { rankingName, setName } from './set-name.ts';

/** How often the first pillar is the right one, and for which other it is taken. */
export const PillarsPanel = ({ ui, report }: { ui: Ui; report: QualityReport }) => (
  <section class="panel" aria-labelledby="h-pillars">
    <h2 id="h-pillars">{ui.m.quality.pillarsTitle}</h2>
    <p>{ui.m.quality.pillarsLead}</p>
    <PillarFigures ui={ui} sets={report.pillars} />
    {report.pillars.map((set, i) => (
      <details class="set" open={i === 0}>
        <summary>{setName(ui, set)}</summary>
        <Confusion ui={ui} set={set} id={`pillars-${i}`} />
        <Groups ui={ui} set={set} />
      </details>
    ))}
  </section>
);

const PillarFigures = ({ ui, sets }: { ui: Ui; sets: readonly PillarQuality[] }) => {
  const { m, f } = ui;
  const rivals = sets[0]?.baselines.map(({ name }) => name) ?? [];
  return (
    <ScrollTable label={m.quality.pillarsTitle}>
      <thead>
        <tr>
          <th scope="col">{m.quality.set}</th>
          <th scope="col">{m.quality.accuracy}</th>
          <th scope="col">{m.quality.macroF1}</th>
          {rivals.map((name) => (
            <th scope="col">{m.quality.accuracyOf(rankingName(ui, name))}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sets.map((set) => (
          <tr>
            <th scope="row">{setName(ui, set)}</th>
            <td>{f.percent(set.accuracyThemed)}</td>
            <td>{f.score(set.macroF1City)}</td>
            {rivals.map((name) => (
              <td>{f.percent(set.baselines.find((one) => one.name === name)?.accuracyThemed ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const Groups = ({ ui, set }: { ui: Ui; set: PillarQuality }) => {
  const { m, f } = ui;
  return (
    <ScrollTable label={m.quality.groupsOf(setName(ui, set))}>
      <thead>
        <tr>
          <th scope="col">{m.quality.pillar}</th>
          <th scope="col">{m.quality.calls}</th>
          <th scope="col">{m.quality.precisionOfGroup}</th>
          <th scope="col">{m.quality.recallOfGroup}</th>
          <th scope="col">{m.quality.f1}</th>
        </tr>
      </thead>
      <tbody>
        {set.perPillar.map(({ pillar, topics, precision, recall, f1 }) => (
          <tr>
            <th scope="row">{PILLAR_LABELS[pillar][ui.lang]}</th>
            <td>{f.whole(topics)}</td>
            <td>{f.percent(precision)}</td>
            <td>{f.percent(recall)}</td>
            <td>{f.score(f1)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const Confusion = ({ ui, set, id }: { ui: Ui; set: PillarQuality; id: string }) => {
  const { m, f } = ui;
  const names = set.classes.map((name) => {
    const pillar = PILLARS.find((one) => one === name);
    return pillar === undefined ? m.topics.noPillar : PILLAR_LABELS[pillar][ui.lang];
  });
  return (
    <figure>
      <ConfusionDrawing ui={ui} set={set} names={names} id={id} />
      <figcaption>{m.quality.confusionCaption}</figcaption>
      <details>
        <summary>{m.frame.table}</summary>
        <ScrollTable label={m.quality.confusionOf(setName(ui, set))}>
          <thead>
            <tr>
              <th scope="col">{m.quality.truthGiven}</th>
              {names.map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {set.confusion.map((row, i) => (
              <tr>
                <th scope="row">{names[i]}</th>
                {row.map((count) => (
                  <td>{f.whole(count)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </details>
    </figure>
  );
};
