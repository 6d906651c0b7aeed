import { logged, told } from '../../../db/repositories/desk/audit.ts';
import {
  endConfirmations,
  findConfirmation,
  findOpinion,
  insertMinutes,
  lastLink,
  updateOpinion,
} from '../../../db/repositories/desk/board.ts';
import { awaitAdhesions } from '../../../db/repositories/desk/consortium.ts';
import { insertEvent, updateDossier } from '../../../db/repositories/desk/dossiers.ts';
import { awaitRatification } from '../../../db/repositories/desk/ratifications.ts';
import { readStaff } from '../../../db/repositories/desk/staff.ts';
import { LostRace, writeTogether } from '../../../db/repositories/desk/write-together.ts';
import { recordEvents } from '../../../db/repositories/webhooks/events.ts';
import { awaiting, bodiesNeeded } from '../../domain/desk/board/adhesion.ts';
import { type CallSnapshot, sealMinutes } from '../../domain/desk/board/minutes.ts';
import { confirmOpinion, type Opinion } from '../../domain/desk/board/opinion.ts';
import { needsRatification } from '../../domain/desk/board/sitting.ts';
import { applyTransition } from '../../domain/desk/dossier/dossier-state.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { quorumOf } from '../../domain/desk/review/collegial.ts';
import { conflict, Failure } from '../../domain/errors.ts';
import { dossierDecided } from '../../domain/webhook.ts';
import { realNow } from '../access/real-time.ts';
import { hashToken } from '../access/tokens.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed } from './act.ts';
import { type DossierFile, readFile, toldOf } from './dossier-file.ts';

/** Tries to seal the next place of the chain; another opinion may take it meanwhile. */
const TRIES = 5;

/** The president's word: the opinion holds, the dossier moves on, the minutes are sealed, the bodies are asked. One write. */
export async function confirmOwn({ deps, person, input }: Asked<{ id: string }>): Promise<{ minutes: number }> {
  for (let left = TRIES; ; left -= 1) {
    const file = await readFile(deps, input.id);
    mustBeAllowed(person, 'opinion.confirm');
    if (file.opinion === null) throw conflict('no opinion is recorded');
    const { writes, number } = await confirmation(deps, file, person);
    try {
      await writeTogether(deps.db, writes);
      return { minutes: number };
    } catch (error) {
      if (!(error instanceof LostRace) || left <= 1) throw error;
    }
  }
}

async function confirmation(deps: Deps, file: DossierFile, person: Person) {
  const { db, clock, profile } = deps;
  const at = clock.now();
  const recorded = file.opinion;
  if (recorded === null) throw conflict('no opinion is recorded');
  const opinion = confirmOpinion(recorded, person.id, at);
  const { dossier, event } = applyTransition(file.dossier, person, { name: `confirm-${opinion.kind}`, at });
  const role = opinion.role ?? file.row.role;
  const link = sealMinutes(factsOf(file, opinion), await lastLink(db));
  const places = file.places.flatMap((place) =>
    place.bodyId === null ? [] : [{ bodyId: place.bodyId, role: place.role }],
  );
  const needed = role === null || !isPositive(opinion) ? [] : bodiesNeeded(role, profile.municipality, places);
  const roleOf = (body: string) => places.find(({ bodyId }) => bodyId === body)?.role ?? role ?? 'partner';
  const { owner } = dossier;
  return {
    number: link.number,
    writes: [
      updateOpinion(db, recorded, { confirmedBy: person.id, confirmedAt: at }),
      updateDossier(db, file.row.id, file.row.version, { state: dossier.state, role, updatedAt: at }),
      insertEvent(db, file.row.id, dossier.version, event),
      insertMinutes(db, { ...link, dossierId: file.row.id, opinionId: opinion.id, sealedBy: person.id, sealedAt: at }),
      ...awaitAdhesions(
        db,
        needed.map((body) => awaiting(file.row.id, body, roleOf(body))),
      ),
      endConfirmations(db, opinion.id, realNow()),
      ...recordEvents(db, [dossierDecided(toldOf(file), opinion, at)]),
      ...(file.sitting !== null && needsRatification(file.sitting) ? [awaitRatification(db, file.sitting.id, at)] : []),
      ...told(
        db,
        at,
        owner === null
          ? []
          : [
              {
                personId: owner,
                dossierId: file.row.id,
                kind: 'confirmed',
                detail: { title: file.row.title },
                dedupeKey: `confirmed:${opinion.id}`,
              },
            ],
      ),
      logged(db, {
        at,
        personId: person.id,
        action: 'opinion.confirm',
        subjectKind: 'dossier',
        subjectId: file.row.id,
        detail: { kind: opinion.kind, minutes: link.number },
      }),
    ],
  };
}

function factsOf(file: DossierFile, opinion: Opinion) {
  return {
    dossierId: file.row.id,
    route: file.row.route ?? ('ordinary' as const),
    call: snapshotOf(file),
    opinion,
    weights: file.weights,
    collegial: file.result,
    quorum: file.row.route === 'short' ? null : quorumOf(file.reviews),
    reviews: file.reviews,
    dissents: file.collegial?.dissents ?? [],
    sitting: file.sitting,
    votes: file.votes.filter(({ sittingId }) => sittingId === file.sitting?.id),
    tally: file.tally,
    voices: file.voices,
    keptBy: opinion.recordedBy,
  };
}

/** What the call said when the board spoke. */
function snapshotOf({ row, topic, round }: DossierFile): CallSnapshot {
  return {
    identifier: topic?.identifier ?? row.id,
    reference: topic?.reference ?? null,
    title: topic?.title ?? row.title,
    programme: topic?.programme ?? row.programme,
    url: topic?.url ?? null,
    typesOfAction: topic?.typesOfAction ?? [],
    opensOn: round?.opensOn ?? null,
    deadlines: round?.deadlines.map(({ at }) => at) ?? (row.deadlineAt === null ? [] : [row.deadlineAt]),
    budgetEur: round?.budgetEur ?? null,
    expectedGrants: round?.expectedGrants ?? null,
    readAt: topic?.lastSeenAt ?? row.updatedAt,
    source: topic?.source ?? row.origin.kind,
  };
}

const isPositive = ({ kind }: Opinion): boolean => kind === 'favourable' || kind === 'with-conditions';

export interface Confirmation {
  id: string;
  title: string;
  opinion: Opinion;
  tally: DossierFile['tally'];
  president: Person & { name: string | null };
}

/** What a link asks to confirm, and in whose name; an ended, used or made-up link asks nothing. */
export async function openConfirmation(deps: Deps, token: string): Promise<Confirmation> {
  const found = await findConfirmation(deps.db, hashToken(token), realNow());
  const opinion = found === null ? null : await findOpinion(deps.db, found.opinionId);
  const president = found === null ? undefined : (await readStaff(deps.db)).get(found.personId);
  if (opinion === null || president?.active !== true)
    throw new Failure('gone', 'This link has been used or has ended.', { what: 'Confirmation' });
  const file = await readFile(deps, opinion.dossierId);
  if (file.opinion?.id !== opinion.id)
    throw new Failure('gone', 'This opinion was replaced.', { what: 'Confirmation' });
  const { row, tally } = file;
  return { id: row.id, title: row.title, opinion: file.opinion, tally, president };
}

/** The link stands for the president's hand: it confirms this one opinion and opens nothing else. */
export async function confirmByLink({ deps, input }: { deps: Deps; input: { token: string } }) {
  const { id, president } = await openConfirmation(deps, input.token);
  return await confirmOwn({ deps, person: president, input: { id } });
}
