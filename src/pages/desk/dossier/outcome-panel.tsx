import { OUTCOME_LABELS } from '../../../domain/desk/labels.ts';
import { OUTCOMES } from '../../../domain/desk/outcome.ts';
import { desk } from '../links.ts';
import { Area, Choice, Field, PostForm, Submit } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

/** What the Commission answered. */
export const OutcomePanel = ({ ui, shell, view }: PanelProps) => {
  const { outcomes, row, may } = view;
  const open = row.state === 'submitted' || row.state === 'second-stage' || row.state === 'reserve';
  if (outcomes.length === 0 && !(open && may.outcome)) return null;
  return (
    <section class="panel" aria-labelledby="outcome">
      <h2 id="outcome">{ui.m.dossier.outcome}</h2>
      {outcomes.map(({ kind, decidedOn, total, rank, proposals, lessonLearnt }) => (
        <p>
          <b>{OUTCOME_LABELS[kind][ui.lang]}</b> · {ui.f.day(decidedOn)}
          {total !== null && ` · ${ui.m.dossier.points(total)}`}
          {rank !== null && ` · ${ui.m.dossier.rank(rank, proposals)}`}
          {lessonLearnt !== null && <span class="small soft"> {lessonLearnt}</span>}
        </p>
      ))}
      {open && may.outcome && (
        <details class="noprint">
          <summary>{ui.m.dossier.recordOutcome}</summary>
          <PostForm shell={shell} to={desk.outcome(row.id)}>
            <Choice
              id="o-kind"
              name="kind"
              label={ui.m.dossier.outcome}
              options={OUTCOMES.map((kind) => [kind, OUTCOME_LABELS[kind][ui.lang]])}
            />
            <Field id="o-day" name="decidedOn" type="date" label={ui.m.dossier.decidedOn} required />
            <Field id="o-total" name="total" type="number" label={ui.m.dossier.totalPoints} />
            <Field id="o-rank" name="rank" type="number" label={ui.m.dossier.rankLabel} />
            <Area id="o-lesson" name="lessonLearnt" label={ui.m.dossier.lesson} />
            <p>
              <Submit label={ui.m.desk.save} />
            </p>
          </PostForm>
        </details>
      )}
    </section>
  );
};
