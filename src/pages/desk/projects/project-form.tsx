import type { projectPage } from '../../../services/desk/edit-project.ts';
import type { StaffMember } from '../../../services/desk/staff.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { BodyChoice, type NamedBody } from '../body-choice.tsx';
import { Area, Choice, Field, PostForm, peopleOptions, roleOptions, Submit } from '../parts.tsx';

interface Props {
  ui: Ui;
  shell: Shell;
  staff: readonly StaffMember[];
  partners: readonly NamedBody[];
  to: string;
  /** Null for a new one. */
  project: Awaited<ReturnType<typeof projectPage>>['project'] | null;
}

/** Empty rows under the bodies that take part, for those to come. */
const SPARE_ROWS = 2;
const SPARE = { bodyId: '', role: 'partner' as const, contributionEur: null };

/** Everything that is known of a project, to be set right by who keeps it. */
export const ProjectForm = ({ ui, shell, staff, partners, to, project }: Props) => {
  const { m } = ui;
  const rows = [...(project?.bodies ?? []), ...Array.from({ length: SPARE_ROWS }, () => SPARE)];
  return (
    <PostForm shell={shell} to={to} hidden={{ version: project?.version ?? 0 }}>
      <Field id="acronym" label={m.projects.acronym} value={project?.acronym} required />
      <Field id="grantAgreement" label={m.projects.grant} value={project?.grantAgreement} />
      <Field id="topicKey" label={m.dossier.call} value={project?.topicKey} hint={m.requests.topicHint} />
      <Field id="startsOn" type="date" label={m.projects.startsOn} value={project?.startsOn} required />
      <Field id="endsOn" type="date" label={m.projects.endsOn} value={project?.endsOn} required />
      <Choice
        id="contact"
        label={m.projects.contact}
        options={peopleOptions(staff, ui, m.desk.nobody)}
        value={project?.contact}
      />
      <Field id="directorate" label={m.dossier.directorate} value={project?.directorate} />
      <Field id="staffMonthsPerYear" type="number" label={m.projects.staff} value={project?.staffMonthsPerYear} />
      <Area id="sites" label={m.projects.sitesHint} value={project?.sites.join('\n')} rows={2} />
      <Area id="activities" label={m.projects.activities} value={project?.activities.join('\n')} rows={2} />
      <fieldset>
        <legend>{m.projects.bodies}</legend>
        {rows.map(({ bodyId, role, contributionEur }, i) => (
          <div class="halves">
            <BodyChoice
              ui={ui}
              id={`bodies.${i}.bodyId`}
              label={m.dossier.body}
              bodies={partners}
              none={m.desk.nobody}
              value={bodyId}
            />
            <Choice id={`bodies.${i}.role`} label={m.dossier.role} options={roleOptions(ui)} value={role} />
            <Field
              id={`bodies.${i}.contributionEur`}
              type="number"
              label={m.projects.contribution}
              value={contributionEur}
            />
          </div>
        ))}
      </fieldset>
      <p>
        <Submit label={m.desk.save} />
      </p>
    </PostForm>
  );
};
