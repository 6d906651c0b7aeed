/**
 * The first so many items, none of whose phrases says what another's says already: of «assistance» and «assistance
 * preparation» the longer one stands in the place of the stronger.
 */
export function distinctPhrases<Item extends { phrase: string }>(items: readonly Item[], most: number): Item[] {
  let chosen: Item[] = [];
  for (const item of items) {
    if (chosen.some((one) => says(one, item))) continue;
    const place = chosen.findIndex((one) => says(item, one));
    if (place >= 0) chosen = chosen.flatMap((one, n) => (n === place ? item : says(item, one) ? [] : one));
    else if (chosen.length < most) chosen.push(item);
  }
  return chosen;
}

const says = (one: { phrase: string }, other: { phrase: string }): boolean => bounded(one).includes(bounded(other));
const bounded = ({ phrase }: { phrase: string }): string =>
  ` ${phrase
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')} `;
