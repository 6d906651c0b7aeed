import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import {
  findProject,
  insertProject,
  insertProjectDeadline,
  markDeadline,
  type ProjectFile,
  updateProject,
} from '../../../db/repositories/desk/projects.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { conflict, Failure, invalid } from '../../domain/errors.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import { topicFamily } from '../../sources/cordis/topic-names.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, newId, write } from './act.ts';

const blankIsNull = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.literal('').transform(() => null), schema])
    .nullable()
    .default(null);
const text = blankIsNull(z.string().trim().max(120));
const list = z
  .string()
  .max(1000)
  .default('')
  .transform((typed) => typed.split(/[;\n]/).flatMap((each) => each.trim() || []));

export const projectSchema = z
  .object({
    acronym: z.string().trim().min(1).max(80),
    grantAgreement: text,
    topicKey: text,
    contact: text,
    directorate: text,
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    staffMonthsPerYear: blankIsNull(z.coerce.number().nonnegative().max(2000)),
    sites: list,
    activities: list,
    bodies: z
      .array(
        z.object({
          bodyId: z.string().max(80),
          role: z.enum(CITY_ROLES),
          contributionEur: blankIsNull(z.coerce.number().nonnegative()),
        }),
      )
      .max(30)
      .default([])
      .transform((rows) => rows.filter(({ bodyId }) => bodyId !== '')),
    version: z.coerce.number().int().nonnegative().default(0),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'] });
type ProjectInput = z.output<typeof projectSchema>;

/** A project with its deadlines, and whether this person keeps it. */
export async function projectPage(deps: Deps, person: Person, id: string) {
  const project = await getProject(deps, id);
  return { project, mayEdit: can(person, 'project.edit', subjectOf(project)), today: brusselsDay(deps.clock.now()) };
}

async function getProject(deps: Deps, id: string): Promise<ProjectFile> {
  const project = await findProject(deps.db, id);
  if (project === null) throw new Failure('not-found', `Project «${id}» does not exist.`, { what: 'Project', id });
  return project;
}

const subjectOf = ({ bodies }: Pick<ProjectFile, 'bodies'>) => ({ seated: bodies.map(({ bodyId }) => bodyId) });

/** A project that no dossier led to: from before Bandolo, or of another desk. */
export async function addProject({ deps, person, input }: Asked<ProjectInput>): Promise<string> {
  mustBeAllowed(person, 'project.edit', subjectOf(input));
  const id = newId();
  const { version: _none, ...typed } = checked(deps, input);
  await write(
    deps,
    [
      insertProject(deps.db, { ...typed, id, family: familyOf(input), source: 'a mano' }),
      kept(deps, person, id, 'project.add'),
    ],
    async () => conflict('a project with that grant agreement stands here already'),
  );
  return id;
}

/** Changes a project from the version that was read; a body's people cannot write their own body out of reach, or in. */
export async function editProject({ deps, person, input }: Asked<ProjectInput & { id: string }>): Promise<void> {
  const { id, version, ...typed } = input;
  mustBeAllowed(person, 'project.edit', subjectOf(await getProject(deps, id)));
  mustBeAllowed(person, 'project.edit', subjectOf(input));
  const { version: _read, ...row } = checked(deps, { ...typed, version });
  await write(deps, [
    updateProject(deps.db, id, version, { ...row, family: familyOf(input) }),
    kept(deps, person, id, 'project.edit'),
  ]);
}

function checked(deps: Deps, input: ProjectInput): ProjectInput {
  const known = new Set(deps.profile.partners.map(({ id }) => id));
  if (!input.bodies.every(({ bodyId }) => known.has(bodyId))) throw invalid('no such body', { field: 'bodies' });
  return input;
}

const familyOf = ({ topicKey }: Pick<ProjectInput, 'topicKey'>): string | null =>
  topicKey === null ? null : topicFamily(topicKey) || null;

export const deadlineSchema = z.object({
  kind: z.enum(['report', 'deliverable', 'milestone', 'payment']),
  title: z.string().trim().min(1).max(200),
  dueOn: z.iso.date(),
});

/** The next report, deliverable, milestone or payment: *Oggi* and the calendar show it. */
export async function addDeadline({
  deps,
  person,
  input,
}: Asked<z.output<typeof deadlineSchema> & { id: string }>): Promise<void> {
  const { id, ...deadline } = input;
  mustBeAllowed(person, 'project.edit', subjectOf(await getProject(deps, id)));
  await write(deps, [
    insertProjectDeadline(deps.db, { ...deadline, projectId: id }),
    kept(deps, person, id, 'project.edit'),
  ]);
}

export const tickSchema = z.object({ deadlineId: z.coerce.number().int(), done: z.enum(['yes', 'no']) });

export async function tickDeadline({
  deps,
  person,
  input,
}: Asked<z.output<typeof tickSchema> & { id: string }>): Promise<void> {
  const project = await getProject(deps, input.id);
  mustBeAllowed(person, 'project.edit', subjectOf(project));
  if (!project.deadlines.some(({ id }) => id === input.deadlineId))
    throw invalid('no such deadline', { field: 'deadlineId' });
  const doneOn = input.done === 'yes' ? brusselsDay(deps.clock.now()) : null;
  await write(deps, [markDeadline(deps.db, input.deadlineId, doneOn), kept(deps, person, input.id, 'project.edit')]);
}

const kept = ({ db, clock }: Deps, person: Person, subjectId: string, action: string) =>
  logged(db, { at: clock.now(), personId: person.id, action, subjectKind: 'project', subjectId, detail: {} });
