import { type AskedMemory, readRelated } from '../../../db/repositories/desk/memory.ts';
import { decisionOf, type FamilyMemory, NO_MEMORY } from '../../domain/desk/dossier/memory.ts';
import { isReasonCode } from '../../domain/desk/dossier/reason-code.ts';
import type { DossierId, Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { topicFamily } from '../../sources/cordis/topic-names.ts';
import type { Deps } from '../deps.ts';
import { remembered } from '../remembered.ts';

const MOST_DISCARDS = 6;

/** The memory of a topic's family, and which of its dossiers one may open. */
export interface Recalled extends FamilyMemory {
  readable: ReadonlySet<DossierId>;
}

const NOTHING: Recalled = { ...NO_MEMORY, readable: new Set() };

/** What the association decided before in a topic's family, and why: for those who may know (`memory.read`). */
export async function recall(deps: Deps, person: Person | null, asked: AskedMemory): Promise<Recalled> {
  const { topicKey, family } = asked;
  if ((topicKey === null && family === null) || !can(person, 'memory.read')) return NOTHING;
  const known = await remembered(deps, JSON.stringify(['memory', asked]), () => readRelated(deps.db, asked));
  const dossiers = known.dossiers.map(({ id, title, state, role, openedOn, lastReason, lastAt }) => {
    const opinion = known.opinions.find(({ dossierId }) => dossierId === id);
    return {
      id,
      title,
      state,
      role,
      decision: decisionOf({
        state,
        openedOn,
        last: lastAt === null ? null : { reason: lastReason, at: lastAt },
        opinion: opinion?.confirmedAt == null ? null : { ...opinion, confirmedAt: opinion.confirmedAt },
      }),
      outcome: known.outcomes.findLast(({ dossierId }) => dossierId === id) ?? null,
    };
  });
  const groupsOf = (id: DossierId) =>
    known.groups.flatMap(({ dossierId, pillar }) => (dossierId === id ? [pillar] : []));
  return {
    dossiers,
    discards: known.discards
      .filter((one) => one.topicKey === topicKey || topicFamily(one.identifier) === family)
      .slice(0, MOST_DISCARDS)
      .map(({ topicKey: key, title, reasonCode, note, at }) => ({
        topicKey: key,
        title,
        reason: reasonCode !== null && isReasonCode(reasonCode) ? { code: reasonCode, note } : null,
        at,
      })),
    projects: known.projects,
    readable: new Set(
      known.dossiers.flatMap(({ id, directorate }) =>
        can(person, 'dossier.read', { groups: groupsOf(id), directorate }) ? [id] : [],
      ),
    ),
  };
}
