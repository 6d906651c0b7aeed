import { z } from 'zod';
import { handleAlerts } from '../../../db/repositories/desk/alerts.ts';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { markMilestone } from '../../../db/repositories/desk/consortium.ts';
import { replaceGroups, updateDossier } from '../../../db/repositories/desk/dossiers.ts';
import { insertComment } from '../../../db/repositories/desk/reviews.ts';
import { assertUnchanged } from '../../domain/desk/dossier/optimistic-lock.ts';
import { MILESTONES } from '../../domain/desk/plan/plan-track.ts';
import { mayJudge } from '../../domain/desk/review/visibility.ts';
import { Failure } from '../../domain/errors.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import { PILLARS } from '../../domain/pillar.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { blankIsNull } from './blank-is-null.ts';
import { readFile } from './dossier-file.ts';
import { mustBeStaff } from './open-dossier.ts';
import { lastTouch, overtaken } from './take-step.ts';

export const dossierDataSchema = z.object({
  groups: z.array(z.enum(PILLARS)).default([]),
  owner: blankIsNull(z.string()),
  role: blankIsNull(z.enum(CITY_ROLES)),
  shareEur: blankIsNull(z.coerce.number().nonnegative()),
  directorate: blankIsNull(z.string().trim().max(120)),
  interestClosesOn: blankIsNull(z.iso.date()),
  submissionReference: blankIsNull(z.string().trim().max(120)),
  version: z.coerce.number().int().positive(),
});

type Own<Input> = Asked<Input & { id: string }>;

/** Who looks after the dossier, in which role the city would take part, until when interest is gathered. */
export async function editDossier({ deps, person, input }: Own<z.output<typeof dossierDataSchema>>): Promise<void> {
  const { id, version, groups, owner: ownerId, ...rest } = input;
  const file = await readFile(deps, id);
  mustBeAllowed(person, 'dossier.assign', file.subject);
  assertUnchanged(file.row, version, lastTouch(file));
  await mustBeStaff(deps, ownerId);
  const at = deps.clock.now();
  await write(
    deps,
    [
      updateDossier(deps.db, id, version, { ...rest, ownerId, updatedAt: at }),
      ...replaceGroups(deps.db, id, groups),
      logged(deps.db, {
        at,
        personId: person.id,
        action: 'dossier.edit',
        subjectKind: 'dossier',
        subjectId: id,
        detail: {},
      }),
    ],
    () => overtaken(deps, id),
  );
}

/** *Da rivedere*, looked at: the dossier stays as it is. Reopening is a step of its own. */
export async function keepAsItIs({ deps, person, input: { id } }: Own<object>): Promise<void> {
  const file = await readFile(deps, id);
  mustBeAllowed(person, 'dossier.assign', file.subject);
  await write(deps, [handleAlerts(deps.db, id, 'kept', person.id, deps.clock.now())]);
}

export const commentSchema = z.object({
  kind: z.enum(['fact', 'judgement']).default('fact'),
  text: z.string().trim().min(1).max(4000),
});

/** Who has a conflict may state facts, never judge. */
export async function addComment({ deps, person, input }: Own<z.output<typeof commentSchema>>): Promise<void> {
  const { id, kind, text } = input;
  const file = await readFile(deps, id);
  mustBeAllowed(person, 'dossier.comment', file.subject);
  if (kind === 'judgement' && !mayJudge(person, file.reviewCase))
    throw new Failure('forbidden', 'Who has a conflict states facts only.', { action: 'dossier.comment' });
  await write(deps, [
    insertComment(deps.db, { dossierId: id, thread: 'dossier', kind, text, by: person.id, at: deps.clock.now() }),
  ]);
}

export const milestoneSchema = z.object({
  stage: z.coerce.number().int().min(0).max(2),
  kind: z.enum(MILESTONES),
  done: z.enum(['yes', 'no']),
});

export async function tickMilestone({ deps, person, input }: Own<z.output<typeof milestoneSchema>>): Promise<void> {
  const { id, stage, kind, done } = input;
  const file = await readFile(deps, id);
  mustBeAllowed(person, 'preparation.edit', file.subject);
  const [doneBy, doneAt] = done === 'yes' ? [person.id, deps.clock.now()] : [null, null];
  await write(deps, [markMilestone(deps.db, { dossierId: id, stage, kind, doneBy, doneAt })]);
}
