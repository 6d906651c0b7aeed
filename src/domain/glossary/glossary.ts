import { ENVIRONMENT } from './environment.ts';
import { GOVERNANCE_ECONOMY } from './governance-economy.ts';
import { MOBILITY } from './mobility.ts';
import { PEOPLE } from './people.ts';
import { PROCEDURE } from './procedure.ts';
import type { Term } from './term.ts';

export const GLOSSARY: readonly Term[] = [...MOBILITY, ...ENVIRONMENT, ...PEOPLE, ...GOVERNANCE_ECONOMY, ...PROCEDURE];

/** Little words of both languages: they narrow nothing, and an Italian "di" stands in no English call. */
const LITTLE = new Set(
  'a ad agli ai al alla alle and anche bando bandi by call calls che col con da dagli dai dal dalla dalle degli dei del dell della delle dello di e ed for gli i il in la le lo l negli nei nel nella nelle of on or per sugli sui sul sulla sulle su the to tra un una uno with'.split(
    ' ',
  ),
);

export const isLittle = (word: string): boolean => LITTLE.has(word);

/** Words in search form: lower case, accents folded. `Mobilità` → `mobilita`. */
export function foldWords(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * An Italian word without number and gender: `anziano`, `anziani` → `anzian`; `parchi` → `parc`. Snowball's stemmer is for
 * text, where it cuts more and not alike: it takes *anziano* and *anziani* for two words (0.6.0, 2026-12-01).
 */
export function withoutEnding(word: string): string {
  const root = word.replace(/[aeiou]+$/, '').replace(/([cg])h$/, '$1');
  return root.length < 2 ? word : root;
}

/** What one stretch of a query may be called in an English call: itself, and the glossary's words for it. */
export interface Sense {
  words: string[];
  english: readonly string[];
}

/**
 * Cuts a query into senses, the longest glossary phrase first: `piste ciclabili a Milano` → [piste ciclabili | cycle path,
 * cycling, …] [a] [milano]. Phrases are compared without their endings, so that plurals and agreements meet.
 */
export function readSenses(words: readonly string[]): Sense[] {
  const roots = words.map(withoutEnding);
  const senses: Sense[] = [];
  let at = 0;
  while (at < words.length) {
    const { length, english } = longestAt(roots, at);
    senses.push({ words: words.slice(at, at + length), english });
    at += length;
  }
  return senses;
}

const LONGEST_PHRASE = 5;

function longestAt(roots: readonly string[], at: number): { length: number; english: readonly string[] } {
  entries ??= readEntries();
  for (let length = Math.min(LONGEST_PHRASE, roots.length - at); length >= 1; length -= 1) {
    const english = entries.get(roots.slice(at, at + length).join(' '));
    if (english !== undefined) return { length, english };
  }
  return { length: 1, english: [] };
}

let entries: Map<string, readonly string[]> | undefined;

function readEntries(): Map<string, readonly string[]> {
  const read = new Map<string, readonly string[]>();
  for (const [italian, english] of GLOSSARY) {
    for (const phrase of italian.split('|')) {
      const words = foldWords(phrase).filter((word) => !isLittle(word));
      const id = words.map(withoutEnding).join(' ');
      read.set(id, [...new Set([...(read.get(id) ?? []), ...english.split('|')])]);
    }
  }
  return read;
}
