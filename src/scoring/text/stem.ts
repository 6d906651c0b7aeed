/** Letters that Italian and other European titles carry, folded so that `mobilità` and `mobilita` are one word. */
const FOLDED: Readonly<Record<string, string>> = {
  à: 'a', á: 'a', â: 'a', ã: 'a', ä: 'a', å: 'a', æ: 'ae', ç: 'c', è: 'e', é: 'e', ê: 'e', ë: 'e',
  ì: 'i', í: 'i', î: 'i', ï: 'i', ñ: 'n', ò: 'o', ó: 'o', ô: 'o', õ: 'o', ö: 'o', ø: 'o', œ: 'oe',
  ß: 'ss', ù: 'u', ú: 'u', û: 'u', ü: 'u', ý: 'y', ÿ: 'y',
}; // biome-ignore format: a table reads better in rows

/** Endings that only the spelling or the grammar decides; the first that fits is replaced. British and American meet here. */
const ENDINGS: readonly (readonly [ending: string, replacement: string, minLength: number])[] = [
  ['isations', 'is', 10],
  ['izations', 'is', 10],
  ['isation', 'is', 9],
  ['ization', 'is', 9],
  ['ising', 'is', 7],
  ['izing', 'is', 7],
  ['ised', 'is', 6],
  ['ized', 'is', 6],
  ['ises', 'is', 6],
  ['izes', 'is', 6],
  ['ise', 'is', 6],
  ['ize', 'is', 6],
  ['ities', 'ity', 6],
  ['ies', 'y', 5],
  ['sses', 'ss', 5],
  ['shes', 'sh', 5],
  ['ches', 'ch', 5],
  ['xes', 'x', 5],
];

/**
 * The form under which a word is looked up: lower case, accents folded, plural and spelling variants joined.
 * Deliberately light: a stronger stemmer would make *mobile* and *mobility* one word.
 */
export function stem(word: string): string {
  const lower = fold(word.toLowerCase());
  for (const [ending, replacement, minLength] of ENDINGS) {
    if (lower.length >= minLength && lower.endsWith(ending)) return lower.slice(0, -ending.length) + replacement;
  }
  return dropPlural(lower);
}

function fold(word: string): string {
  let folded = '';
  for (const letter of word) folded += FOLDED[letter] ?? letter;
  return folded;
}

function dropPlural(word: string): string {
  if (word.length < 3 || !word.endsWith('s')) return word;
  const before = word.at(-2);
  return before === 's' || before === 'u' || before === 'i' ? word : word.slice(0, -1);
}
