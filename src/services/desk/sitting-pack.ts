import type { Person } from '../../domain/desk/people/person.ts';
import { Failure } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed } from './act.ts';
import { type DossierView, dossierView } from './dossier-view.ts';
import { readNames } from './read-minutes.ts';
import { readSitting } from './sittings.ts';

export type SittingPack = Awaited<ReturnType<typeof sittingPack>>;

/** What is needed at the table of one sitting; each dossier as far as this reader may see it, null where not at all. */
export async function sittingPack({ deps, person, input: { id } }: Asked<{ id: string }>) {
  mustBeAllowed(person, 'sitting.read');
  const { sitting } = await readSitting(deps, id);
  const sheets = [];
  for (const item of sitting.agenda)
    if (item.dossierId !== null) sheets.push({ item, view: await viewOrNull(deps, person, item.dossierId) });
  return {
    sitting,
    sheets,
    names: await readNames(deps),
    bodies: new Map(deps.profile.partners.map(({ id: body, name }) => [body, name])),
  };
}

async function viewOrNull(deps: Deps, person: Person, id: string): Promise<DossierView | null> {
  try {
    return await dossierView({ deps, person, input: { id } });
  } catch (error) {
    if (error instanceof Failure && error.kind === 'forbidden') return null;
    throw error;
  }
}
