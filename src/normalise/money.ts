/** No programme of the Union has as much: a larger figure is a slip, and a slip is unknown. */
const MOST = 1e12;
/** Digits with separators, and at most one sign of the euro: `5000000`, `5 000 000`, `5,000,000.00`, `5.000.000,00 EUR`. */
const AMOUNT = /^(?:€|EUR)?\s?(\d[\d.,'\s]{0,30})\s?(?:€|EUR|euros?)?$/i;

/**
 * An amount in euro from what portals write; null = unknown. Zero is how they write "not told" (PORTAL-CONTRACT §2.5),
 * and what cannot be read is not guessed at.
 */
export function readEuro(raw: unknown): number | null {
  const amount = typeof raw === 'number' ? raw : typeof raw === 'string' ? amountOf(raw) : null;
  return amount !== null && amount > 0 && amount < MOST ? Math.round(amount * 100) / 100 : null;
}

/** A count such as expected grants: whole and above zero, otherwise unknown. */
export function readCount(raw: unknown): number | null {
  const count = readEuro(raw);
  return count !== null && Number.isInteger(count) ? count : null;
}

/** The sum of what is known; null where nothing is. */
export function sumKnown(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}

function amountOf(text: string): number | null {
  const digits = AMOUNT.exec(text.trim())?.[1]?.replace(/[\s']/g, '');
  if (digits === undefined) return null;
  const mark = decimalMark(digits);
  const plain = [...digits].filter((c) => c === mark || (c !== '.' && c !== ',')).join('');
  return Number(plain.replace(',', '.'));
}

/** The last separator is the decimal mark unless three digits follow it or it stands twice: `12.500` is a thousand. */
function decimalMark(digits: string): string {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return '';
  const mark = digits.charAt(last);
  const isGrouping = digits.length - last - 1 === 3 || digits.indexOf(mark) !== last;
  return isGrouping ? '' : mark;
}
