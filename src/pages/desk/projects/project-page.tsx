import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import type { projectPage } from '../../../services/desk/edit-project.ts';
import type { StaffMember } from '../../../services/desk/staff.ts';
import { Layout } from '../../components/layout.tsx';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import type { NamedBody } from '../body-choice.tsx';
import { desk } from '../links.ts';
import { Choice, Field, Head, PostForm, Submit } from '../parts.tsx';
import { ProjectForm } from './project-form.tsx';

interface Frame {
  ui: Ui;
  shell: Shell;
  staff: readonly StaffMember[];
  partners: readonly NamedBody[];
}
type View = Awaited<ReturnType<typeof projectPage>>;

export const NewProjectPage = ({ ui, shell, staff, partners }: Frame) => (
  <Layout ui={ui} shell={shell} title={ui.m.projects.add} place="projects">
    <Head ui={ui} title={ui.m.projects.add} />
    <section class="panel narrow">
      <ProjectForm ui={ui} shell={shell} staff={staff} partners={partners} to={desk.projects} project={null} />
    </section>
  </Layout>
);

/** One project: who, where, until when, what is due next. */
export const ProjectPage = (props: Frame & { view: View }) => {
  const { ui, shell, staff, partners, view } = props;
  const { project, mayEdit, today } = view;
  return (
    <Layout ui={ui} shell={shell} title={project.acronym} place="projects">
      <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
        <a href={desk.projects}>{ui.m.desk.places.projects}</a>
      </nav>
      <Head
        ui={ui}
        title={project.acronym}
        lead={`${ui.f.day(project.startsOn)} – ${ui.f.day(project.endsOn)}, ${project.endsOn < today ? ui.m.projects.ended : ui.m.projects.running}`}
      />
      <div class="stack narrow">
        <Facts {...props} />
        <Deadlines {...props} />
        {mayEdit && (
          <details class="panel">
            <summary>{ui.m.projects.edit}</summary>
            <ProjectForm
              ui={ui}
              shell={shell}
              staff={staff}
              partners={partners}
              to={desk.project(project.id)}
              project={project}
            />
          </details>
        )}
      </div>
    </Layout>
  );
};

const Facts = ({ ui, staff, partners, view: { project } }: Frame & { view: View }) => {
  const { m } = ui;
  const contact = staff.find(({ id }) => id === project.contact)?.name ?? m.frame.unknown;
  const facts: [string, unknown][] = [
    [m.projects.grant, project.grantAgreement ?? m.frame.unknown],
    [m.dossier.call, project.topicKey ?? m.frame.unknown],
    [m.projects.contact, contact],
    [m.dossier.directorate, project.directorate ?? m.frame.unknown],
    [m.projects.staff, project.staffMonthsPerYear ?? m.frame.unknown],
    [m.projects.sites, project.sites.join(', ') || m.frame.unknown],
    [m.projects.source, project.source],
  ];
  return (
    <section class="panel" aria-label={m.topic.brief}>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
      </dl>
      <ul class="lines">
        {project.bodies.map(({ bodyId, role, contributionEur }) => (
          <li>
            {partners.find(({ id }) => id === bodyId)?.name ?? bodyId} · {ROLE_LABELS[role][ui.lang]}
            {contributionEur !== null && ` · ${ui.f.money(contributionEur)}`}
          </li>
        ))}
      </ul>
      {project.activities.length > 0 && <p class="small">{project.activities.join(', ')}</p>}
    </section>
  );
};

const Deadlines = ({ ui, shell, view: { project, mayEdit, today } }: Frame & { view: View }) => (
  <section class="panel" aria-labelledby="due">
    <h2 id="due">{ui.m.projects.deadlines}</h2>
    {project.deadlines.length === 0 && <p class="soft">{ui.m.projects.noDeadlines}</p>}
    <ul class="lines">
      {project.deadlines.map(({ id, kind, title, dueOn, doneOn }) => (
        <li class="li">
          <span>
            {title} <span class="small soft">{ui.m.projects.kinds[kind]}</span>
          </span>
          <span class={`nw ${doneOn === null && dueOn < today ? 'bad' : ''}`}>
            {doneOn === null ? ui.f.shortDay(dueOn) : ui.m.projects.doneOn(ui.f.shortDay(doneOn))}
          </span>
          {mayEdit && (
            <PostForm
              shell={shell}
              to={desk.projectTick(project.id)}
              hidden={{ deadlineId: id, done: doneOn === null ? 'yes' : 'no' }}
            >
              <button class="btn quiet" type="submit" aria-label={ui.m.projects.tick(title, doneOn === null)}>
                {doneOn === null ? ui.m.projects.done : ui.m.projects.undo}
              </button>
            </PostForm>
          )}
        </li>
      ))}
    </ul>
    {mayEdit && (
      <details class="noprint" open={project.deadlines.length === 0}>
        <summary>{ui.m.projects.addDeadline}</summary>
        <PostForm shell={shell} to={desk.projectDeadlines(project.id)}>
          <Choice
            id="kind"
            label={ui.m.projects.kind}
            options={(['report', 'deliverable', 'milestone', 'payment'] as const).map((kind) => [
              kind,
              ui.m.projects.kinds[kind],
            ])}
          />
          <Field id="title" label={ui.m.projects.what} required />
          <Field id="dueOn" type="date" label={ui.m.dossier.deadline} required />
          <p>
            <Submit label={ui.m.desk.save} />
          </p>
        </PostForm>
      </details>
    )}
  </section>
);
