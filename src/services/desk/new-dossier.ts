import { insertDossier, insertEvent, readRounds } from '../../../db/repositories/desk/dossiers.ts';
import type { Write } from '../../../db/repositories/desk/write-together.ts';
import { readTopics, type StoredTopic } from '../../../db/repositories/topics-read.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import type { Dossier, DossierFacts } from '../../domain/desk/dossier/dossier.ts';
import { type DossierOrigin, roundKey } from '../../domain/desk/dossier/dossier-origin.ts';
import { applyTransition, START } from '../../domain/desk/dossier/dossier-state.ts';
import type { DossierId, Person, PersonId } from '../../domain/desk/people/person.ts';
import { weightsOn } from '../../domain/desk/review/weights.ts';
import { notFound } from '../../domain/errors.ts';
import type { CityRole } from '../../domain/partner.ts';
import type { Pillar } from '../../domain/pillar.ts';
import type { Instant, TopicKey } from '../../domain/topic.ts';
import { nextNewcomerDeadline } from '../../scoring/lead-time.ts';
import { topicFamily } from '../../sources/cordis/topic-names.ts';
import type { Deps } from '../deps.ts';
import { newId } from './act.ts';

/** The call that a dossier is opened on. */
export interface CallToOpen {
  topicKey: TopicKey | null;
  roundSeq: number | null;
  title: string;
  programme: string | null;
  deadlineAt: Instant | null;
  family: string | null;
  relevance: number | null;
  primaryPillar: Pillar | null;
}

export interface Opening {
  origin: DossierOrigin;
  call: CallToOpen;
  groups: readonly Pillar[];
  owner: PersonId | null;
  role?: CityRole | null;
  shareEur?: number | null;
  /** Steps taken at once, in order. */
  steps?: readonly ('take-in' | 'assign')[];
}

/** What the catalogue says of a topic's round: the one that a newcomer can still apply in, else the last. */
export async function callOfTopic(deps: Deps, key: TopicKey): Promise<CallToOpen> {
  const [stored] = await readTopics(deps.db, [key]);
  if (stored === undefined) throw notFound('Topic', key);
  const numbered = await readRounds(deps.db, key);
  const next = nextNewcomerDeadline(numbered, deps.clock.now())?.deadline ?? null;
  const round = numbered.find(({ deadlines }) => next !== null && deadlines.includes(next)) ?? numbered.at(-1);
  return {
    topicKey: key,
    roundSeq: round?.seq ?? 0,
    title: stored.topic.title,
    programme: stored.topic.programme,
    deadlineAt: next?.at ?? round?.deadlines.at(-1)?.at ?? null,
    family: familyOf(stored),
    relevance: stored.score?.cityRelevance ?? null,
    primaryPillar: stored.score?.primaryPillar ?? null,
  };
}

const familyOf = ({ topic }: StoredTopic): string | null => topicFamily(topic.identifier) || null;

/** The writes that open a dossier, its first steps taken; the round's key keeps a second one out. */
export function openingWrites(
  deps: Deps,
  person: Person,
  weightSets: Parameters<typeof weightsOn>[0],
  opening: Opening,
): { id: DossierId; writes: Write[] } {
  const at = deps.clock.now();
  const id = newId();
  const { call, origin, groups, owner, role = null, shareEur = null, steps = [] } = opening;
  let dossier = blank(id, groups, owner);
  const writes: Write[] = [];
  for (const name of steps) {
    const step = applyTransition(dossier, person, { name, at });
    dossier = step.dossier;
    writes.push(insertEvent(deps.db, id, dossier.version, step.event));
  }
  const openedOn = brusselsDay(at);
  const key = call.topicKey === null ? roundKey(origin) : `${call.topicKey}#${call.roundSeq ?? 0}`;
  const row = {
    id,
    roundKey: key,
    topicKey: call.topicKey,
    roundSeq: call.roundSeq,
    family: call.family,
    origin,
    title: call.title,
    programme: call.programme,
    deadlineAt: call.deadlineAt,
    state: dossier.state,
    role,
    shareEur,
    ownerId: owner,
    weightSetId: weightsOn(weightSets, openedOn).id,
    openedOn,
    openedBy: person.id,
    updatedAt: at,
    version: dossier.version,
  };
  return { id, writes: [...insertDossier(deps.db, row, groups), ...writes] };
}

const NO_FACTS: DossierFacts = {
  role: null,
  decidedRole: null,
  shareEur: null,
  interestCollected: false,
  quorum: 'not-met',
  sittingOpen: false,
  missingCriteria: 0,
  voicesAgree: false,
  opinion: null,
  adhesionsMissing: 0,
  submissionReference: null,
  twoStage: false,
  outcome: null,
  grantAgreement: null,
};

const blank = (id: DossierId, groups: readonly Pillar[], owner: PersonId | null): Dossier => ({
  ...START,
  id,
  version: 1,
  groups,
  owner,
  bodies: [],
  seated: [],
  directorate: null,
  readers: [],
  facts: NO_FACTS,
});
