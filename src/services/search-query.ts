import { newStemmer } from 'snowball-stemmers';
import { foldWords, readSenses } from '../domain/glossary.ts';

const italian = newStemmer('italian');
const stem = (word: string): string => italian.stem(word);

/** Little words of both languages: they narrow nothing, and an Italian "di" stands in no English call. */
const LITTLE = new Set(
  'a ad ai al alla alle anche and bando bandi call calls che col con da dal dei del dell della delle dello di e ed for gli i il in la le lo l nei nel nella of on or per sul sulla su the to tra un una uno with'.split(
    ' ',
  ),
);
const MAX_WORDS = 12;

/**
 * An FTS5 MATCH expression for what a person typed, or null where there is no word in it. Only quoted words go in, so
 * that nothing typed is FTS5 syntax. All words must be found, each as itself or by an English name of the glossary; an
 * identifier, or the beginning of one, is found as such.
 */
export function toMatch(typed: string): string | null {
  const all = foldWords(typed);
  const words = (all.some((word) => !LITTLE.has(word)) ? all.filter((word) => !LITTLE.has(word)) : all).slice(
    0,
    MAX_WORDS,
  );
  if (words.length === 0) return null;
  const groups = readSenses(words, stem).map(({ words: own, english }) => {
    const last = own.at(-1) === words.at(-1);
    const names = [own.join(' '), ...english].map(quote);
    const alternatives = last && english.length === 0 ? [...names, `${quote(own.join(' '))} *`] : names;
    return alternatives.length === 1 ? names[0] : `(${alternatives.join(' OR ')})`;
  });
  const meaning = groups.join(' AND ');
  return looksLikeIdentifier(typed) ? `(identifier : ${quote(all.join(' '))} *) OR (${meaning})` : meaning;
}

const quote = (words: string): string => `"${words.replaceAll('"', '')}"`;

/** `LC-SC3-SCC-1`, `HORIZON-MISS-2026-CIT-01`, `MG-4.1`: letters and digits joined by hyphens or dots, no spaces. */
const looksLikeIdentifier = (typed: string): boolean => /^[\p{L}\p{N}]+([-._/][\p{L}\p{N}]+)+-?$/u.test(typed.trim());
