import type { CityRole } from '../../domain/partner.ts';
import type { Day } from '../../domain/topic.ts';

export interface SeededProject {
  acronym: string;
  grant: string;
  topic: string | null;
  /** Of ours, with what each received where that is known. */
  bodies: readonly (readonly [body: string, role: CityRole, euro: number | null])[];
  from: Day;
  to: Day;
  sites?: readonly string[];
  source: string;
}

const CITY = 'comune-di-milano';
const CORDIS = 'CORDIS, H2020';
/** Start, end or both known by the month or the year only: somebody with the grant agreement sets them right. */
const ABOUT = 'CORDIS, H2020; date da verificare';

/**
 * The portfolio that Milan's bodies are known to have taken part in: who, in which topic and role, for how many euros.
 * Participations by CORDIS (read 2026-11-22), areas and roles as the projects' own pages tell them.
 */
export const MILAN_PROJECTS: readonly SeededProject[] = [
  {
    acronym: 'Sharing Cities',
    grant: '691895',
    topic: 'SCC-01-2015',
    bodies: [[CITY, 'lighthouse', 1_870_298]],
    from: '2016-01-01',
    to: '2020-12-31',
    sites: ['Porta Romana–Vettabbia'],
    source: CORDIS,
  },
  {
    acronym: 'CLEVER Cities',
    grant: '776604',
    topic: 'SCC-02-2016-2017',
    bodies: [[CITY, 'lighthouse', 1_056_354]],
    from: '2018-06-01',
    to: '2023-11-30',
    source: CORDIS,
  },
  {
    acronym: 'Food Trails',
    grant: '101000812',
    topic: 'CE-FNR-07-2020',
    bodies: [[CITY, 'coordinator', 1_460_375]],
    from: '2020-10-16',
    to: '2024-10-15',
    source: CORDIS,
  },
  {
    acronym: 'CENTRINNO',
    grant: '869595',
    topic: 'SC5-20-2019',
    bodies: [[CITY, 'coordinator', 829_425]],
    from: '2020-09-01',
    to: '2024-02-29',
    source: CORDIS,
  },
  {
    acronym: 'REFLOW',
    grant: '820937',
    topic: 'CE-SC5-03-2018',
    bodies: [[CITY, 'pilot', 418_750]],
    from: '2019-01-01',
    to: '2022-12-31',
    source: ABOUT,
  },
  {
    acronym: 'OpenCare',
    grant: '688670',
    topic: 'ICT-10-2015',
    bodies: [[CITY, 'partner', 170_250]],
    from: '2016-01-01',
    to: '2017-12-31',
    source: CORDIS,
  },
  {
    acronym: 'UserCentriCities',
    grant: '101004603',
    topic: 'DT-GOVERNANCE-22-2020',
    bodies: [[CITY, 'partner', 79_375]],
    from: '2020-12-01',
    to: '2023-05-31',
    source: 'CORDIS, H2020; date da cris.vtt.fi',
  },
  {
    acronym: 'SATO',
    grant: '957128',
    topic: 'LC-SC3-B4E-10-2020',
    bodies: [[CITY, 'partner', 90_790]],
    from: '2020-10-01',
    to: '2024-09-30',
    source: 'CORDIS, H2020; date da digineb.eu',
  },
  {
    acronym: 'NRG2peers',
    grant: '890345',
    topic: 'LC-SC3-EC-1-2018-2019-2020',
    bodies: [[CITY, 'partner', 149_750]],
    from: '2020-09-01',
    to: '2023-08-31',
    source: ABOUT,
  },
  {
    acronym: 'FIT4FOOD2030',
    grant: '774088',
    topic: 'SFS-18-2017',
    bodies: [[CITY, 'partner', 57_188]],
    from: '2017-11-01',
    to: '2020-12-31',
    source: ABOUT,
  },
  {
    acronym: 'SAFETY4RAILS',
    grant: '883532',
    topic: 'SU-INFRA01-2018-2019-2020',
    bodies: [[CITY, 'partner', 152_500]],
    from: '2020-10-01',
    to: '2022-09-30',
    source: ABOUT,
  },
  {
    acronym: 'NACCA',
    grant: '642892',
    topic: 'MSCA-ITN-2014-ETN',
    bodies: [[CITY, 'partner', 258_061]],
    from: '2015-06-01',
    to: '2019-05-31',
    source: CORDIS,
  },
  {
    acronym: 'SynchroniCity',
    grant: '732240',
    topic: 'IoT-01-2016',
    bodies: [[CITY, 'pilot', 290_210]],
    from: '2017-01-01',
    to: '2019-12-31',
    source: CORDIS,
  },
  {
    acronym: 'EMPATIA',
    grant: '687920',
    topic: 'ICT-10-2015',
    bodies: [['universita-degli-studi-di-milano', 'partner', null]],
    from: '2016-01-01',
    to: '2018-03-31',
    source: CORDIS,
  },
  {
    acronym: 'T-Factor',
    grant: '868887',
    topic: 'SC5-20-2019',
    bodies: [['universita-degli-studi-di-milano', 'partner', null]],
    from: '2020-06-01',
    to: '2024-05-31',
    source: ABOUT,
  },
  {
    acronym: 'Nature4Cities',
    grant: '730468',
    topic: 'SCC-03-2016',
    bodies: [['citta-metropolitana-di-milano', 'pilot', null]],
    from: '2016-11-01',
    to: '2021-04-30',
    source: ABOUT,
  },
  {
    acronym: 'MULTISOURCE',
    grant: '101003527',
    topic: 'SC5-27-2020',
    bodies: [['citta-metropolitana-di-milano', 'pilot', null]],
    from: '2021-06-01',
    to: '2025-05-31',
    source: ABOUT,
  },
  {
    acronym: 'KAMINLER',
    grant: '643383',
    topic: 'INNOSUP',
    bodies: [['camera-di-commercio', 'partner', null]],
    from: '2014-06-01',
    to: '2014-12-31',
    source: CORDIS,
  },
  {
    acronym: 'OpenAgri',
    grant: 'UIA01-141',
    topic: null,
    bodies: [[CITY, 'coordinator', null]],
    from: '2017-01-01',
    to: '2019-12-31',
    sites: ['Cascina Nosedo', 'Porto di Mare'],
    source: 'Urban Innovative Actions; fondazionepolitecnico.it (tre anni), date da verificare',
  },
  {
    acronym: 'EU-GUGLE',
    grant: '314632',
    topic: null,
    bodies: [[CITY, 'pilot', null]],
    from: '2013-04-01',
    to: '2018-03-31',
    source: '7º programma quadro; date da verificare',
  },
];
