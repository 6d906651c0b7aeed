import { DECLARATIONS } from '../../../domain/desk/review/conflict.ts';
import type { Gap } from '../../../domain/desk/review/review.ts';
import type { Ui } from '../../ui.ts';

/** What a sheet still lacks, each as a way to its field. */
export const GapSummary = ({ ui, gaps }: { ui: Ui; gaps: readonly Gap[] }) => (
  <section class="callout warn" role="alert" aria-labelledby="missing">
    <div>
      <h2 id="missing">{ui.m.review.gaps(gaps.length)}</h2>
      <ul class="tight">
        {gaps.map((gap) => (
          <li>
            <a href={`#${fieldOf(gap)}`}>{ui.m.review.missing[gap.missing](gap.criterion ?? '')}</a>
          </li>
        ))}
      </ul>
    </div>
  </section>
);

function fieldOf({ criterion, missing }: Gap): string {
  if (criterion === null) return `declaration-${DECLARATIONS[0]}`;
  return { value: `${criterion}-0`, sentence: `${criterion}-why`, objective: 'C1-objective', declaration: '' }[missing];
}
