import { readDossierFile, type StoredFile } from '../../../db/repositories/desk/dossier-file.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import { type Tally, tally } from '../../domain/desk/board/ballot.ts';
import type { Sitting } from '../../domain/desk/board/sitting.ts';
import { type Dossier, subjectOf } from '../../domain/desk/dossier/dossier.ts';
import { dossierFacts } from '../../domain/desk/dossier/dossier-facts.ts';
import { isStanding, leadClaims } from '../../domain/desk/interest/interest.ts';
import type { BodyId, DossierId } from '../../domain/desk/people/person.ts';
import type { Subject } from '../../domain/desk/people/roles.ts';
import { type CollegialResult, collegialResult } from '../../domain/desk/review/collegial.ts';
import type { LeadClaim } from '../../domain/desk/review/conflict.ts';
import { type ReviewPhase, reviewPhase } from '../../domain/desk/review/review.ts';
import type { ReviewCase } from '../../domain/desk/review/visibility.ts';
import { STARTING_WEIGHTS, type WeightSet } from '../../domain/desk/review/weights.ts';
import { Failure } from '../../domain/errors.ts';
import type { Day, Deadline, DeadlineModel } from '../../domain/topic.ts';
import type { ToldDossier } from '../../domain/webhook.ts';
import type { Deps } from '../deps.ts';

/**
 * A dossier with all its papers and what follows from them. For services alone: it holds what most people may not see.
 * Views are cut from it through `sightOf`, `visibleReviews`, `visibleComments` and `viewInterest`.
 */
export interface DossierFile extends StoredFile {
  dossier: Dossier;
  subject: Subject;
  phase: ReviewPhase;
  leadClaims: LeadClaim[];
  reviewCase: ReviewCase;
  weights: WeightSet;
  result: CollegialResult | null;
  sitting: Sitting | null;
  tally: Tally | null;
  today: Day;
  /** What the call asks of time: from the catalogue, else as typed. */
  call: { typesOfAction: readonly string[]; deadlineModel: DeadlineModel | null; deadlines: readonly Deadline[] };
}

export async function readFile(deps: Deps, id: DossierId): Promise<DossierFile> {
  const stored = await readDossierFile(deps.db, id);
  if (stored === null) throw new Failure('not-found', `Dossier «${id}» does not exist.`, { what: 'Dossier', id });
  return assemble(deps, stored);
}

function assemble({ profile, clock }: Deps, stored: StoredFile): DossierFile {
  const { row, opinion } = stored;
  const today = brusselsDay(clock.now());
  const phase = reviewPhase(row.state, row.suspendedFrom);
  const weights = stored.weightSets.find(({ id }) => id === row.weightSetId) ?? STARTING_WEIGHTS;
  const { collegial } = stored;
  const result =
    collegial === null ? null : collegialResult(stored.reviews, weights.weights, collegial.c7, collegial.agreed);
  const sitting = stored.sittings.find(({ id }) => id === opinion?.sitting?.sittingId) ?? null;
  const item = opinion?.sitting?.agendaItemId;
  const votes = stored.votes.filter(({ sittingId }) => sittingId === sitting?.id);
  const count = sitting === null || item === undefined ? null : tally(sitting, votes, item);
  const call = callOf(stored);
  const places = stored.places.flatMap(({ bodyId, role }) => (bodyId === null ? [] : [{ bodyId, role }]));
  const facts = dossierFacts(
    {
      role: row.role,
      shareEur: row.shareEur,
      interest: { closesOn: row.interestClosesOn, closed: row.interestClosedAt !== null },
      reviews: stored.reviews,
      quorumWaived: collegial?.quorumWaivedBy != null,
      collegial: result,
      voices: stored.voices,
      opinion,
      tally: count,
      sittingOpen: sitting !== null && sitting.closedAt === null,
      municipality: profile.municipality,
      places,
      adhesions: stored.adhesions,
      submissionReference: row.submissionReference,
      twoStage: call.deadlineModel === 'two-stage',
      outcome: stored.outcomes.at(-1) ?? null,
      grantAgreement: stored.grantAgreement,
    },
    today,
  );
  const dossier: Dossier = {
    id: row.id,
    version: row.version,
    state: row.state,
    route: row.route,
    suspendedFrom: row.suspendedFrom,
    groups: stored.groups,
    owner: row.ownerId,
    bodies: bodiesIn(stored),
    seated: places.map(({ bodyId }) => bodyId),
    directorate: row.directorate,
    readers: stored.reviews.filter(isSeated).map(({ personId }) => personId),
    facts,
  };
  const claims = leadClaims(stored.interests, stored.requests);
  const subject = subjectOf(dossier);
  return {
    ...stored,
    dossier,
    subject,
    phase,
    leadClaims: claims,
    reviewCase: { phase, reviews: stored.reviews, leadClaims: claims, subject },
    weights,
    result,
    sitting,
    tally: count,
    today,
    call,
  };
}

/** What partners' servers may be told a dossier by. */
export const toldOf = ({ row, dossier }: Pick<DossierFile, 'row' | 'dossier'>): ToldDossier => ({
  id: row.id,
  topicKey: row.topicKey,
  bodies: dossier.bodies,
});

const isSeated = ({ scorer, state }: StoredFile['reviews'][number]): boolean =>
  scorer === 'readers' && state !== 'recused';

const bodiesIn = ({ places, interests }: StoredFile): BodyId[] => [
  ...new Set([
    ...places.flatMap(({ bodyId }) => bodyId ?? []),
    ...interests.filter(isStanding).map(({ bodyId }) => bodyId),
  ]),
];

function callOf({ row, topic, round }: StoredFile): DossierFile['call'] {
  if (topic !== null && round !== null)
    return { typesOfAction: topic.typesOfAction, deadlineModel: round.deadlineModel, deadlines: round.deadlines };
  return {
    typesOfAction: [],
    deadlineModel: null,
    deadlines: row.deadlineAt === null ? [] : [{ at: row.deadlineAt }],
  };
}
