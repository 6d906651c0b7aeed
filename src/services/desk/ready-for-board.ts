import { listSittings } from '../../../db/repositories/desk/board.ts';
import { isReadyForBoard } from '../../domain/desk/board/sitting.ts';
import { holds, type Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import type { Deps } from '../deps.ts';
import { type ListedDossier, readableDossiers } from './list-dossiers.ts';

/** What a sitting can be convened on: those that wait for the board first. */
export async function forTheAgenda(deps: Deps, person: Person): Promise<ListedDossier[]> {
  const dossiers = await readableDossiers(deps, person);
  return dossiers.toSorted((a, b) => Number(isReadyForBoard(b.state)) - Number(isReadyForBoard(a.state)));
}

/** For who convenes the board, and for the secretariat that reminds them: dossiers that are on the agenda of no sitting ahead. */
export async function unconvened(deps: Deps, person: Person, dossiers: readonly ListedDossier[]) {
  const mayConvene = can(person, 'sitting.convene');
  const ready = dossiers.filter(({ state }) => isReadyForBoard(state));
  if (ready.length === 0 || !(mayConvene || holds(person, 'secretariat'))) return { ids: [], mayConvene };
  const ahead = (await listSittings(deps.db)).filter(({ closedAt }) => closedAt === null);
  const onAgenda = new Set(ahead.flatMap(({ agenda }) => agenda.map(({ dossierId }) => dossierId)));
  return { ids: ready.map(({ id }) => id).filter((id) => !onAgenda.has(id)), mayConvene };
}
