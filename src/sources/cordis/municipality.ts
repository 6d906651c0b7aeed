/** What tells whether a body is a city: CORDIS's name, activity type and (ISO) country. */
export interface NamedBody {
  name: string;
  activityType: string;
  country: string | null;
}

/**
 * How public bodies that govern a town, a city or its metropolis call themselves, after accents and case are folded away.
 * A pattern that means something else in another language is bound to its countries. Checked against the names of
 * winners of 2014–2016 and a table of bodies that merely sound alike (tests/sources/cordis/municipality.test.ts).
 */
const NAMES: readonly { pattern: RegExp; countries?: readonly string[] }[] = [
  // English, also as the name that others give themselves in English
  { pattern: /\b(CITY|MUNICIPALITY|TOWN) OF [A-Z]/ },
  { pattern: /\bMUNICIPALITY\b(?! ASS)/ },
  {
    pattern: /\b(CITY|BOROUGH|TOWN|DISTRICT|MUNICIPAL|METROPOLITAN|CITY AND COUNTY|CITY AND DISTRICT|LOCAL) COUNCIL\b/,
  },
  { pattern: /\b(LONDON|ROYAL) BOROUGH\b|\bCOUNCIL OF THE (CITY|BOROUGH)\b/, countries: ['GB'] },
  { pattern: /\bGREATER LONDON AUTHORITY\b|\bCOMBINED AUTHORITY\b/, countries: ['GB'] },
  { pattern: /\bCOUNTY COUNCIL\b/, countries: ['IE'] },
  { pattern: /^COMHAIRLE\b/, countries: ['IE'] },
  // Romance languages
  {
    pattern: /^(IL )?COMUNE\b|\bCOMUNE DI\b|^CITTA (DI|METROPOLITANA)\b|^ROMA CAPITALE\b|^LIBERO CONSORZIO COMUNALE\b/,
  },
  { pattern: /\b(AYUNTAMIENTO|AJUNTAMENT|CONCELLO|UDALA)\b|^CONCEJO\b/ },
  { pattern: /^(CAMARA MUNICIPAL|MUNICIPIO|PREFEITURA|MUNICIPALIDAD)\b/ },
  { pattern: /^(LA )?(VILLE|MAIRIE|COMMUNE)\b|\bADMINISTRATION COMMUNALE\b|^DEPARTEMENT DE PARIS\b/ },
  { pattern: /METROPOLE\b|^COMMUNAUTE (URBAINE|D.?AGGLOMERATION)\b/, countries: ['FR'] },
  { pattern: /\b(MUNICIPIUL|PRIMARIA|ORASUL|SECTORUL|COMUNA)\b/ },
  // Germanic languages
  { pattern: /^(STADT|STAD|GEMEENTE|GEMEINDE|MARKTGEMEINDE|STADTGEMEINDE|EINWOHNERGEMEINDE|STADSBESTUUR)\b/ },
  { pattern: /\b(LANDESHAUPTSTADT|HANSESTADT|BUNDESSTADT|STADTVERWALTUNG|KREISSTADT)\b|^MAGISTRAT\b/ },
  { pattern: /^[A-Z]+STADT [A-Z]/, countries: ['DE'] }, // Universitätsstadt, Wissenschaftsstadt, Klingenstadt
  { pattern: /\bKOMMUNE?\b|\bBYRAD\b/ },
  { pattern: /\bSTAD$/, countries: ['SE', 'FI'] },
  { pattern: /(BORG|BAER|KAUPSTADUR|KAUPSTADAR)$/, countries: ['IS'] },
  // Slavic and Baltic languages
  { pattern: /^(MIASTO|GMINA|MIEJSKA|URZAD (MIASTA|MIEJSKI|GMINY)|M ST WARSZAWA)\b|\bMIASTO\b/ },
  { pattern: /^(STATUTARNI |HLAVNI |HLAVNE )?MESTO\b|^(OBEC|MESTYS|MESTSKA CAST|MAGISTRAT MESTA)\b/ },
  { pattern: /^(GRAD|OPCINA|OPSTINA|OBCINA|MESTNA OBCINA|GRADSKA UPRAVA|GRADSKI|OBSHTINA|STOLICHNA OBSHTINA)\b/ },
  { pattern: /\b(MISKA RADA|MISKRADA)\b/ },
  { pattern: /\b(PILSETAS|NOVADA|VALSTSPILSETAS)\b.*(DOME|PASVALDIBA)|\bSAVIVALDYB/ },
  // Finnic, Hungarian, Greek, Turkish, Albanian
  { pattern: /(KAUPUNKI|KUNTA)$/, countries: ['FI'] },
  { pattern: /\b(LINN|LINNAVALITSUS|VALD|VALLAVALITSUS)\b/, countries: ['EE'] },
  { pattern: /(VAROS|KOZSEG|KERULET|FOVAROS).*ONKORMANYZAT/, countries: ['HU'] },
  { pattern: /^DIMOS\b|^DIMOTIKI ENOTITA\b/ },
  { pattern: /\bBELEDIYE(SI)?\b/ },
  { pattern: /^BASHKIA\b/ },
];

/** Companies, agencies, schools and associations that bear a town in their name, and regions. */
const NOT_THE_CITY = new RegExp(
  `\\b(?:${[
    'EMPRESA|SOCIEDAD|SOCIEDADE|SOCIETA|COMPANY|COMPANIA|COMPAGNIE|REGIE|GMBH|SPA|SRL|SARL|LTD|LIMITED|SL|SLU|EEM|DOO|AB|AS|OY|EPE',
    'S P A|S R L|D O O|E E M|A S|AZIENDA|ENTERPRISE|CORPORATION|BETRIEBE?|STADTWERKE|EPICHEIRISI|EPICHIRISI|ANAPTYXIAKI',
    'AGENCIA|AGENZIA|AGENCY|AGENCE|AGENTUR|AGENCIJA|INSTITUT\\w*|OFFICE NATIONAL|PATRONATO|ORGANISMO|CONSORCIO|CONSORCI|CONSORTIUM',
    'UNIVERSI(?!TAE?TSSTADT)\\w*|SCHOOLS?|ECOLE|SCUOLA|ESCUELA|ESCOLA|HOCHSCHULE|COLLEGE|ACADEMY|LYCEE|GYMNASIUM|KINDERGARTEN',
    'HOSPITAL\\w*|OSPEDALE|KLINIKUM|KRANKENHAUS|HEALTHCARE|MUSEUM|MUSEO|MUSEU|MUSEE|LIBRARY|BIBLIOTHEQUE|THEATRE|ORCHESTRA|ZOO',
    'FUNDACI\\w*|FUNDACAO|FONDAZIONE|FOUNDATION|FONDATION|STIFTUNG|STICHTING|ASSOCIATI\\w*|ASSOCIAZIONE|ASOCIACION|ASSOCIACIO|ASSOCIACAO',
    'ASOCIATIA|VERBAND|VEREIN|FEDERA\\w*|FORBUND|LEAGUE|UNION|UNIONE|NETWORK|RESEAU|CONFERENCE|CONGRESS|FORUM|CLUB|FRIENDS',
    'CHAMBER|CAMERA DI|PROVINCIA|PROVINCE|REGION|REGIONE|COUNTY GOVERNMENT|FYLKESKOMMUNE|RESEARCH COUNCIL|ARTS COUNCIL',
    'VIVIENDA|TEATRO|TRANSPORTES|POLICE|POLIZEI|UND PARTNER|GESELLSCHAFT|PROJEKTGRUPPE|ZBORNICA|ZAVOD',
  ].join('|')})\\b`,
);

/** Whether the body is a municipality, or the authority of a city and its metropolis. In doubt it is none. */
export function isMunicipality({ name, activityType, country }: NamedBody): boolean {
  if (activityType !== 'PUB') return false;
  const folded = fold(name);
  if (NOT_THE_CITY.test(folded)) return false;
  return NAMES.some(
    ({ pattern, countries }) =>
      (countries === undefined || (country !== null && countries.includes(country))) && pattern.test(folded),
  );
}

/** Upper case, no accents, blanks for everything that is no letter or digit. */
function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[ØŒ]/g, 'O')
    .replace(/[ÆÐ]/g, (letter) => (letter === 'Æ' ? 'AE' : 'D'))
    .replace(/Ł/g, 'L')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}
