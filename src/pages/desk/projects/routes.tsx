import { Hono } from 'hono';
import { brusselsDay } from '../../../domain/brussels.ts';
import { canSomewhere } from '../../../domain/desk/people/roles.ts';
import {
  addDeadline,
  addProject,
  deadlineSchema,
  editProject,
  projectPage,
  projectSchema,
  tickDeadline,
  tickSchema,
} from '../../../services/desk/edit-project.ts';
import { listProjects } from '../../../services/desk/list-projects.ts';
import { activeStaff } from '../../../services/desk/staff.ts';
import { requireAction, requirePerson } from '../../access/require-action.ts';
import { type PageEnv, show } from '../../page-env.tsx';
import { actor, asked, done, param, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { NewProjectPage, ProjectPage } from './project-page.tsx';
import { ProjectsPage } from './projects-page.tsx';

const path = (own: (id: string) => string) => own(':id').replace('%3A', ':');

/** *Progetti*. `nuovo` stands before `:id`. */
export const projectsRoutes = new Hono<PageEnv>()
  .get(desk.projects, requirePerson, async (c) => {
    const deps = c.get('deps');
    const projects = await listProjects({ deps });
    const today = brusselsDay(deps.clock.now());
    const mayAdd = canSomewhere(actor(c), 'project.edit');
    const bodies = new Map(deps.profile.partners.map(({ id, name }) => [id, name]));
    return show(c, (ui, shell) => <ProjectsPage {...{ ui, shell, projects, bodies, today, mayAdd }} />);
  })
  .get(desk.newProject, requireAction('project.edit'), async (c) => {
    const staff = await activeStaff({ deps: c.get('deps') });
    const { partners } = c.get('deps').profile;
    return show(c, (ui, shell) => <NewProjectPage {...{ ui, shell, staff, partners }} />);
  })
  .post(desk.projects, requireAction('project.edit'), async (c) => {
    const id = await addProject(asked(c, await readForm(c, projectSchema)));
    return done(c, desk.project(id), 'salvato');
  })
  .get(path(desk.project), requirePerson, async (c) => {
    const deps = c.get('deps');
    const view = await projectPage(deps, actor(c), param(c));
    const staff = await activeStaff({ deps });
    const { partners } = deps.profile;
    return show(c, (ui, shell) => <ProjectPage {...{ ui, shell, view, staff, partners }} />);
  })
  .post(path(desk.project), requireAction('project.edit'), async (c) => {
    await editProject(asked(c, { ...(await readForm(c, projectSchema)), id: param(c) }));
    return done(c, desk.project(param(c)), 'salvato');
  })
  .post(path(desk.projectDeadlines), requireAction('project.edit'), async (c) => {
    await addDeadline(asked(c, { ...(await readForm(c, deadlineSchema)), id: param(c) }));
    return done(c, desk.project(param(c)), 'salvato');
  })
  .post(path(desk.projectTick), requireAction('project.edit'), async (c) => {
    await tickDeadline(asked(c, { ...(await readForm(c, tickSchema)), id: param(c) }));
    return done(c, desk.project(param(c)), 'salvato');
  });
