import { decodeEntities } from './entities.ts';
import { repairMojibake } from './mojibake.ts';

/**
 * Never part of a text: controls except tab and line ends, byte order marks, zero-width spaces, soft hyphens, and the
 * marks that turn the reading direction (with them a title can show another file name or link than it holds).
 */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/g;
/** Invisible too, but each may be the second half of a garbled letter: `Ã\u00ad` is í. */
const INVISIBLE_AT_LAST = /[\u0080-\u0084\u0086-\u009f\u00ad]/g;
/** Any character that one of the repairs looks for; most texts have none, curly quotes and accents included. */
const MAY_NEED_REPAIR =
  /[&ÂÃÄÅâï\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]/;

/** A cheap test, wrong only on the careful side. */
export const mayNeedRepair = (text: string): boolean => MAY_NEED_REPAIR.test(text);

/** Half of a pair of code units: no character, and neither store nor page can hold it. */
const HALF_CHARACTER = /\p{Surrogate}/gu;

/** Text without invisible characters, doubled entities and mojibake; white space as it was. */
export function repairText(text: string): string {
  if (!mayNeedRepair(text)) return text;
  const ungarbled = repairMojibake(decodeEntities(text.replace(INVISIBLE, '')));
  return ungarbled.replace(INVISIBLE, '').replace(INVISIBLE_AT_LAST, '').replace(HALF_CHARACTER, '\ufffd');
}

/** One line of plain text: repaired, white space (line ends, runs of non-breaking spaces) as single blanks. */
export function plainLine(text: string): string {
  return repairText(text).replace(/\s+/g, ' ').trim();
}

/** What people should hear of when it was repaired: it may hide something, or the portal broke its encoding. */
const SUSPICIOUS = /[\u0000-\u0008\u000b\u000e-\u001f\u202a-\u202e\u2066-\u2069]|Ã[\u0080-\u00bf]|â€/;

export const needsRepair = (text: string): boolean => SUSPICIOUS.test(text);
