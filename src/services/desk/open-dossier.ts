import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { findDossierOfTopic } from '../../../db/repositories/desk/dossiers.ts';
import { type RequestRow, readRequests, updateRequest } from '../../../db/repositories/desk/requests.ts';
import { readStaff } from '../../../db/repositories/desk/staff.ts';
import { readWeightSets } from '../../../db/repositories/desk/weights.ts';
import { expectedCall } from '../../domain/desk/dossier/dossier-origin.ts';
import type { DossierId, Person } from '../../domain/desk/people/person.ts';
import { conflict, invalid } from '../../domain/errors.ts';
import { PILLARS } from '../../domain/pillar.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { addHandCall, handCallSchema } from './add-hand-call.ts';
import { type CallToOpen, callOfTopic, type Opening, openingWrites } from './new-dossier.ts';

export const assignmentSchema = z.object({
  groups: z.array(z.enum(PILLARS)).default([]),
  owner: z
    .union([z.literal('').transform(() => null), z.string()])
    .nullable()
    .default(null),
});

export const openTopicSchema = assignmentSchema.extend({ topicKey: z.string().min(1).max(200) });
export const openHandSchema = assignmentSchema.extend(handCallSchema.shape);
export const openExpectedSchema = assignmentSchema.extend({
  title: z.string().trim().min(1).max(300),
  programme: z.string().trim().min(1).max(80),
  source: z.string().trim().max(300).default(''),
  expectedText: z.string().trim().min(1).max(80),
});

/** (a) From the ranked list. */
export async function openFromList({ deps, person, input }: Asked<z.output<typeof openTopicSchema>>) {
  mustBeAllowed(person, 'dossier.open');
  const call = await callOfTopic(deps, input.topicKey);
  const { relevance } = call;
  const origin = { kind: 'ranked' as const, topicKey: input.topicKey, roundSeq: call.roundSeq ?? 0, relevance };
  return await open(deps, person, withGroups(call, input, { origin, call }));
}

/** (c) A call added by hand is a topic of source `hand`, scored and followed like any other. */
export async function openByHand({ deps, person, input }: Asked<z.output<typeof openHandSchema>>) {
  mustBeAllowed(person, 'call.add');
  const { key, origin } = await addHandCall({ deps, person, input });
  const call = await callOfTopic(deps, key);
  return await open(deps, person, withGroups(call, input, { origin, call }));
}

/** (d) An expected call: nothing to score yet, a stretch of the calendar to wait for. */
export async function openExpected({ deps, person, input }: Asked<z.output<typeof openExpectedSchema>>) {
  mustBeAllowed(person, 'call.add');
  const { groups, owner, ...typed } = input;
  const call: CallToOpen = {
    topicKey: null,
    roundSeq: null,
    title: typed.title,
    programme: typed.programme,
    deadlineAt: null,
    family: null,
    relevance: null,
    primaryPillar: null,
  };
  return await open(deps, person, withGroups(call, { groups, owner }, { origin: expectedCall(typed), call }));
}

/** (b) From a request; where the round has its dossier already, the request joins it. */
export async function openFromRequest({ deps, person, input: request }: Asked<RequestRow>): Promise<DossierId> {
  mustBeAllowed(person, 'dossier.open');
  if (request.dossierId !== null) return request.dossierId;
  const known = request.topicKey === null ? null : await findDossierOfTopic(deps.db, request.topicKey);
  if (known !== null) {
    await write(deps, [updateRequest(deps.db, request, { dossierId: known.id })]);
    return known.id;
  }
  const call = request.topicKey === null ? untracked(request) : await callOfTopic(deps, request.topicKey);
  const round = call.topicKey === null ? null : { topicKey: call.topicKey, roundSeq: call.roundSeq ?? 0 };
  const origin = { kind: 'request' as const, requestId: request.id, round };
  const { role, shareEur } = request;
  const opening = withGroups(call, { groups: [], owner: person.id }, { origin, call, role, shareEur });
  const joining = await rivalsOf(deps, request);
  return await open(deps, person, opening, (id) =>
    joining.map((rival) => updateRequest(deps.db, rival, { dossierId: id })),
  );
}

/** The request itself and those on the same call that have no dossier yet: one file for all of them. */
async function rivalsOf({ db }: Deps, request: RequestRow): Promise<RequestRow[]> {
  const { id, topicKey } = request;
  if (topicKey === null) return [request];
  return (await readRequests(db)).filter(
    (other) => other.id === id || (other.topicKey === topicKey && other.dossierId === null),
  );
}

const untracked = (request: RequestRow): CallToOpen => ({
  topicKey: null,
  roundSeq: null,
  title: request.topicText,
  programme: null,
  deadlineAt: null,
  family: null,
  relevance: null,
  primaryPillar: null,
});

/** The machine's pillar stands in until somebody assigns groups; with an owner the dossier is assigned at once. */
function withGroups(
  { primaryPillar }: CallToOpen,
  given: z.output<typeof assignmentSchema>,
  opening: Omit<Opening, 'groups' | 'owner' | 'steps'>,
): Opening {
  const groups = given.groups.length > 0 || primaryPillar === null ? given.groups : [primaryPillar];
  const assigned = groups.length > 0 && given.owner !== null;
  return { ...opening, groups, owner: given.owner, steps: assigned ? ['take-in', 'assign'] : ['take-in'] };
}

async function open(
  deps: Deps,
  person: Person,
  opening: Opening,
  more: (id: DossierId) => Parameters<typeof write>[1] = () => [],
): Promise<DossierId> {
  await mustBeStaff(deps, opening.owner);
  const { id, writes } = openingWrites(deps, person, await readWeightSets(deps.db), opening);
  const entry = {
    at: deps.clock.now(),
    personId: person.id,
    action: 'dossier.open',
    subjectKind: 'dossier',
    subjectId: id,
    detail: { origin: opening.origin.kind, topicKey: opening.call.topicKey },
  };
  const { topicKey } = opening.call;
  await write(deps, [...writes, logged(deps.db, entry), ...more(id)], async () => {
    const other = topicKey === null ? null : await findDossierOfTopic(deps.db, topicKey);
    const last = other === null ? null : { step: 'open', by: other.openedBy, at: other.updatedAt };
    return conflict('this round has its dossier already', { dossierId: other?.id ?? null, last });
  });
  return id;
}

/** An owner is somebody who is here. */
export async function mustBeStaff({ db }: Pick<Deps, 'db'>, id: string | null, field = 'owner'): Promise<void> {
  if (id === null) return;
  if ((await readStaff(db)).get(id)?.active !== true)
    throw invalid('nobody here has that name', { field, say: 'choose' });
}
