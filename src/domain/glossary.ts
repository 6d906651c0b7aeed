import { GLOSSARY } from './glossary-terms.ts';

/** Stems a word of Italian; handed in, since stemming is a library's business. */
export type Stemmer = (word: string) => string;

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

/** What one stretch of a query may be called in an English call: itself, and the glossary's words for it. */
export interface Sense {
  words: string[];
  english: readonly string[];
}

/**
 * Cuts a query into senses, the longest glossary phrase first: `piste ciclabili a Milano` → [piste ciclabili | cycle path,
 * cycling, …] [a] [milano]. Phrases are compared by stem, so that plurals and agreements meet.
 */
export function readSenses(words: readonly string[], stem: Stemmer): Sense[] {
  const entries = entriesFor(stem);
  const stems = words.map(stem);
  const senses: Sense[] = [];
  let at = 0;
  while (at < words.length) {
    const { length, english } = longestAt(entries, stems, at);
    senses.push({ words: words.slice(at, at + length), english });
    at += length;
  }
  return senses;
}

type Entries = Map<string, readonly string[]>;
const built = new WeakMap<Stemmer, Entries>();
const LONGEST_PHRASE = 5;

function longestAt(
  entries: Entries,
  stems: readonly string[],
  at: number,
): { length: number; english: readonly string[] } {
  for (let length = Math.min(LONGEST_PHRASE, stems.length - at); length >= 1; length -= 1) {
    const english = entries.get(stems.slice(at, at + length).join(' '));
    if (english !== undefined) return { length, english };
  }
  return { length: 1, english: [] };
}

function entriesFor(stem: Stemmer): Entries {
  const known = built.get(stem);
  if (known !== undefined) return known;
  const entries: Entries = new Map();
  for (const [italian, english] of GLOSSARY) {
    for (const phrase of italian.split('|')) {
      const id = foldWords(phrase).map(stem).join(' ');
      entries.set(id, [...new Set([...(entries.get(id) ?? []), ...english.split('|')])]);
    }
  }
  built.set(stem, entries);
  return entries;
}
