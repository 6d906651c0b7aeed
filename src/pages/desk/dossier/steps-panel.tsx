import type { Obstacle } from '../../../domain/desk/dossier/guard.ts';
import { REASON_CODES } from '../../../domain/desk/dossier/reason-code.ts';
import { findTransition } from '../../../domain/desk/dossier/transitions.ts';
import { TRANSITION_LABELS } from '../../../domain/desk/labels.ts';
import type { Localised } from '../../../domain/labels/localised.ts';
import { desk } from '../links.ts';
import { Choice, Field, PostForm, Submit } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

type Step = PanelProps['view']['steps'][number];

/** Where on the page, or next to it, what stands in the way is put right. */
const CURES: Partial<Record<Obstacle, string>> = {
  'no-group': '#data',
  'no-owner': '#owner',
  'no-role': '#role',
  'no-readers': '#review',
  'interest-not-collected': '#interest',
  'no-quorum': '#review',
  'criteria-missing': '#review',
  'adhesions-missing': '#adhesions',
  'no-submission-reference': '#submissionReference',
  'outcome-not-recorded': '#outcome',
};

/** What can be done next, what still stands in the way and where to put it right; ways out, which want a reason, come last. */
export const StepsPanel = (props: PanelProps) => {
  const { ui, view } = props;
  if (view.steps.length === 0) return null;
  const onward = view.steps.filter(({ needsReason }) => !needsReason);
  const ready = onward.filter(({ obstacles }) => obstacles.length === 0);
  const waiting = onward.filter(({ obstacles }) => obstacles.length > 0);
  const out = view.steps.filter(({ needsReason, obstacles }) => needsReason && obstacles.length === 0);
  return (
    <section class="panel tight noprint" aria-labelledby="steps">
      <h2 id="steps">{ui.m.dossier.next}</h2>
      {ready.length > 0 && (
        <div class="acts">
          {ready.map((step, place) => (
            <PostForm shell={props.shell} to={desk.step(view.row.id)} hidden={hiddenOf(props, step)}>
              <Submit label={labelOf(props, step)} quiet={place > 0} />
            </PostForm>
          ))}
        </div>
      )}
      {waiting.length > 0 && (
        <ul class="lines">
          {waiting.map((step) => (
            <Waiting {...props} step={step} />
          ))}
        </ul>
      )}
      {out.length > 0 && (
        <div class="acts">
          {out.map((step) => (
            <details>
              <summary>{labelOf(props, step)}</summary>
              <PostForm shell={props.shell} to={desk.step(view.row.id)} hidden={hiddenOf(props, step)}>
                {step.needsCode && <ReasonCodes ui={ui} />}
                <Field
                  id={`why-${step.name}`}
                  name={step.needsCode ? 'note' : 'reason'}
                  label={step.needsCode ? ui.m.dossier.note : ui.m.desk.why}
                  hint={step.needsCode ? ui.m.desk.otherNeedsNote : undefined}
                  required={!step.needsCode}
                />
                <p>
                  <Submit label={labelOf(props, step)} />
                </p>
              </PostForm>
            </details>
          ))}
        </div>
      )}
    </section>
  );
};

const ReasonCodes = ({ ui }: Pick<PanelProps, 'ui'>) => (
  <Choice
    id="reasonCode"
    label={ui.m.triage.reason}
    required
    options={[
      ['', ui.m.triage.chooseReason],
      ...Object.entries(REASON_CODES).map(([code, label]) => [code, label[ui.lang]] as const),
    ]}
  />
);

const Waiting = ({ step, ...props }: PanelProps & { step: Step }) => {
  const { ui, view } = props;
  return (
    <li class="soft">
      {labelOf(props, step)}:{' '}
      {step.obstacles.map((obstacle, place) => {
        const cure = obstacle === 'opinion-not-recorded' ? opinionAddress(view) : cureOn(view, obstacle);
        const word = ui.m.desk.obstacles[obstacle];
        return (
          <>
            {place > 0 && '; '}
            {cure === null ? word : <a href={cure}>{word}</a>}
          </>
        );
      })}
    </li>
  );
};

const opinionAddress = ({ may, row }: PanelProps['view']): string | null => (may.record ? desk.opinion(row.id) : null);

/** Only who may put it right is led there. */
const cureOn = ({ may }: PanelProps['view'], obstacle: Obstacle): string | null =>
  may.assign ? (CURES[obstacle] ?? null) : null;

const labelOf = ({ ui }: PanelProps, { name }: Step): string => {
  const labels: Readonly<Record<string, Localised>> = TRANSITION_LABELS;
  return labels[name]?.[ui.lang] ?? name;
};

const hiddenOf = ({ view }: PanelProps, { name }: Step) => ({
  step: findTransition(name)?.name ?? name,
  version: view.row.version,
});
