import type { Outcome } from '../../domain/desk/dossier/outcome.ts';
import { OUTCOME_LABELS } from '../../domain/desk/labels.ts';
import type { Ui } from '../ui.ts';

/** What the Commission answered, in one line: result, points by criterion and in all, place on the list. */
export const OutcomeLine = ({ ui, outcome }: { ui: Ui; outcome: Outcome }) => {
  const { kind, decidedOn, scores, total, rank, proposals } = outcome;
  const parts = [
    ...scores.map(({ criterion, value, max, threshold }) =>
      ui.m.dossier.esrScore(ui.m.dossier.esr[criterion], ui.f.points(value), max, threshold),
    ),
    ...(total === null ? [] : [ui.m.dossier.points(ui.f.points(total))]),
    ...(rank === null ? [] : [ui.m.dossier.rank(rank, proposals)]),
  ];
  return (
    <>
      <b>{OUTCOME_LABELS[kind][ui.lang]}</b> · {ui.f.day(decidedOn)}
      {parts.length > 0 && <span class="small"> · {parts.join(' · ')}</span>}
    </>
  );
};
