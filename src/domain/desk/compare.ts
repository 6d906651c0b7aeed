/** Order of text by code unit: the same on every engine and in every locale, as days, instants and ids need. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same with the unknown last. */
export const unknownLast = (a: string | null, b: string | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return byText(a, b);
};
