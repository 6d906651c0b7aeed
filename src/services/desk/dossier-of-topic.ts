import { findDossiersOfTopic } from '../../../db/repositories/desk/dossiers.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import type { DossierState } from '../../domain/desk/dossier/state.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import type { TopicKey } from '../../domain/topic.ts';
import { topicFamily } from '../../sources/cordis/topic-names.ts';
import type { Deps } from '../deps.ts';
import { awaitsInterest } from './list-dossiers.ts';
import { type MutedCall, muteOfCall } from './muted-calls.ts';
import { type Recalled, recall } from './recall.ts';

/** What the desk has on a call, for its page: the dossier, where one may read it, or whether one may open it. */
export interface DeskOnTopic {
  dossier: { id: string; state: DossierState } | null;
  mayOpen: boolean;
  /** The dossier that gathers interest and has not heard from one's body. */
  interestIn: string | null;
  /** Null for those who may not know what was decided before. */
  memory: Recalled | null;
  /** Null where the call is not muted, or for those who do not see triage. */
  muted: MutedCall | null;
}

export async function deskOnTopic(
  deps: Deps,
  person: Person | null,
  { key, identifier }: { key: TopicKey; identifier: string },
): Promise<DeskOnTopic> {
  if (person === null) return { dossier: null, mayOpen: false, interestIn: null, memory: null, muted: null };
  const known = await findDossiersOfTopic(deps.db, key);
  const readable = known.find(({ groups, bodies, directorate }) =>
    can(person, 'dossier.read', { groups, bodies, directorate }),
  );
  return {
    dossier: readable === undefined ? null : { id: readable.id, state: readable.state },
    interestIn: awaitsInterest(person, known, brusselsDay(deps.clock.now()))[0]?.id ?? null,
    mayOpen: known.length === 0 && can(person, 'dossier.open'),
    memory: can(person, 'memory.read')
      ? await recall(deps, person, {
          topicKey: key,
          family: topicFamily(identifier) || null,
          dossierId: readable?.id,
        })
      : null,
    muted: await muteOfCall(deps, person, key),
  };
}
