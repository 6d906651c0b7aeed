import { z } from 'zod';
import { findSitting, insertVote, listSittings, updateSitting } from '../../../db/repositories/desk/board.ts';
import { readPendingRatifications } from '../../../db/repositories/desk/ratifications.ts';
import { castVote, keepVoters, tally, VOICES } from '../../domain/desk/board/ballot.ts';
import { checkProxies, type Sitting, sittingQuorum } from '../../domain/desk/board/sitting.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { conflict, Failure, invalid } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';

export const sittingList = ({ deps }: { deps: Deps }) => listSittings(deps.db);

/** Sittings ahead that a person sits in or writes down. */
export async function ownSittings(deps: Deps, person: Person) {
  const records = can(person, 'opinion.record');
  if (!records && !can(person, 'sitting.vote')) return [];
  const isOwn = ({ members }: Sitting) => records || members.some(({ personId }) => personId === person.id);
  return (await listSittings(deps.db)).filter((sitting) => sitting.closedAt === null && isOwn(sitting));
}

/** What was decided without meeting and still waits for one. */
export const awaitingRatification = ({ deps }: { deps: Deps }) => readPendingRatifications(deps.db);

/** A sitting with its count, item by item. */
export async function readSitting(deps: Deps, id: string) {
  const found = await findSitting(deps.db, id);
  if (found === null) throw new Failure('not-found', `Sitting «${id}» does not exist.`, { what: 'Sitting', id });
  const { sitting, votes } = found;
  return {
    sitting,
    votes,
    quorum: sittingQuorum(sitting),
    counts: sitting.agenda.map(({ id: item }) => ({ item, tally: tally(sitting, votes, item) })),
  };
}

export const attendanceSchema = z.object({
  version: z.coerce.number().int().positive(),
  present: z.array(z.string()).default([]),
  /** `from>to`; an empty choice is none. */
  proxies: z.array(z.string().regex(/^([^>]+>[^>]+)?$/)).default([]),
});

/** Who is in the room and who speaks for whom; the secretary writes it down. */
export async function recordAttendance({
  deps,
  person,
  input,
}: Asked<z.output<typeof attendanceSchema> & { id: string }>) {
  mustBeAllowed(person, 'opinion.record');
  const { sitting, votes } = await readSitting(deps, input.id);
  if (sitting.closedAt !== null) throw conflict('the sitting is closed');
  const proxies = input.proxies.filter(Boolean).map((pair) => {
    const [from = '', to = ''] = pair.split('>');
    return { from, to };
  });
  const members = new Set(sitting.members.map(({ personId }) => personId));
  const present = input.present.filter((one) => members.has(one));
  keepVoters(checkProxies({ ...sitting, present, proxies }), votes);
  await write(deps, [updateSitting(deps.db, { id: sitting.id, version: input.version }, { present, proxies })]);
}

export const voteSchema = z.object({ item: z.string().min(1), member: z.string().min(1), voice: z.enum(VOICES) });

/** A vote: by the member, by the holder of the proxy, or written down by the secretary as spoken in the room. */
export async function vote({
  deps,
  person,
  input,
}: Asked<z.output<typeof voteSchema> & { id: string }>): Promise<void> {
  const { sitting, votes } = await readSitting(deps, input.id);
  if (sitting.closedAt !== null) throw conflict('the sitting is closed');
  const member = sitting.members.find(({ personId }) => personId === input.member);
  if (member === undefined) throw invalid('no such member', { field: 'member', say: 'choose' });
  const recorded = can(person, 'opinion.record');
  if (!recorded) mustBeAllowed(person, 'sitting.vote');
  const castBy = recorded ? holderOf(sitting, input.member) : person.id;
  const cast = { agendaItemId: input.item, member: input.member, voice: input.voice, castBy };
  castVote(sitting, votes, cast);
  await write(deps, [insertVote(deps.db, { ...cast, sittingId: sitting.id, at: deps.clock.now() })], async () =>
    conflict('that vote is cast already', { field: 'member' }),
  );
}

const holderOf = (sitting: Pick<Sitting, 'proxies'>, member: string): string =>
  sitting.proxies.find(({ from }) => from === member)?.to ?? member;
