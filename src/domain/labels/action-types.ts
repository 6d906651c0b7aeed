import type { Localised } from './localised.ts';

/** A fact with where it was read. Not verified = general knowledge: the interface says "da verificare" beside it. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: string;
  readonly verified: boolean;
}

/** Percent of eligible costs; non-profit bodies (a municipality is one) may have a rate of their own. */
export interface FundingRate {
  readonly standard: number;
  readonly nonProfit?: number;
}

/** Independent legal entities, in how many member states or associated countries, of which public procurers. */
export interface MinimumConsortium {
  readonly entities: number;
  readonly countries: number;
  readonly procurers?: number;
}

/** Who may apply at all; `any` = any legal entity that the call admits. */
export type Applicants = 'any' | 'programme-owners' | 'procurers' | 'smes' | 'researchers' | 'universities' | 'named';

export interface ActionTypeFacts {
  readonly label: Localised;
  readonly applicants: Applicants;
  readonly lumpSum?: true;
  /** Rates by programme abbreviation. */
  readonly rates?: Readonly<Partial<Record<'H2020' | 'HORIZON', Sourced<FundingRate>>>>;
  readonly consortium?: Sourced<MinimumConsortium>;
}

const general = <T>(value: T): Sourced<T> => ({ value, source: 'conoscenza generale, da verificare', verified: false });
const full = general<FundingRate>({ standard: 100 });
const rate70: Sourced<FundingRate> = {
  value: { standard: 70, nonProfit: 100 },
  source: 'euro-access.eu, HORIZON-CL3-2024-INFRA-01-02',
  verified: true,
};
/** Horizon Europe: one entity in a member state and two more, each in a different member state or associated country. */
const three: Sourced<MinimumConsortium> = {
  value: { entities: 3, countries: 3 },
  source: 'ERA-LEARN, regole generali di Orizzonte Europa; scheda informativa H2020',
  verified: true,
};
const one = general<MinimumConsortium>({ entities: 1, countries: 1 });
const buyers = general<MinimumConsortium>({ entities: 3, countries: 3, procurers: 2 });

const ria = { applicants: 'any', rates: { H2020: full, HORIZON: full }, consortium: three } as const;
const ia = {
  applicants: 'any',
  rates: { H2020: general({ standard: 70, nonProfit: 100 }), HORIZON: rate70 },
  consortium: three,
} as const;
const csa = { applicants: 'any', rates: { H2020: full, HORIZON: full }, consortium: one } as const;

/** The research family, whose instruments mean the same in Horizon 2020, Horizon Europe, Euratom and the joint undertakings. */
export const ACTION_TYPE_FACTS: Readonly<Record<string, ActionTypeFacts>> = {
  RIA: { label: { it: 'azione di ricerca e innovazione', en: 'research and innovation action' }, ...ria },
  IA: { label: { it: 'azione di innovazione', en: 'innovation action' }, ...ia },
  CSA: { label: { it: 'azione di coordinamento e sostegno', en: 'coordination and support action' }, ...csa },
  'RIA-LS': {
    label: { it: 'azione di ricerca e innovazione, somma forfettaria', en: 'research and innovation action, lump sum' },
    lumpSum: true,
    ...ria,
  },
  'IA-LS': {
    label: { it: 'azione di innovazione, somma forfettaria', en: 'innovation action, lump sum' },
    lumpSum: true,
    ...ia,
  },
  'CSA-LS': {
    label: {
      it: 'azione di coordinamento e sostegno, somma forfettaria',
      en: 'coordination and support action, lump sum',
    },
    lumpSum: true,
    ...csa,
  },
  COFUND: {
    label: { it: 'azione di cofinanziamento del programma', en: 'programme cofund action' },
    applicants: 'programme-owners',
    rates: { HORIZON: { value: { standard: 30 }, source: 'ERA-LEARN: 30 % o 50 %', verified: true } },
  },
  'ERA-NET': {
    label: { it: 'cofinanziamento ERA-NET', en: 'ERA-NET cofund' },
    applicants: 'programme-owners',
    rates: { H2020: general({ standard: 33 }) },
    consortium: general({ entities: 2, countries: 2 }),
  },
  EJP: {
    label: { it: 'programma congiunto europeo', en: 'European joint programme cofund' },
    applicants: 'programme-owners',
    rates: { H2020: general({ standard: 70 }) },
    consortium: general({ entities: 5, countries: 5 }),
  },
  PCP: {
    label: { it: 'appalto pre-commerciale', en: 'pre-commercial procurement' },
    applicants: 'procurers',
    rates: { H2020: general({ standard: 90 }), HORIZON: full },
    consortium: buyers,
  },
  PPI: {
    label: { it: 'appalto di soluzioni innovative', en: 'public procurement of innovative solutions' },
    applicants: 'procurers',
    rates: { H2020: general({ standard: 35 }), HORIZON: general({ standard: 50 }) },
    consortium: buyers,
  },
  'SME-1': {
    label: { it: 'strumento per le PMI, fase 1', en: 'SME instrument, phase 1' },
    applicants: 'smes',
    lumpSum: true,
    consortium: one,
  },
  'SME-2': {
    label: { it: 'strumento per le PMI, fase 2', en: 'SME instrument, phase 2' },
    applicants: 'smes',
    rates: { H2020: general({ standard: 70 }) },
    consortium: one,
  },
  FTI: {
    label: { it: 'corsia veloce per l’innovazione', en: 'fast track to innovation' },
    applicants: 'any',
    rates: { H2020: general({ standard: 70, nonProfit: 100 }) },
    consortium: general({ entities: 3, countries: 3 }),
  },
  ERC: {
    label: { it: 'sovvenzione del Consiglio europeo della ricerca', en: 'European Research Council grant' },
    applicants: 'researchers',
  },
  'ERC-STG': { label: { it: 'ERC per ricercatori all’inizio', en: 'ERC starting grant' }, applicants: 'researchers' },
  'ERC-COG': { label: { it: 'ERC di consolidamento', en: 'ERC consolidator grant' }, applicants: 'researchers' },
  'ERC-ADG': { label: { it: 'ERC avanzata', en: 'ERC advanced grant' }, applicants: 'researchers' },
  'ERC-SYG': { label: { it: 'ERC di sinergia', en: 'ERC synergy grant' }, applicants: 'researchers' },
  'ERC-POC': { label: { it: 'ERC prova di concetto', en: 'ERC proof of concept' }, applicants: 'researchers' },
  'MSCA-DN': { label: { it: 'MSCA reti di dottorato', en: 'MSCA doctoral networks' }, applicants: 'any' },
  'MSCA-ITN': { label: { it: 'MSCA reti di formazione', en: 'MSCA innovative training networks' }, applicants: 'any' },
  'MSCA-PF': {
    label: { it: 'MSCA borse post-dottorato', en: 'MSCA postdoctoral fellowships' },
    applicants: 'researchers',
  },
  'MSCA-IF': { label: { it: 'MSCA borse individuali', en: 'MSCA individual fellowships' }, applicants: 'researchers' },
  'MSCA-SE': { label: { it: 'MSCA scambi di personale', en: 'MSCA staff exchanges' }, applicants: 'any' },
  'MSCA-RISE': { label: { it: 'MSCA scambi di personale RISE', en: 'MSCA staff exchange RISE' }, applicants: 'any' },
  'MSCA-COFUND': { label: { it: 'MSCA cofinanziamento', en: 'MSCA cofund' }, applicants: 'any' },
  'MSCA-CITIZENS': { label: { it: 'MSCA e cittadini', en: 'MSCA and citizens' }, applicants: 'any' },
  EIC: {
    label: { it: 'sovvenzione del Consiglio europeo per l’innovazione', en: 'European Innovation Council grant' },
    applicants: 'any',
  },
  'EIC-ACC': { label: { it: 'acceleratore EIC', en: 'EIC accelerator' }, applicants: 'smes' },
  'EIC-EQ': { label: { it: 'EIC, solo capitale di rischio', en: 'EIC, equity only' }, applicants: 'smes' },
  PRIZE: { label: { it: 'premio', en: 'prize' }, applicants: 'any' },
  // Choosing the partners of a framework is open (EUROPE DIRECT centres); only its specific agreements are not.
  FPA: {
    label: { it: 'accordo quadro di partenariato', en: 'framework partnership agreement' },
    applicants: 'any',
  },
  SGA: { label: { it: 'convenzione specifica', en: 'specific grant agreement' }, applicants: 'named' },
};

/** Instruments of the other programmes; the code is `<PROGRAMME>-<suffix>`, e.g. `LIFE-PG`, `CERV-LS`, `DIGITAL-SG`. */
export const GRANT_FAMILIES: Readonly<Record<string, ActionTypeFacts>> = {
  PG: { label: { it: 'sovvenzione di progetto', en: 'project grant' }, applicants: 'any' },
  'PG-SIMPLE': {
    label: { it: 'sovvenzione di progetto, un solo Paese', en: 'simple project grant' },
    applicants: 'any',
  },
  'PG-MULTI': { label: { it: 'sovvenzione di progetto, più Paesi', en: 'multi project grant' }, applicants: 'any' },
  LS: { label: { it: 'sovvenzione a somma forfettaria', en: 'lump sum grant' }, applicants: 'any', lumpSum: true },
  SG: { label: { it: 'sovvenzione semplice', en: 'simple grant' }, applicants: 'any' },
  UG: { label: { it: 'sovvenzione a costi unitari', en: 'unit grant' }, applicants: 'any' },
  GFS: {
    label: { it: 'sovvenzione per sostegno finanziario a terzi', en: 'grant for financial support' },
    applicants: 'any',
  },
  GP: { label: { it: 'sovvenzione per appalti', en: 'grant for procurement' }, applicants: 'procurers' },
  SME: { label: { it: 'azione di sostegno alle PMI', en: 'SME support action' }, applicants: 'any' },
  OG: { label: { it: 'sovvenzione di funzionamento', en: 'operating grant' }, applicants: 'any' },
  FPA: { label: { it: 'accordo quadro', en: 'framework partnership' }, applicants: 'any' },
  IP: { label: { it: 'progetto di infrastruttura', en: 'infrastructure project' }, applicants: 'any' },
  DA: { label: { it: 'azione di sviluppo', en: 'development action' }, applicants: 'any' },
  RA: { label: { it: 'azione di ricerca', en: 'research action' }, applicants: 'any' },
  ECHE: {
    label: { it: 'carta per l’istruzione superiore', en: 'charter for higher education' },
    applicants: 'universities',
  },
  LABEL: { label: { it: 'marchio di qualità', en: 'quality label' }, applicants: 'any' },
  HAV: {
    label: { it: 'volontariato per l’aiuto umanitario', en: 'humanitarian aid volunteering grant' },
    applicants: 'any',
  },
  ACTION: { label: { it: 'azione', en: 'action' }, applicants: 'any' },
};
