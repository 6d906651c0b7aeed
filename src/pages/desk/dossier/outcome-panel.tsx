import { ESR_CRITERIA, OUTCOMES } from '../../../domain/desk/dossier/outcome.ts';
import { OUTCOME_LABELS } from '../../../domain/desk/labels.ts';
import { desk } from '../links.ts';
import { OutcomeLine } from '../outcome-line.tsx';
import { Area, Choice, Field, PostForm, Submit } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

/** What the Commission answered, stage by stage. */
export const OutcomePanel = (props: PanelProps) => {
  const { ui, view } = props;
  const { outcomes, row, may } = view;
  const open = row.state === 'submitted' || row.state === 'second-stage' || row.state === 'reserve';
  if (outcomes.length === 0 && !(open && may.outcome)) return null;
  return (
    <section class="panel" aria-labelledby="outcome">
      <h2 id="outcome">{ui.m.dossier.outcome}</h2>
      {outcomes.map((outcome) => (
        <>
          <p>
            <OutcomeLine ui={ui} outcome={outcome} />
          </p>
          {outcome.comments !== null && <p class="small">{outcome.comments}</p>}
          {outcome.lessonLearnt !== null && <p class="small soft">{outcome.lessonLearnt}</p>}
        </>
      ))}
      {open && may.outcome && (
        <details class="noprint">
          <summary>{ui.m.dossier.recordOutcome}</summary>
          <OutcomeForm {...props} />
        </details>
      )}
    </section>
  );
};

/** As the evaluation summary report lists it; what it does not say stays empty. */
const OutcomeForm = ({ ui, shell, view: { row } }: PanelProps) => (
  <PostForm shell={shell} to={desk.outcome(row.id)} hidden={{ stage: row.state === 'second-stage' ? 2 : 0 }}>
    <Choice
      id="o-kind"
      name="kind"
      label={ui.m.dossier.outcome}
      options={OUTCOMES.map((kind) => [kind, OUTCOME_LABELS[kind][ui.lang]])}
    />
    <Field id="o-day" name="decidedOn" type="date" label={ui.m.dossier.decidedOn} required />
    {ESR_CRITERIA.map((criterion) => (
      <fieldset class="crit">
        <legend>{ui.m.dossier.esr[criterion]}</legend>
        <Field id={`o-${criterion}`} name={`scores.${criterion}.value`} type="number" label={ui.m.dossier.esrValue} />
        <Field
          id={`o-${criterion}-min`}
          name={`scores.${criterion}.threshold`}
          type="number"
          label={ui.m.dossier.esrThreshold}
        />
        <Field id={`o-${criterion}-max`} name={`scores.${criterion}.max`} type="number" label={ui.m.dossier.esrMax} />
      </fieldset>
    ))}
    <Field id="o-total" name="total" type="number" label={ui.m.dossier.totalPoints} hint={ui.m.dossier.totalHint} />
    <Field id="o-threshold" name="totalThreshold" type="number" label={ui.m.dossier.totalThreshold} />
    <Field id="o-rank" name="rank" type="number" label={ui.m.dossier.rankLabel} />
    <Field id="o-proposals" name="proposals" type="number" label={ui.m.dossier.proposals} />
    <Area id="o-comments" name="comments" label={ui.m.dossier.esrComments} />
    <Area id="o-lesson" name="lessonLearnt" label={ui.m.dossier.lesson} />
    <p>
      <Submit label={ui.m.desk.save} />
    </p>
  </PostForm>
);
