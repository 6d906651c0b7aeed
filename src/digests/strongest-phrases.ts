/**
 * The first so many phrases, none of which says what another says already: of «assistance» and «assistance preparation» the
 * longer one stands in the place of the stronger.
 */
export function strongestPhrases(phrases: readonly string[], most: number): string[] {
  let chosen: string[] = [];
  for (const phrase of phrases) {
    if (chosen.some((one) => says(one, phrase))) continue;
    const place = chosen.findIndex((one) => says(phrase, one));
    if (place >= 0) chosen = chosen.flatMap((one, n) => (n === place ? phrase : says(phrase, one) ? [] : one));
    else if (chosen.length < most) chosen.push(phrase);
  }
  return chosen;
}

const says = (phrase: string, part: string): boolean => bounded(phrase).includes(bounded(part));
const bounded = (phrase: string): string =>
  ` ${phrase
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')} `;
