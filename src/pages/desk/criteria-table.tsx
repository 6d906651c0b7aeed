import type { CollegialLine } from '../../domain/desk/review/collegial.ts';
import { CRITERION_CARDS } from '../../domain/desk/review/criteria.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';

type Line = Pick<CollegialLine, 'criterion' | 'weight' | 'median' | 'spread' | 'agreed'> & { disagreement?: boolean };

/** The collegial evaluation, criterion by criterion, on the dossier and in its minutes. */
export const CriteriaTable = ({ ui, lines }: { ui: Ui; lines: readonly Line[] }) => {
  const figure = (value: number | null) => (value === null ? '–' : ui.f.points(value));
  return (
    <ScrollTable label={ui.m.review.collegial}>
      <thead>
        <tr>
          <th scope="col">{ui.m.review.criterion}</th>
          {[ui.m.review.weight, ui.m.review.median, ui.m.review.spread, ui.m.review.agreed].map((head) => (
            <th scope="col" class="r">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <th scope="row">
              {line.criterion} · {CRITERION_CARDS[line.criterion].name[ui.lang]}
              {line.disagreement === true && <span class="tag warn">{ui.m.review.disagreement}</span>}
            </th>
            <td class="r">{line.weight}</td>
            <td class="r">{figure(line.median)}</td>
            <td class="r">{figure(line.spread)}</td>
            <td class="r">{figure(line.agreed)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
