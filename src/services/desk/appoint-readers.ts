import { z } from 'zod';
import { told } from '../../../db/repositories/desk/audit.ts';
import {
  countReviewLoads,
  insertReview,
  openCollegial,
  updateCollegial,
  updateReview,
} from '../../../db/repositories/desk/reviews.ts';
import { readStaff, type StaffMember } from '../../../db/repositories/desk/staff.ts';
import { bodiesOf, type PersonId } from '../../domain/desk/people/person.ts';
import {
  type Candidate,
  type ProposedReader,
  proposeReaders,
  proposeSubstitute,
} from '../../domain/desk/review/assignment.ts';
import { agreeOn, quorumOf } from '../../domain/desk/review/collegial.ts';
import { conflictOf } from '../../domain/desk/review/conflict.ts';
import { CRITERIA } from '../../domain/desk/review/criteria.ts';
import { readmit } from '../../domain/desk/review/recusal.ts';
import { sightOf } from '../../domain/desk/review/visibility.ts';
import { conflict, Failure, invalid } from '../../domain/errors.ts';
import type { Pillar } from '../../domain/pillar.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { type DossierFile, readFile } from './dossier-file.ts';
import { blankSheet } from './secretariat-sheet.ts';

export interface ReaderProposals {
  candidates: ProposedReader[];
  /** Sheets whose reader may come back: their body no longer asks for the lead. */
  readmissible: string[];
  substitutes: { for: PersonId; reviewId: string; proposed: ProposedReader | null }[];
}

/** Whom to appoint, least loaded first, without conflict; and who could stand in for who stepped aside. */
export async function readerProposals(
  deps: Deps,
  file: DossierFile,
  staff: ReadonlyMap<PersonId, StaffMember>,
): Promise<ReaderProposals> {
  const candidates = await readCandidates(deps, staff);
  const excluded = file.reviews.filter(({ scorer }) => scorer === 'readers').map(({ personId }) => personId);
  const seatedBodies = file.reviews.flatMap(({ bodyId, state }) =>
    bodyId === null || state === 'recused' ? [] : [bodyId],
  );
  const vacancy = { groups: file.groups, leadClaims: file.leadClaims, excluded, seatedBodies };
  const replaced = new Set(file.reviews.flatMap(({ substituteFor }) => substituteFor ?? []));
  return {
    candidates: proposeReaders(candidates, { ...vacancy, wanted: 12 }),
    readmissible: file.reviews
      .filter((review) => review.state === 'recused' && mayReturn(file, review))
      .map(({ id }) => id),
    substitutes: file.reviews
      .filter(({ id, state }) => state === 'recused' && !replaced.has(id))
      .map(({ id, personId }) => ({ for: personId, reviewId: id, proposed: proposeSubstitute(candidates, vacancy) })),
  };
}

async function readCandidates(
  { db }: Pick<Deps, 'db'>,
  staff: ReadonlyMap<PersonId, StaffMember>,
): Promise<Candidate[]> {
  const loads = await countReviewLoads(db);
  return [...staff.values()].flatMap((person) => {
    const groups = groupsOf(person);
    if (!person.active || groups.length === 0) return [];
    const load = loads.get(person.id);
    const { id: personId } = person;
    return [
      {
        personId,
        bodies: bodiesOf(person),
        groups,
        openReviews: load?.open ?? 0,
        lastAppointedAt: load?.lastAppointedAt ?? null,
      },
    ];
  });
}

const groupsOf = ({ grants }: StaffMember): Pillar[] => [
  ...new Set(grants.flatMap((grant) => ('group' in grant ? [grant.group] : []))),
];

export const appointSchema = z.object({
  readers: z.array(z.string().min(1)).min(1).max(12),
  substituteFor: z.string().max(60).default(''),
});

/** Appoints readers; two people who appoint the same one meet on the review's key. */
export async function appointReaders({ deps, person, input }: Asked<z.output<typeof appointSchema> & { id: string }>) {
  const { id, readers, substituteFor } = input;
  const file = await readFile(deps, id);
  mustBeAllowed(person, 'review.assign', file.subject);
  if (file.phase !== 'collecting') throw conflict('the collegial evaluation has opened');
  if (substituteFor !== '' && !file.reviews.some((review) => review.id === substituteFor))
    throw invalid('no such sheet', { field: 'substituteFor', say: 'choose' });
  const staff = await readStaff(deps.db);
  const chosen = readers.map((reader) => seat(file, staff, reader));
  const at = deps.clock.now();
  await write(
    deps,
    [
      ...chosen.map(({ reader, group, fromOtherGroup }) =>
        insertReview(
          deps.db,
          blankSheet(deps, file, {
            personId: reader.id,
            bodyId: reader.bodyId,
            scorer: 'readers',
            group,
            fromOtherGroup,
            appointedBy: person.id,
            substituteFor: substituteFor || null,
          }),
        ),
      ),
      ...told(
        deps.db,
        at,
        chosen.map(({ reader }) => ({
          personId: reader.id,
          dossierId: id,
          kind: 'appointed',
          detail: { title: file.row.title },
          dedupeKey: `appointed:${id}:${at}`,
        })),
      ),
    ],
    async () => conflict('somebody has appointed one of them already'),
  );
}

function seat(file: DossierFile, staff: ReadonlyMap<PersonId, StaffMember>, id: PersonId) {
  const reader = staff.get(id);
  if (reader?.active !== true) throw invalid('nobody here has that name', { field: 'readers', say: 'choose' });
  if (conflictOf(bodiesOf(reader), null, file.leadClaims) !== null)
    throw invalid('their body asks for the lead', { field: 'readers', say: 'bodyLeads' });
  const groups = groupsOf(reader);
  const own = groups.find((group) => file.groups.includes(group));
  const group = own ?? groups[0];
  if (group === undefined) throw invalid('readers belong to a group', { field: 'readers', say: 'noGroupReader' });
  return { reader, group, fromOtherGroup: own === undefined };
}

/** The lead was given up: the sheet goes back to its reader, to be delivered anew. */
export async function readmitReader({ deps, person, input }: Asked<{ id: string; reviewId: string }>): Promise<void> {
  const file = await readFile(deps, input.id);
  mustBeAllowed(person, 'review.assign', file.subject);
  const review = file.reviews.find(({ id }) => id === input.reviewId);
  if (review === undefined) throw invalid('no such sheet', { field: 'reviewId' });
  if (file.phase !== 'collecting') throw conflict('the collegial evaluation has opened');
  if (!mayReturn(file, review)) throw conflict('the body still asks for the lead');
  await write(deps, [updateReview(deps.db, review.version, readmit(review))]);
}

/** What was declared is asked again with the sheet; what was derived ends with its claim. */
const mayReturn = ({ leadClaims }: DossierFile, { bodyId }: DossierFile['reviews'][number]): boolean =>
  conflictOf(bodyId === null ? [] : [bodyId], null, leadClaims) === null;

export const collegialSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('agree'),
    criterion: z.enum(CRITERIA),
    value: z.coerce.number().min(0).max(5),
    reason: z.string().trim().max(1000),
  }),
  z.object({ intent: z.literal('dissent'), text: z.string().trim().min(1).max(2000) }),
  z.object({ intent: z.literal('waive-quorum'), reason: z.string().trim().min(1).max(2000) }),
]);

/** At the table: a value that is not the median, a dissenting voice, the board's word that too few readers are enough. */
export async function atTheTable({ deps, person, input }: Asked<z.output<typeof collegialSchema> & { id: string }>) {
  const file = await readFile(deps, input.id);
  const { collegial } = file;
  if (input.intent === 'waive-quorum') return await waiveQuorum(deps, file, person.id, input.reason, person);
  if (file.phase !== 'collegial' || collegial === null) throw conflict('the collegial evaluation is not open');
  if (!sightOf(person, file.reviewCase).judgements)
    throw new Failure('forbidden', 'Who may not read the judgements has no word on them.', { action: 'collegial' });
  if (input.intent === 'agree') {
    mustBeAllowed(person, 'collegial.lead', file.subject);
    const agreed = agreeOn(collegial.agreed, input.criterion, input.value, input.reason);
    return await write(deps, [updateCollegial(deps.db, file.row.id, collegial.version, { agreed })]);
  }
  mustBeAllowed(person, 'review.read', file.subject);
  const others = collegial.dissents.filter(({ by }) => by !== person.id);
  const dissents = [...others, { by: person.id, text: input.text }];
  await write(deps, [updateCollegial(deps.db, file.row.id, collegial.version, { dissents })]);
}

async function waiveQuorum(
  deps: Deps,
  file: DossierFile,
  by: PersonId,
  reason: string,
  person: Asked<object>['person'],
) {
  mustBeAllowed(person, 'collegial.waive-quorum', file.subject);
  if (file.row.state !== 'in-review') throw conflict('the quorum is waived while the dossier is in review');
  const recused = file.reviews.some(({ scorer, state }) => scorer === 'readers' && state === 'recused');
  // Said the same whether too many are left or none stepped aside: the board waives only what conflicts made impossible.
  if (!recused || !quorumOf(file.reviews).tooFewEligible) throw conflict('enough readers are left to make a quorum');
  const at = deps.clock.now();
  await write(deps, [
    openCollegial(deps.db, { dossierId: file.row.id, openedBy: by, openedAt: at, agreed: {}, dissents: [] }),
    updateCollegial(deps.db, file.row.id, file.collegial?.version ?? 1, {
      quorumWaivedBy: by,
      quorumWaiverReason: reason,
    }),
  ]);
}
