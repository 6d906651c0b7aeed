import type { Spread } from '../../services/matching/quality-report.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { wordIn } from './set-name.ts';

/** How far each figure moves by chance alone, so that nobody reads much into a small difference. */
export const SpreadPanel = ({ ui, spread }: { ui: Ui; spread: readonly Spread[] }) => {
  const { m, f } = ui;
  const figureName: Record<Spread['figure'], string> = {
    averagePrecision: m.quality.averagePrecision,
    recallAt20: m.quality.recallAt(20),
    accuracy: m.quality.pillarsTitle,
    macroF1: m.quality.macroF1,
  };
  return (
    <section class="panel" aria-labelledby="h-spread">
      <h2 id="h-spread">{m.quality.spreadTitle}</h2>
      <p>{m.quality.spreadLead(f.whole(spread[0]?.values.length ?? 0))}</p>
      <ScrollTable label={m.quality.spreadTitle}>
        <thead>
          <tr>
            <th scope="col">{m.quality.set}</th>
            <th scope="col">{m.quality.figure}</th>
            <th scope="col">{m.quality.least}</th>
            <th scope="col">{m.quality.most}</th>
          </tr>
        </thead>
        <tbody>
          {spread.map(({ id, figure, least, most }) => (
            <tr>
              <th scope="row">{wordIn(m.quality.sets, id)}</th>
              <td>{figureName[figure]}</td>
              <td>{f.score(least)}</td>
              <td>{f.score(most)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};
