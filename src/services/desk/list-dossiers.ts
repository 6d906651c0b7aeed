import { type ListedDossier, listDossiers } from '../../../db/repositories/desk/dossiers.ts';
import { isLive } from '../../domain/desk/dossier/state.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import type { Deps } from '../deps.ts';
import { remembered } from '../remembered.ts';

/** The dossiers that a person may read; ended ones where asked for. */
export async function readableDossiers(deps: Deps, person: Person, ended = false): Promise<ListedDossier[]> {
  const all = await remembered(deps, `dossiers, ended ${ended}`, () => listDossiers(deps.db, { ended }));
  return all.filter((row) => can(person, 'dossier.read', subjectOfRow(row)));
}

/** Without the readers: nothing in a list depends on who was appointed. */
export const subjectOfRow = ({ groups, bodies, directorate }: ListedDossier) => ({ groups, bodies, directorate });

export const liveDossiers = async (deps: Deps, person: Person): Promise<ListedDossier[]> =>
  (await readableDossiers(deps, person)).filter(({ state }) => isLive(state));

export type { ListedDossier };
