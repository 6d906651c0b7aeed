import type { Opinion } from '../../../src/domain/desk/board/opinion.ts';
import type { DossierEvent } from '../../../src/domain/desk/dossier/dossier-state.ts';
import type { Project } from '../../../src/domain/desk/plan/project.ts';
import type { Review } from '../../../src/domain/desk/review/review.ts';
import type { WeightSet } from '../../../src/domain/desk/review/weights.ts';
import type { dossierEvents, opinions, projectDeadlines, projects, reviews, weightSets } from '../../schema/index.ts';

// Rows as the domain speaks of them; where a row has the noun's shape already it needs no word here.

export const eventOf = ({
  step,
  fromState,
  toState,
  route,
  by,
  at,
  reason,
}: typeof dossierEvents.$inferSelect): DossierEvent => ({
  step,
  from: fromState,
  to: toState,
  route,
  by,
  at,
  reason,
});

export type StoredReview = Review &
  Pick<typeof reviews.$inferSelect, 'fromOtherGroup' | 'substituteFor' | 'appointedAt' | 'dueOn'>;

export const reviewOf = ({ appointedBy: _by, setAside, ...row }: typeof reviews.$inferSelect): StoredReview => ({
  ...row,
  setAside: setAside ?? null,
});

export type StoredOpinion = Opinion & { version: number };

export const opinionOf = ({
  confirmedBy,
  confirmedAt,
  supersededAt: _superseded,
  code,
  sitting,
  ...row
}: typeof opinions.$inferSelect): StoredOpinion => ({
  ...row,
  code: code ?? null,
  sitting: sitting ?? null,
  confirmed: confirmedBy === null || confirmedAt === null ? null : { by: confirmedBy, at: confirmedAt },
});

export const weightSetOf = ({ id, from, decidedInSitting, weights }: typeof weightSets.$inferSelect): WeightSet => ({
  id,
  from,
  decidedInSitting,
  weights,
});

export const projectOf = (
  { source: _source, version: _version, ...row }: typeof projects.$inferSelect,
  deadlines: readonly (typeof projectDeadlines.$inferSelect)[],
): Project => ({
  ...row,
  deadlines: deadlines
    .filter(({ projectId }) => projectId === row.id)
    .map(({ kind, title, dueOn, doneOn }) => ({ kind, title, dueOn, doneOn })),
});
