/** What Windows-1252 shows for the bytes 0x80–0x9F, in order; the five unassigned ones pass as themselves. */
const SPECIALS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const CONTINUATION = `[${SPECIALS}\u0080-\u00bf]`;
/**
 * UTF-8 that somebody read as Windows-1252: `Ã¨` for è, `â€™` for ’. Only the lead bytes of European letters and of
 * typographic marks are taken. Before a closing quote, dash or dots an honest capital Ä or Å can stand ("SPÄ…"), unless
 * it follows a small letter ("mÄ…dre"). The second half of à is a no-break space, which often became a blank on the way
 * ("cittÃ  e"): behind a small letter the first half alone is enough.
 */
const GARBLED = new RegExp(
  `[ÂÃ]${CONTINUATION}|(?<=\\p{Ll})Ã(?= )|(?<=\\p{Ll})[ÄÅ]${CONTINUATION}|[ÄÅ](?![‘’“”–—…])${CONTINUATION}|â[€‚„†ˆ‰]${CONTINUATION}|ï»¿`,
  'gu',
);
const MAY_BE_GARBLED = /[ÂÃÄÅâï]/;
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Text can be garbled twice; a third time was never seen, and a bound keeps hostile input linear. */
const PASSES = 3;

export function repairMojibake(text: string): string {
  let repaired = text;
  for (let pass = 0; pass < PASSES && MAY_BE_GARBLED.test(repaired); pass += 1) {
    const next = repaired.replace(GARBLED, decode);
    if (next === repaired) break;
    repaired = next;
  }
  return repaired;
}

function decode(garbled: string): string {
  if (garbled === 'Ã') return 'à';
  try {
    return utf8.decode(Uint8Array.from(garbled, byteOf));
  } catch {
    return garbled;
  }
}

function byteOf(character: string): number {
  const special = SPECIALS.indexOf(character);
  return special >= 0 ? 0x80 + special : (character.codePointAt(0) ?? 0);
}
