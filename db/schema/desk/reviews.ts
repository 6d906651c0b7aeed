import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Dissent } from '../../../src/domain/desk/board/minutes.ts';
import type { AgreedValues } from '../../../src/domain/desk/review/collegial.ts';
import { DECLARATIONS } from '../../../src/domain/desk/review/conflict.ts';
import { PLANS } from '../../../src/domain/desk/review/objective.ts';
import { REVIEW_STATES, type Review, type Scores } from '../../../src/domain/desk/review/review.ts';
import type { Weights } from '../../../src/domain/desk/review/weights.ts';
import { PILLARS } from '../../../src/domain/pillar.ts';

/** One scorer's sheet on one dossier. Read it through `visibleReviews` only. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: text('id').primaryKey(),
    dossierId: text('dossier_id').notNull(),
    personId: text('person_id').notNull(),
    /** The employer on the day of the appointment. */
    bodyId: text('body_id'),
    scorer: text('scorer', { enum: ['readers', 'secretariat', 'directorate'] }).notNull(),
    group: text('group', { enum: PILLARS }),
    fromOtherGroup: integer('from_other_group', { mode: 'boolean' }).notNull().default(false),
    /** The review whose place it takes. */
    substituteFor: text('substitute_for'),
    state: text('state', { enum: REVIEW_STATES }).notNull(),
    declaration: text('declaration', { enum: DECLARATIONS }),
    scores: text('scores', { mode: 'json' }).$type<Scores>().notNull(),
    deliveredAt: text('delivered_at'),
    withdrawals: text('withdrawals', { mode: 'json' }).$type<Review['withdrawals']>().notNull(),
    setAside: text('set_aside', { mode: 'json' }).$type<NonNullable<Review['setAside']>>(),
    appointedBy: text('appointed_by').notNull(),
    appointedAt: text('appointed_at').notNull(),
    dueOn: text('due_on'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('reviews_once').on(t.dossierId, t.personId, t.scorer),
    index('reviews_by_person').on(t.personId, t.state),
  ],
);

/** The table where the sheets meet. */
export const collegialEvaluations = sqliteTable('collegial_evaluations', {
  dossierId: text('dossier_id').primaryKey(),
  openedBy: text('opened_by').notNull(),
  openedAt: text('opened_at').notNull(),
  /** C7 as the machine gave it on that day, and against which role. */
  c7: integer('c7'),
  agreed: text('agreed', { mode: 'json' }).$type<AgreedValues>().notNull(),
  dissents: text('dissents', { mode: 'json' }).$type<Dissent[]>().notNull(),
  quorumWaivedBy: text('quorum_waived_by'),
  quorumWaiverReason: text('quorum_waiver_reason'),
  version: integer('version').notNull().default(1),
});

/** The board's weights, each set from its day on. Append-only. */
export const weightSets = sqliteTable('weight_sets', {
  id: text('id').primaryKey(),
  from: text('from').notNull(),
  decidedInSitting: text('decided_in_sitting'),
  weights: text('weights', { mode: 'json' }).$type<Weights>().notNull(),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
});

/** What a working group reads calls against. */
export const objectives = sqliteTable(
  'objectives',
  {
    id: text('id').primaryKey(),
    group: text('group', { enum: PILLARS }).notNull(),
    plan: text('plan', { enum: PLANS }).notNull(),
    text: text('text').notNull(),
    dueOn: text('due_on'),
    retiredAt: text('retired_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('objectives_by_group').on(t.group)],
);

export const groupPages = sqliteTable('group_pages', {
  group: text('group', { enum: PILLARS }).primaryKey(),
  nextMeetingAt: text('next_meeting_at'),
  place: text('place'),
  agenda: text('agenda'),
  version: integer('version').notNull().default(1),
});

/** Facts, questions and judgements on a dossier. Read them through `visibleComments` only. */
export const comments = sqliteTable(
  'comments',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    dossierId: text('dossier_id').notNull(),
    /** `dossier`, or `leads` for the thread that would-be leads share. */
    thread: text('thread', { enum: ['dossier', 'leads'] }).notNull(),
    kind: text('kind', { enum: ['fact', 'judgement'] }).notNull(),
    replyTo: integer('reply_to'),
    text: text('text').notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
    removedAt: text('removed_at'),
  },
  (t) => [index('comments_by_dossier').on(t.dossierId, t.id)],
);
