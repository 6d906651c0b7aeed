import type { Composition } from './demands.ts';

/** Conditions read in the work programmes, for topics whose text may not be at hand. */
export interface KnownTopic {
  readonly identifiers: RegExp;
  readonly source: string;
  /** Takes lead ("lighthouse") cities, each only once under Horizon 2020. */
  readonly lighthouseOnce?: true;
  /** Needs a validated energy and climate plan. */
  readonly plan?: 'SECAP';
  readonly composition?: Composition;
  /** One grant to whoever runs a facility for cities. */
  readonly singleGrant?: true;
  readonly costsExcluded?: true;
}

export const KNOWN_TOPICS: readonly KnownTopic[] = [
  {
    identifiers: /^LC-SC3-SCC-0?1-2018/,
    source: 'Programma di lavoro H2020 SC3 2018-2020, C(2020)1862',
    lighthouseOnce: true,
    plan: 'SECAP',
    costsExcluded: true,
  },
  {
    identifiers: /^SCC-0?1-201[67]/,
    source: 'Pagina del topic SCC-1-2016-2017 nel Participant Portal; euro-access.eu',
    lighthouseOnce: true,
    composition: { leadCities: 3, followerCities: 3 },
  },
  {
    identifiers: /^SU-INFRA02-2019/,
    source: 'Programma di lavoro H2020 2018-2020, topic SU-INFRA02-2019',
    composition: { localGovernments: 2, countries: 2 },
  },
  {
    identifiers: /^LC-SC3-EE-17-2019/,
    source: 'Programma di lavoro H2020 SC3 2018-2020, C(2020)1862',
    singleGrant: true,
  },
  { identifiers: /^LC-GD-1-2-2020/, source: 'CORDIS: un solo progetto, NetZeroCities', singleGrant: true },
];

export function knownTopic(identifier: string): KnownTopic | undefined {
  return KNOWN_TOPICS.find(({ identifiers }) => identifiers.test(identifier));
}
