/**
 * Projects in which partners are known to take part, with who says so; for the years that the gold does not cover.
 * A start that no source states stays `null`: such a project never counts before a cut-off day.
 */
export interface PortfolioProject {
  pic: string;
  topic: string;
  project: string;
  acronym: string;
  role: 'coordinator' | 'participant' | 'third-party';
  startOn: string | null;
  source: string;
}

/** The municipality of Milan, as CORDIS knows it. */
export const MILANO = '998702204';

const milano = (
  topic: string,
  project: string,
  acronym: string,
  role: PortfolioProject['role'],
  startOn: string | null,
): PortfolioProject => ({ pic: MILANO, topic, project, acronym, role, startOn, source: 'CORDIS' });

export const PORTFOLIO: readonly PortfolioProject[] = [
  milano('SCC-01-2015', '691895', 'Sharing Cities', 'participant', '2016-01-01'),
  milano('SCC-02-2016-2017', '776604', 'CLEVER Cities', 'participant', '2018-06-01'),
  milano('CE-FNR-07-2020', '101000812', 'Food Trails', 'coordinator', '2020-10-16'),
  milano('SC5-20-2019', '869595', 'CENTRINNO', 'coordinator', '2020-09-01'),
  milano('CE-SC5-03-2018', '820937', 'REFLOW', 'participant', null),
  milano('ICT-10-2015', '688670', 'OpenCare', 'participant', null),
  milano('DT-GOVERNANCE-22-2020', '101004603', 'UserCentriCities', 'participant', null),
  milano('LC-SC3-B4E-10-2020', '957128', 'SATO', 'participant', null),
  milano('LC-SC3-EC-1-2018-2019-2020', '890345', 'NRG2peers', 'participant', null),
  milano('SFS-18-2017', '774088', 'FIT4FOOD2030', 'participant', null),
  milano('SU-INFRA01-2018-2019-2020', '883532', 'SAFETY4RAILS', 'participant', null),
  milano('MSCA-ITN-2014-ETN', '642892', 'NACCA', 'participant', null),
  milano('IoT-01-2016', '732240', 'SynchroniCity', 'participant', null),
  {
    pic: '929454292',
    topic: 'SCC-03-2016',
    project: '730468',
    acronym: 'Nature4Cities',
    role: 'participant',
    startOn: null,
    source: 'CORDIS',
  },
  {
    pic: '929454292',
    topic: 'SC5-27-2020',
    project: '101003527',
    acronym: 'MULTISOURCE',
    role: 'participant',
    startOn: null,
    source: 'CORDIS',
  },
  {
    pic: '999995796',
    topic: 'ICT-10-2015',
    project: '687920',
    acronym: 'EMPATIA',
    role: 'participant',
    startOn: null,
    source: 'CORDIS',
  },
  {
    pic: '999995796',
    topic: 'SC5-20-2019',
    project: '868887',
    acronym: 'T-Factor',
    role: 'participant',
    startOn: null,
    source: 'CORDIS',
  },
  {
    pic: '997168634',
    topic: 'LC-MG-1-2-2018',
    project: '815269',
    acronym: 'HARMONY',
    role: 'participant',
    startOn: null,
    source: 'CORDIS',
  },
];
