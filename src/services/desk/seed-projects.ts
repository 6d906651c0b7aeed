import { insertProjects, readOutcomesOfProjects, readProjects } from '../../../db/repositories/desk/projects.ts';
import { topicFamily } from '../../sources/cordis/topic-names.ts';
import type { Deps } from '../deps.ts';
import { write } from './act.ts';

type Seeded = readonly [
  acronym: string,
  grant: string,
  topic: string,
  role: 'coordinator' | 'lighthouse' | 'pilot' | 'partner',
  euro: number | null,
  from: string,
  to: string,
  sites: readonly string[],
];

/**
 * The municipality's projects of DOMAIN §4.3 whose dates are known there, two of them by the year only; the others wait for
 * a person or for CORDIS.
 */
const MILAN: readonly Seeded[] = [
  [
    'Sharing Cities',
    '691895',
    'SCC-01-2015',
    'lighthouse',
    1_870_298,
    '2016-01-01',
    '2020-12-31',
    ['Porta Romana–Vettabbia'],
  ],
  ['CLEVER Cities', '776604', 'SCC-02-2016-2017', 'lighthouse', 1_056_354, '2018-06-01', '2023-05-31', []],
  ['Food Trails', '101000812', 'CE-FNR-07-2020', 'coordinator', 1_460_375, '2020-10-16', '2024-10-15', []],
  ['CENTRINNO', '869595', 'SC5-20-2019', 'coordinator', 829_425, '2020-09-01', '2024-02-29', []],
  ['REFLOW', '820937', 'CE-SC5-03-2018', 'pilot', 418_750, '2019-01-01', '2022-12-31', []],
];

/** Puts the city's known projects in, once; what people have edited since stays. */
export async function seedProjects({ deps }: { deps: Deps }): Promise<number> {
  const { db, profile } = deps;
  if (profile.id !== 'milano' || (await readProjects(db)).length > 0) return 0;
  const rows = MILAN.map(([acronym, grantAgreement, topicKey, role, contributionEur, startsOn, endsOn, sites]) => ({
    id: grantAgreement,
    acronym,
    grantAgreement,
    topicKey,
    family: topicFamily(topicKey) || null,
    bodies: [{ bodyId: profile.municipality, role, contributionEur }],
    startsOn,
    endsOn,
    sites: [...sites],
    activities: [],
    source: 'CORDIS',
  }));
  await write(deps, insertProjects(db, rows));
  return rows.length;
}

/** Every project, with what its dossier had been told by the Commission. */
export async function listProjects({ deps }: { deps: Deps }) {
  const [projects, outcomes] = await Promise.all([readProjects(deps.db), readOutcomesOfProjects(deps.db)]);
  return projects.map((project) => ({
    ...project,
    outcome: outcomes.findLast(({ dossierId }) => dossierId === project.dossierId) ?? null,
  }));
}
