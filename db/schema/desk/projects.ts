import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type EsrScore, OUTCOMES } from '../../../src/domain/desk/dossier/outcome.ts';
import { MILESTONES } from '../../../src/domain/desk/plan/plan-track.ts';
import type { Project } from '../../../src/domain/desk/plan/project.ts';

/** What people did of a backward plan; the plan itself is derived from deadline and role. Stage 0 = the only one. */
export const planProgress = sqliteTable(
  'plan_progress',
  {
    dossierId: text('dossier_id').notNull(),
    stage: integer('stage').notNull(),
    kind: text('kind', { enum: MILESTONES }).notNull(),
    assignee: text('assignee'),
    note: text('note'),
    doneBy: text('done_by'),
    doneAt: text('done_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.dossierId, t.stage, t.kind] }), index('plan_progress_by_person').on(t.assignee)],
);

/** What the Commission answered, stage by stage. Stage 0 = the only one. */
export const outcomes = sqliteTable(
  'outcomes',
  {
    dossierId: text('dossier_id').notNull(),
    stage: integer('stage').notNull(),
    kind: text('kind', { enum: OUTCOMES }).notNull(),
    decidedOn: text('decided_on').notNull(),
    scores: text('scores', { mode: 'json' }).$type<EsrScore[]>().notNull(),
    total: real('total'),
    totalThreshold: real('total_threshold'),
    rank: integer('rank'),
    proposals: integer('proposals'),
    comments: text('comments'),
    lessonLearnt: text('lesson_learnt'),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: text('recorded_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.dossierId, t.stage] })],
);

/** *Progetti*: funded projects, those before Bandolo too. */
export const projects = sqliteTable(
  'projects',
  {
    id: text('id').primaryKey(),
    acronym: text('acronym').notNull(),
    grantAgreement: text('grant_agreement').unique(),
    dossierId: text('dossier_id'),
    topicKey: text('topic_key'),
    family: text('family'),
    contact: text('contact'),
    directorate: text('directorate'),
    bodies: text('bodies', { mode: 'json' }).$type<Project['bodies']>().notNull(),
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    staffMonthsPerYear: real('staff_months_per_year'),
    sites: text('sites', { mode: 'json' }).$type<string[]>().notNull(),
    activities: text('activities', { mode: 'json' }).$type<string[]>().notNull(),
    /** Where the facts come from: CORDIS, a grant agreement, a person. */
    source: text('source').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('projects_by_end').on(t.endsOn), index('projects_by_family').on(t.family)],
);

export const projectDeadlines = sqliteTable(
  'project_deadlines',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: text('project_id').notNull(),
    kind: text('kind', { enum: ['report', 'deliverable', 'milestone', 'payment'] }).notNull(),
    title: text('title').notNull(),
    dueOn: text('due_on').notNull(),
    doneOn: text('done_on'),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('project_deadlines_due').on(t.doneOn, t.dueOn), index('project_deadlines_by_project').on(t.projectId)],
);
