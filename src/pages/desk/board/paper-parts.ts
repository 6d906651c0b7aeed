import type { CallSnapshot } from '../../../domain/desk/board/minutes.ts';
import type { CollegialLine } from '../../../domain/desk/review/collegial.ts';
import { CRITERION_CARDS } from '../../../domain/desk/review/criteria.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Words } from '../../ui.ts';

/** The code that people look a call up by; the portal's own number beside it where that is another. */
export const codeOf = ({ identifier, reference }: Pick<CallSnapshot, 'identifier' | 'reference'>): string =>
  reference === null || reference === identifier ? identifier : `${identifier} (${reference})`;

type Line = Pick<CollegialLine, 'criterion' | 'weight' | 'median' | 'spread' | 'agreed'>;

/** The collegial evaluation on paper, as `CriteriaTable` shows it on pages. */
export function criteriaTable(paper: Paper, { m, f, lang }: Words, lines: readonly Line[]): void {
  const figure = (value: number | null) => (value === null ? '–' : f.points(value));
  paper.table(
    [
      { head: m.review.criterion, share: 5.2 },
      ...[m.review.weight, m.review.median, m.review.spread, m.review.agreed].map((head) => ({
        head,
        share: 1.4,
        right: true,
      })),
    ],
    lines.map(({ criterion, weight, median, spread, agreed }) => [
      `${criterion} · ${CRITERION_CARDS[criterion].name[lang]}`,
      String(weight),
      figure(median),
      figure(spread),
      figure(agreed),
    ]),
  );
}
