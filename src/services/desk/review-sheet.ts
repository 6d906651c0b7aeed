import { z } from 'zod';
import type { StoredReview } from '../../../db/repositories/desk/nouns.ts';
import { readProjects } from '../../../db/repositories/desk/projects.ts';
import { insertReview, updateReview } from '../../../db/repositories/desk/reviews.ts';
import { readStaff } from '../../../db/repositories/desk/staff.ts';
import { bodiesOf, type Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { type Commitment, commitmentOf, sameSite } from '../../domain/desk/plan/project.ts';
import { type Conflict, conflictOf, DECLARATIONS } from '../../domain/desk/review/conflict.ts';
import { type Criterion, criteriaOf, type Value } from '../../domain/desk/review/criteria.ts';
import {
  decline,
  deliver,
  type Gap,
  gapsOf,
  type Review,
  type Scores,
  saveDraft,
  withdraw,
} from '../../domain/desk/review/review.ts';
import { sightOf } from '../../domain/desk/review/visibility.ts';
import { conflict, Failure } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { type Asked, write } from './act.ts';
import { type DossierFile, readFile } from './dossier-file.ts';
import { stepAside } from './recusals.ts';
import { blankSheet } from './secretariat-sheet.ts';

/** One's own sheet, and nothing of anybody else's. */
export interface OwnSheet {
  dossier: { id: string; title: string; programme: string | null; topicKey: string | null; deadlineAt: string | null };
  sheet: StoredReview;
  criteria: readonly Criterion[];
  objectives: DossierFile['objectives'];
  gaps: Gap[];
  /** Derived from the claims to lead, whatever was declared. */
  conflict: Conflict | null;
  open: boolean;
  /** What C4 is scored beside: the directorate's running projects, and those on the same site. Null for other scorers. */
  tied: (Commitment & { sameSite: string[] }) | null;
}

/** The sheet a person fills in on a dossier; null where none is theirs. */
export async function ownSheet({ deps, person, input: { id } }: Asked<{ id: string }>): Promise<OwnSheet> {
  const file = await readFile(deps, id);
  const sheet = await sheetOf(deps, file, person);
  const { row } = file;
  const objectives = file.objectives.filter(({ group }) => sheet.group === null || file.groups.includes(group));
  return {
    dossier: { id, title: row.title, programme: row.programme, topicKey: row.topicKey, deadlineAt: row.deadlineAt },
    sheet,
    criteria: criteriaOf(sheet.scorer),
    objectives,
    gaps: gapsOf(sheet, objectives),
    conflict: sheet.setAside?.conflict ?? conflictOf(bodiesOf(person), null, file.leadClaims),
    open: file.phase === 'collecting',
    tied: sheet.scorer === 'directorate' ? await tiedUp(deps, file) : null,
  };
}

async function tiedUp({ db }: Deps, { row, today }: DossierFile): Promise<OwnSheet['tied']> {
  const projects = await readProjects(db);
  return {
    ...commitmentOf(projects, row.directorate ?? '', today),
    sameSite: sameSite(projects, row.sites, today).map(({ acronym }) => acronym),
  };
}

/** Appointed sheets are found; the directorate's is made when its officer first opens it. */
async function sheetOf(deps: Deps, file: DossierFile, person: Person): Promise<StoredReview> {
  const own = file.reviews.find(({ personId }) => personId === person.id);
  if (own !== undefined) return own;
  const officer = can(person, 'review.score-as-directorate', file.subject);
  if (!officer || file.phase !== 'collecting')
    throw new Failure('forbidden', 'No sheet on this dossier is yours.', { action: 'review' });
  const blank = blankSheet(deps, file, {
    personId: person.id,
    bodyId: person.bodyId,
    scorer: 'directorate',
    group: null,
    appointedBy: person.id,
  });
  await write(deps, [insertReview(deps.db, blank)]);
  const made = (await readFile(deps, file.row.id)).reviews.find(({ personId }) => personId === person.id);
  if (made === undefined) throw conflict('the sheet could not be made; try again');
  return made;
}

const score = z.object({
  value: z.coerce.number().int().min(0).max(5).optional(),
  sentence: z.string().trim().max(1000).default(''),
  objectiveId: z.string().max(60).default(''),
});

export const sheetSchema = z.object({
  version: z.coerce.number().int().positive(),
  intent: z.enum(['save', 'deliver', 'decline', 'withdraw']),
  declaration: z.enum(DECLARATIONS).optional(),
  scores: z.partialRecord(z.enum(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C8']), score).default({}),
});
type SheetInput = z.output<typeof sheetSchema>;

export interface SheetAnswer {
  version: number;
  state: Review['state'];
  gaps: Gap[];
}

/**
 * Saves, delivers, declines or takes back one's own sheet. A declared conflict that bars scoring takes effect on delivery;
 * a sheet that lacks something is kept as a draft, and what it lacks comes back.
 */
export async function handleSheet({ deps, person, input }: Asked<SheetInput & { id: string }>): Promise<SheetAnswer> {
  const file = await readFile(deps, input.id);
  const sheet = file.reviews.find(({ personId }) => personId === person.id);
  if (sheet === undefined) throw new Failure('forbidden', 'No sheet on this dossier is yours.', { action: 'review' });
  if (sheet.version !== input.version) throw moved(sheet);
  const { objectives } = file;
  const draft = input.intent === 'withdraw' || sheet.state !== 'to-do' ? sheet : saveDraft(sheet, draftOf(input));
  const barred = conflictOf(bodiesOf(person), draft.declaration, file.leadClaims);
  if (input.intent === 'deliver' && barred !== null && sheet.scorer === 'readers') {
    await write(
      deps,
      stepAside(deps, file, await readStaff(deps.db), { ...draft, version: sheet.version }, barred),
      () => sheetMoved(deps, input.id, person),
    );
    return { version: sheet.version + 1, state: 'recused', gaps: [] };
  }
  const next = { ...advance(deps, file, person, draft, input.intent), version: sheet.version + 1 };
  await write(deps, [updateReview(deps.db, sheet.version, next)], () => sheetMoved(deps, input.id, person));
  return { version: next.version, state: next.state, gaps: gapsOf(next, objectives) };
}

function advance(
  { clock }: Deps,
  file: DossierFile,
  person: Person,
  draft: Review,
  intent: SheetInput['intent'],
): Review {
  const at = clock.now();
  switch (intent) {
    case 'save':
      return draft;
    case 'deliver':
      return gapsOf(draft, file.objectives).length > 0 ? draft : deliver(draft, at, file.phase, file.objectives);
    case 'decline':
      return decline(draft, at, file.phase);
    case 'withdraw':
      return withdraw(draft, at, file.phase, sightOf(person, file.reviewCase).judgements);
  }
}

function draftOf({ declaration, scores }: SheetInput): Partial<Pick<Review, 'scores' | 'declaration'>> {
  const given: Scores = {};
  for (const [criterion, { value, sentence, objectiveId }] of Object.entries(scores)) {
    if (value === undefined) continue;
    // The schema holds both: criteria of its own list, whole numbers from 0 to 5.
    given[criterion as Criterion] = {
      value: value as Value,
      sentence: sentence || null,
      objectiveId: objectiveId || null,
    };
  }
  return { scores: given, ...(declaration === undefined ? {} : { declaration }) };
}

const moved = (sheet: Review): Failure =>
  conflict('the sheet was changed elsewhere', { sheet: sheet.state, version: sheet.version });

async function sheetMoved(deps: Deps, id: string, person: Person): Promise<Failure> {
  const now = (await readFile(deps, id)).reviews.find(({ personId }) => personId === person.id);
  return now === undefined ? conflict('the sheet is gone') : moved(now);
}
