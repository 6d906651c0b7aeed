import { z } from 'zod';
import { logged, readNotices, told } from '../../../db/repositories/desk/audit.ts';
import { readStaff } from '../../../db/repositories/desk/staff.ts';
import type { Write } from '../../../db/repositories/desk/write-together.ts';
import type { Person, PersonId } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import type { TopicKey } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { callOfTopic } from './new-dossier.ts';
import { groupsOf } from './triage.ts';

export const proposalSchema = z.object({
  keys: z.array(z.string().min(1).max(200)).min(1).max(12),
  decision: z.enum(['keep', 'discard']),
  note: z.string().trim().max(1000).default(''),
});

const KIND = 'triage-proposal';
const detailSchema = z.object({
  key: z.string(),
  decision: z.enum(['keep', 'discard']),
  note: z.string(),
  by: z.string(),
});
export type TriageProposal = z.output<typeof detailSchema>;

/** A group member's word at triage (DOMAIN §5.3): it decides nothing, and is told to whom it is for to decide. */
export async function proposeTriage({ deps, person, input }: Asked<z.output<typeof proposalSchema>>): Promise<void> {
  const staff = [...(await readStaff(deps.db)).values()].filter(({ active, id }) => active && id !== person.id);
  const writes: Write[] = [];
  for (const key of input.keys) writes.push(...(await proposal(deps, person, staff, { ...input, key })));
  await write(deps, writes);
}

async function proposal(
  deps: Deps,
  person: Person,
  staff: readonly Person[],
  { key, decision, note }: { key: TopicKey; decision: TriageProposal['decision']; note: string },
): Promise<Write[]> {
  const call = await callOfTopic(deps, key);
  const groups = await groupsOf(deps, call, []);
  mustBeAllowed(person, 'triage.propose', { groups });
  const at = deps.clock.now();
  const detail = { title: call.title, key, decision, note, by: person.id };
  const tellings = staff
    .filter((one) => can(one, 'triage.decide', { groups }))
    .map(({ id }) => ({
      personId: id,
      dossierId: null,
      kind: KIND,
      detail,
      dedupeKey: `${KIND}:${key}:${person.id}:${decision}`,
    }));
  const entry = { at, personId: person.id, action: 'triage.propose', subjectKind: 'topic', subjectId: key };
  return [...told(deps.db, at, tellings), logged(deps.db, { ...entry, detail: { decision } })];
}

/** What was proposed to a person and not put away yet, by call. */
export async function proposalsTo({ db }: Pick<Deps, 'db'>, person: PersonId): Promise<TriageProposal[]> {
  const notices = await readNotices(db, person);
  return notices.flatMap(({ kind, detail }) => (kind === KIND ? [detailSchema.parse(detail)] : []));
}
