/** Names of Latin-1 characters 160–255, in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const NAMED = new Map<string, string>([
  ...LATIN_1.split(' ').map((name, i): [string, string] => [name, String.fromCodePoint(160 + i)]),
  ...Object.entries({ lt: '<', gt: '>', quot: '"', apos: "'", ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’' }),
  ...Object.entries({ sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', bull: '•', hellip: '…', euro: '€', trade: '™' }),
  ...Object.entries({ le: '≤', ge: '≥', ne: '≠', minus: '−', rarr: '→', thinsp: ' ', ensp: ' ', emsp: ' ' }),
]);
/** However often an ampersand was encoded, it is one: `&amp;amp;#38;`. */
const AMPERSANDS = /&(?:(?:amp|#0{0,6}38|#x0{0,6}26);)+/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi;

/**
 * Decodes entities in plain text, where they are only left over from encoding twice (PORTAL-CONTRACT 7.9). Decoding
 * the result again changes nothing more.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(AMPERSANDS, '&').replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? entity;
    return character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  });
}

/** Controls and halves of pairs become a blank: removed, they could let their neighbours form a new entity. */
function character(code: number): string {
  const isText = code >= 32 && !(code >= 127 && code < 160) && !(code >= 0xd800 && code < 0xe000) && code <= 0x10ffff;
  return isText ? String.fromCodePoint(code) : ' ';
}
