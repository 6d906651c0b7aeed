import { listDossiers } from '../../../db/repositories/desk/dossiers.ts';
import { readConfirmedOpinions } from '../../../db/repositories/desk/interests.ts';
import type { ApiKey } from '../../domain/api-scope.ts';
import type { DossierState, OpinionState } from '../../domain/desk/dossier/state.ts';
import { can } from '../../domain/desk/people/roles.ts';
import type { Instant } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { subjectOfRow } from '../desk/list-dossiers.ts';
import type { Paging } from '../paging.ts';
import { stretchOf, toWalkPage, type WalkPage } from '../walk.ts';
import { partnerPerson } from './partner-person.ts';

/**
 * A dossier as a partner with a part in it may see it: where it stands and, once the president has confirmed it, the
 * opinion. No score, no reader, no count of sheets, nobody else's interest, and no time at which the desk worked on it.
 */
export interface EvaluationCard {
  dossier: string;
  topic: string | null;
  title: string;
  state: DossierState;
  deadlineAt: Instant | null;
  openedOn: string;
  opinion: OpinionState | null;
  decidedAt: Instant | null;
}

/** The newest first; walked with `after`, by dossier. */
export async function ownEvaluations({
  deps,
  key,
  input,
}: {
  deps: Deps;
  key: ApiKey;
  input: Paging & { after?: string };
}): Promise<WalkPage<EvaluationCard, string>> {
  const person = partnerPerson(key);
  const own = (await listDossiers(deps.db, { ended: true }))
    .filter((row) => row.bodies.includes(key.partnerId) && can(person, 'dossier.read', subjectOfRow(row)))
    .sort((a, b) => (a.openedOn === b.openedOn ? (a.id < b.id ? -1 : 1) : a.openedOn < b.openedOn ? 1 : -1));
  const stretch = stretchOf(own, input, ({ id }) => id);
  const opinions = await readConfirmedOpinions(
    deps.db,
    stretch.some.map(({ id }) => id),
  );
  const items = stretch.some.map(({ id, topicKey, title, state, deadlineAt, openedOn }) => {
    const opinion = opinions.get(id);
    return {
      dossier: id,
      topic: topicKey,
      title,
      state,
      deadlineAt,
      openedOn,
      opinion: opinion?.kind ?? null,
      decidedAt: opinion?.confirmedAt ?? null,
    };
  });
  return toWalkPage(items, stretch, input);
}
