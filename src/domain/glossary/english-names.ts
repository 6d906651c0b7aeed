import { foldWords, isLittle, readSenses } from './glossary.ts';

/** What a search for these words is also asked for, in the calls' English: `pista ciclabile` → cycle path, bicycle … */
export function englishNames(typed: string): string[] {
  const words = foldWords(typed).filter((word) => !isLittle(word));
  const names = readSenses(words).flatMap(({ english }) => english.map((name) => name.split(' +')[0] ?? name));
  return [...new Set(names)].filter((name) => !foldWords(name).every((word) => words.includes(word)));
}
