/**
 * The form in which identifiers are compared: upper case, one kind of separator, no padding zeros. The portal and CORDIS
 * write one topic as `MG-1.2-2017` and `MG-1-2-2017`, `SFS-08` and `SFS-8`, `IoT-01` and `IOT-01` (DOMAIN §2.2). Only for
 * comparing: what is stored and shown is the authority's own spelling.
 */
export function comparableIdentifier(identifier: string): string {
  return identifier
    .trim()
    .toUpperCase()
    .replace(/[\s._/\-‐-―]+/g, '-')
    .replace(/(^|\D)0+(?=\d)/g, '$1');
}

/**
 * Whether a line of a call's budget is this topic's own. A blank must follow the identifier: by "includes", `…-D3-1`
 * would also take the line of `…-D3-10` (PORTAL-CONTRACT §2.5).
 */
export function isOwnLine(line: string, identifier: string): boolean {
  const own = identifier.trim().toUpperCase();
  if (own === '') return false;
  const text = line.trim().toUpperCase();
  return text === own || text.startsWith(`${own} `);
}
