import { ACTION_TYPE_FACTS, type ActionTypeFacts, GRANT_FAMILIES } from './labels/action-types.ts';
import { type Programme, programmeByAbbreviation } from './programme.ts';

/** What we know of one of our short codes. */
export interface ActionType extends ActionTypeFacts {
  readonly code: string;
}

/** Wordings of the research family, singular, without programme and `JU`. The first that matches wins. */
const INSTRUMENTS: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/^research (and|&) innovation action$/, 'RIA'],
  [/^innovation action$/, 'IA'],
  [/^coordination (and|&) support action$/, 'CSA'],
  [/^((programme )?cofund action)$/, 'COFUND'],
  [/^era-?net[ -]cofund$/, 'ERA-NET'],
  [/^cofund \(european joint programme\)$/, 'EJP'],
  [/^pre-?commercial procurement( action)?$/, 'PCP'],
  [/^public procurement of innovative solution( action)?$/, 'PPI'],
  [/^((recognition|inducement) )?prize$/, 'PRIZE'],
  [/^erc grant$/, 'ERC'],
  [/^erc starting grant$/, 'ERC-STG'],
  [/^erc consolidator grant$/, 'ERC-COG'],
  [/^erc advanced grant$/, 'ERC-ADG'],
  [/^erc synergy grant$/, 'ERC-SYG'],
  [/^erc proof of concept grant$/, 'ERC-POC'],
  [/^(tma )?msca postdoctoral fellowship( - .+)?$/, 'MSCA-PF'],
  [/^(tma )?msca doctoral network( - .+)?$/, 'MSCA-DN'],
  [/^(tma )?msca staff exchange$/, 'MSCA-SE'],
  [/^(tma )?msca cofund .+ programme$/, 'MSCA-COFUND'],
  [/^(tma )?msca (and )?citizen$/, 'MSCA-CITIZENS'],
  [/^eic grant$/, 'EIC'],
  [/^eic accelerator( .+)?$/, 'EIC-ACC'],
  [/^eic equity only$/, 'EIC-EQ'],
  [/^framework partnership agreement$/, 'FPA'],
  [/^specific grant agreement$/, 'SGA'],
  [/^sme instrument phase 1$/, 'SME-1'],
  [/^sme instrument phase 2$/, 'SME-2'],
];

/** Wordings of the other programmes' instruments, singular. */
const FAMILIES: Readonly<Record<string, string>> = {
  'project grant': 'PG',
  'simple project grant': 'PG-SIMPLE',
  'multi project grant': 'PG-MULTI',
  'lump sum grant': 'LS',
  'simple grant': 'SG',
  'unit grant': 'UG',
  'grant for financial support': 'GFS',
  'grant for procurement': 'GP',
  'sme support action': 'SME',
  'operating grant': 'OG',
  'operating grant framework partnership': 'FPA',
  'framework partnership': 'FPA',
  'infrastructure project': 'IP',
  'development action': 'DA',
  'research action': 'RA',
  'eche charter': 'ECHE',
  'quality label': 'LABEL',
  'humanitarian aid voluntering unit grant': 'HAV',
  'humanitarian aid volunteering unit grant': 'HAV',
  'type of action': 'ACTION',
};

/** Plain codes that registers of Horizon 2020 use, upper case, where they are not our own. */
const CODES: readonly (readonly [pattern: RegExp, code: string])[] = [
  [
    /^(?:SESAR|FCH2|IMI2|BBI|ECSEL|CS2|EUROHPC|SHIFT2RAIL|JU|HORIZON(?:-JU)?|EURATOM)-(RIA|IA|CSA)(?:-DEMO|-FLAG)?$/,
    '$1',
  ],
  [/^(?:HORIZON|EURATOM)-(COFUND|PCP|PPI|EIC|ERC|ERC-POC)$/, '$1'],
  [/^CSA-LSP$/, 'CSA-LS'],
  [/^ERA-NET-COFUND$/, 'ERA-NET'],
  [/^COFUND-EJP$/, 'EJP'],
  [/^SME-2B$/, 'SME-2'],
  [/^EIC-FTI$/, 'FTI'],
  [/^SGA-(?:RIA|IA|CSA)$/, 'SGA'],
  [/^ERC-POC-LS$/, 'ERC-POC'],
  [/^MSCA-IF-.+$/, 'MSCA-IF'],
  [/^MSCA-ITN-.+$/, 'MSCA-ITN'],
  [/^MSCA-COFUND-.+$/, 'MSCA-COFUND'],
  [/^HORIZON-(?:TMA-)?(MSCA-(?:DN|PF|SE|COFUND))(?:-.+)?$/, '$1'],
];

const parsed = new Map<string, string | null>();

/** The code of our own that a portal label or register code means; null where we do not know it: never a guess. */
export function parseActionType(label: string): string | null {
  const known = parsed.get(label);
  if (known !== undefined) return known;
  const code = read(label.replace(/\s+/g, ' ').trim());
  if (parsed.size > 2_000) parsed.clear();
  parsed.set(label, code);
  return code;
}

/** What we know of a code of ours; null for a code that is none. */
export function actionType(code: string): ActionType | null {
  const facts = own(ACTION_TYPE_FACTS, code);
  if (facts !== undefined) return { code, ...facts };
  const [, abbreviation = '', suffix = ''] = /^(.+?)-(PG-SIMPLE|PG-MULTI|[A-Z]+)$/.exec(code) ?? [];
  const programme = programmeByAbbreviation(abbreviation);
  const family = own(GRANT_FAMILIES, suffix);
  if (programme === null || family === undefined || prefix(programme) !== abbreviation) return null;
  const { it, en } = family.label;
  const label = { it: `${it} ${programme.abbreviation}`, en: `${programme.abbreviation} ${en}` };
  return { code, ...family, label };
}

function read(label: string): string | null {
  if (label === '') return null;
  const code = registerCode(label.toUpperCase());
  if (code !== null) return code;
  const worded = readWords(singular(label.toLowerCase()));
  if (worded !== null) return worded;
  // "HORIZON-IA HORIZON Innovation Actions", "RIA Research and Innovation action": a code before its own wording.
  const [first = '', ...rest] = label.split(' ');
  return /^[A-Z0-9+]+(-[A-Za-z0-9+]+)*$/.test(first) && rest.length > 0 ? read(rest.join(' ')) : null;
}

function registerCode(text: string): string | null {
  if (actionType(text) !== null) return text;
  for (const [pattern, code] of CODES) {
    if (pattern.test(text)) return text.replace(pattern, code);
  }
  return null;
}

function readWords(words: string): string | null {
  if (words === 'pilot project and preparatory action') return 'PPPA-PG';
  const research = INSTRUMENTS.find(([pattern]) => pattern.test(withoutProgramme(words)));
  if (research !== undefined) return research[1];
  for (const [head, tail] of splits(words)) {
    const programme = programmeByAbbreviation(head);
    const suffix = own(FAMILIES, tail.replace(/^ju /, ''));
    if (programme !== null && suffix !== undefined) return `${prefix(programme)}-${suffix}`;
  }
  return null;
}

/** Research instruments mean the same in every programme that has them. */
function withoutProgramme(words: string): string {
  return words.replace(/^(horizon|euratom|digital|erasmus) (ju )?/, '');
}

/** An abbreviation may have a blank of its own ("PERICLES IV"). */
function splits(words: string): [head: string, tail: string][] {
  const parts = words.split(' ');
  return [1, 2].map((at) => [parts.slice(0, at).join(' '), parts.slice(at).join(' ')]);
}

/** A code has no blank and no plus: `ERASMUS-LS`, `PERICLES-PG`. */
function prefix(programme: Programme): string {
  return programme.abbreviation.replace(/[+ ].*$/, '');
}

function singular(words: string): string {
  return words.replace(
    /\b(action|grant|project|partnership|prize|solution|fellowship|network|exchange|citizen|agreement)s\b/g,
    '$1',
  );
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
