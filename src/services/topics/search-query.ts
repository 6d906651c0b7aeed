import { foldWords, isLittle, readSenses, type Sense } from '../../domain/glossary/glossary.ts';

const MAX_WORDS = 12;

/** Two FTS5 MATCH expressions: every word found, and, for when that finds nothing, any of them. */
export interface SearchQuery {
  every: string;
  any: string;
}

/**
 * What a person typed as MATCH expressions, or null where there is no word in it. Only quoted words go in, so that
 * nothing typed is FTS5 syntax. Each word is found as itself or by an English name of the glossary; an identifier, or the
 * beginning of one, is found as such.
 */
export function readQuery(typed: string): SearchQuery | null {
  const all = foldWords(typed);
  const words = (all.every(isLittle) ? all : all.filter((word) => !isLittle(word))).slice(0, MAX_WORDS);
  if (words.length === 0) return null;
  const groups = groupsOf(readSenses(words));
  // One by one, a phrase that stands in no call still finds what its words mean: *acqua potabile* finds water.
  const single = groupsOf(words.flatMap((word) => readSenses([word])));
  const identifier = looksLikeIdentifier(typed) ? [`(identifier : ${quote(all.join(' '))} *)`] : [];
  return {
    every: [...identifier, `(${groups.join(' AND ')})`].join(' OR '),
    any: [...new Set([...identifier, ...groups, ...single])].join(' OR '),
  };
}

/** The strict one of the two, for those who search beside other conditions. */
export const toMatch = (typed: string): string | null => readQuery(typed)?.every ?? null;

const groupsOf = (senses: readonly Sense[]): string[] =>
  senses.map(({ words, english }, n) => group(words, english, n === senses.length - 1));

/** One sense: the words themselves or an English name for them. The last word may be a beginning only. */
function group(own: readonly string[], english: readonly string[], last: boolean): string {
  const itself = quote(own.join(' '));
  if (english.length === 0) return last ? `(${itself} OR ${itself} *)` : `(${itself})`;
  return `(${itself} OR ${NOT_IN_CODES} : (${english.map(alternative).join(' OR ')}))`;
}

/** Codes are no English: stemmed, *ageing* is the AG of ISF-2026-TF2-AG-THB. */
const NOT_IN_CODES = '{title call_title keywords body}';

/**
 * `cycling +urban +road` → the first phrase, where one of the others stands near it. Anywhere in the topic is not enough: a
 * call of a city's textiles whose keywords hold *life cycle analysis* has both.
 */
function alternative(written: string): string {
  const [wanted = '', ...beside] = written.split(' +').map(quote);
  return beside.length === 0 ? wanted : `(${beside.map((one) => `NEAR(${wanted} ${one}, ${NEAR})`).join(' OR ')})`;
}

/** Words between two that speak of one thing: about a clause. */
const NEAR = 8;

const quote = (words: string): string => `"${words.replaceAll('"', '')}"`;

/** `LC-SC3-SCC-1`, `HORIZON-MISS-2026-CIT-01`, `MG-4.1`: letters and digits joined by hyphens or dots, no spaces. */
const looksLikeIdentifier = (typed: string): boolean => /^[\p{L}\p{N}]+([-._/][\p{L}\p{N}]+)+-?$/u.test(typed.trim());
