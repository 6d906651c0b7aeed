import { type ListedDossier, listDossiers } from '../../../db/repositories/desk/dossiers.ts';
import { isLive } from '../../domain/desk/dossier/state.ts';
import { isGathering } from '../../domain/desk/interest/interest.ts';
import type { BodyId, Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import type { Day } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { remembered } from '../remembered.ts';

const allDossiers = (deps: Deps, ended: boolean): Promise<ListedDossier[]> =>
  remembered(deps, `dossiers, ended ${ended}`, () => listDossiers(deps.db, { ended }));

/** The dossiers that a person may read; ended ones where asked for. */
export async function readableDossiers(deps: Deps, person: Person, ended = false): Promise<ListedDossier[]> {
  const all = await allDossiers(deps, ended);
  return all.filter((row) => can(person, 'dossier.read', subjectOfRow(row)));
}

/** The bodies that a person speaks for as their partner. */
const spokenFor = ({ grants }: Person): BodyId[] =>
  grants.flatMap((grant) => (grant.role === 'partner' ? [grant.body] : []));

/** Where interest is gathered and one's own body has said nothing yet; the dossier itself is not its to read before. */
export function awaitsInterest(person: Person, rows: readonly ListedDossier[], today: Day): ListedDossier[] {
  const own = spokenFor(person);
  if (own.length === 0) return [];
  return rows.filter(
    ({ state, bodies, interestClosesOn: closesOn, interestClosedAt }) =>
      isGathering(state, { closesOn, closed: interestClosedAt !== null }, today) &&
      !own.some((body) => bodies.includes(body)),
  );
}

export const interestAwaited = async (deps: Deps, person: Person, today: Day): Promise<ListedDossier[]> =>
  awaitsInterest(person, await allDossiers(deps, false), today);

/** Without the readers: nothing in a list depends on who was appointed. */
export const subjectOfRow = ({ groups, bodies, directorate }: ListedDossier) => ({ groups, bodies, directorate });

export const liveDossiers = async (deps: Deps, person: Person): Promise<ListedDossier[]> =>
  (await readableDossiers(deps, person)).filter(({ state }) => isLive(state));

export type { ListedDossier };
