import { findTransition } from '../../../domain/desk/dossier/transitions.ts';
import { TRANSITION_LABELS } from '../../../domain/desk/labels.ts';
import type { Localised } from '../../../domain/labels/localised.ts';
import { desk } from '../links.ts';
import { Choice, Field, GroupBoxes, PostForm, peopleOptions, roleOptions, Submit } from '../parts.tsx';
import { CHANGE_FIELDS_SHOWN } from '../view/changed-fields.ts';
import type { PanelProps } from './panel.ts';

/** What can be done next, and what still stands in the way. */
export const StepsPanel = ({ ui, shell, view }: PanelProps) => {
  if (view.steps.length === 0) return null;
  const labels: Readonly<Record<string, Localised>> = TRANSITION_LABELS;
  return (
    <section class="panel noprint" aria-labelledby="steps">
      <h2 id="steps">{ui.m.dossier.next}</h2>
      <ul class="lines">
        {view.steps.map(({ name, obstacles, needsReason }) => {
          const label = labels[name]?.[ui.lang] ?? name;
          const hidden = { step: findTransition(name)?.name ?? name, version: view.row.version };
          return (
            <li>
              {obstacles.length > 0 ? (
                <p class="soft">
                  {label}: {obstacles.map((obstacle) => ui.m.desk.obstacles[obstacle]).join('; ')}
                </p>
              ) : needsReason ? (
                <details>
                  <summary>{label}</summary>
                  <PostForm shell={shell} to={desk.step(view.row.id)} hidden={hidden}>
                    <Field id={`why-${name}`} name="reason" label={ui.m.desk.why} required />
                    <p>
                      <Submit label={label} />
                    </p>
                  </PostForm>
                </details>
              ) : (
                <PostForm shell={shell} to={desk.step(view.row.id)} hidden={hidden}>
                  <p>
                    <Submit label={label} />
                  </p>
                </PostForm>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** *Da rivedere*: old → new, which grounds it touches; a person decides. */
export const AlertPanel = ({ ui, shell, view }: PanelProps) => (
  <>
    {view.alerts.map(({ impact, kind }) => (
      <section class="callout warn" aria-label={ui.m.dossier.toReview}>
        <div>
          <p>
            <b>{ui.m.dossier.toReview}.</b>{' '}
            {kind === 'call-changed' ? ui.m.dossier.callChanged : ui.m.dossier.ratificationRefused}
          </p>
          <ul class="tight small">
            {impact?.fields.map(({ field, before, after }) => (
              <li>
                {CHANGE_FIELDS_SHOWN(ui, field)}: <span class="old">{shown(ui, before)}</span> →{' '}
                <b>{shown(ui, after)}</b>
              </li>
            ))}
          </ul>
          {impact?.proposesReopening === true && (
            <p class="small">
              {ui.m.dossier.reopeningProposed(impact.reasonsTouched.map(({ text }) => text).join('; '))}
            </p>
          )}
        </div>
        {view.may.assign && (
          <PostForm shell={shell} to={desk.reviewed(view.row.id)}>
            <Submit label={ui.m.dossier.keepAsItIs} quiet />
          </PostForm>
        )}
      </section>
    ))}
  </>
);

/** A value as the change log keeps it: days and instants as people write them, the rest as it is. */
function shown(ui: PanelProps['ui'], value: unknown): string {
  const flat = [value].flat(3).filter((each) => each !== null && each !== undefined);
  if (flat.length === 0) return ui.m.frame.unknown;
  return flat
    .map((each) => {
      const text = typeof each === 'object' ? '…' : String(each);
      return /^\d{4}-\d\d-\d\dT/.test(text)
        ? ui.f.shortDeadline(text)
        : /^\d{4}-\d\d-\d\d$/.test(text)
          ? ui.f.shortDay(text)
          : text;
    })
    .join(', ');
}

/** Groups, owner, role, share, directorate, days. */
export const DataPanel = ({ ui, shell, view }: PanelProps) => {
  const { row, groups, staff } = view;
  return (
    <section class="panel noprint" aria-labelledby="data">
      <h2 id="data">{ui.m.dossier.data}</h2>
      <PostForm shell={shell} to={desk.data(row.id)} hidden={{ version: row.version }}>
        <GroupBoxes ui={ui} chosen={groups} legend={ui.m.dossier.groups} />
        <Choice
          id="owner"
          label={ui.m.dossier.owner}
          value={row.ownerId}
          options={peopleOptions(staff, ui, ui.m.desk.nobody)}
        />
        <Choice id="role" label={ui.m.dossier.role} value={row.role} options={roleOptions(ui, ui.m.dossier.roleOpen)} />
        <Field id="shareEur" type="number" label={ui.m.dossier.share} value={row.shareEur} />
        <Field id="directorate" label={ui.m.dossier.directorate} value={row.directorate} />
        <Field id="interestClosesOn" type="date" label={ui.m.dossier.interestUntil} value={row.interestClosesOn} />
        <Field id="submissionReference" label={ui.m.dossier.submissionReference} value={row.submissionReference} />
        <p>
          <Submit label={ui.m.desk.save} quiet />
        </p>
      </PostForm>
    </section>
  );
};
