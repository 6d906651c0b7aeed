import { insertProjects, readProjects } from '../../../db/repositories/desk/projects.ts';
import { topicFamily } from '../../sources/cordis/topic-names.ts';
import type { Deps } from '../deps.ts';
import { write } from './act.ts';
import { MILAN_PROJECTS } from './milan-projects.ts';

/** Puts in the city's known projects that the store has not got yet; what people have edited since stays. */
export async function seedProjects({ deps }: { deps: Deps }): Promise<number> {
  const { db, profile } = deps;
  if (profile.id !== 'milano') return 0;
  const known = new Set((await readProjects(db)).flatMap(({ id, grantAgreement }) => [id, grantAgreement]));
  const rows = MILAN_PROJECTS.filter(({ grant }) => !known.has(grant)).map(
    ({ acronym, grant, topic, bodies, from, to, sites = [], source }) => ({
      id: grant,
      acronym,
      grantAgreement: grant,
      topicKey: topic,
      family: topic === null ? null : topicFamily(topic) || null,
      bodies: bodies.map(([bodyId, role, contributionEur]) => ({ bodyId, role, contributionEur })),
      startsOn: from,
      endsOn: to,
      sites: [...sites],
      activities: [],
      source,
    }),
  );
  await write(deps, insertProjects(db, rows));
  return rows.length;
}
