import { readOutcomesOfProjects, readProjects } from '../../../db/repositories/desk/projects.ts';
import type { Deps } from '../deps.ts';

/** *Progetti*, the one that ends last leading, with what its dossier had been told by the Commission. */
export async function listProjects({ deps }: { deps: Deps }) {
  const [projects, outcomes] = await Promise.all([readProjects(deps.db), readOutcomesOfProjects(deps.db)]);
  return projects.map((project) => ({
    ...project,
    outcome: outcomes.findLast(({ dossierId }) => dossierId === project.dossierId) ?? null,
  }));
}
