import { decodeEntities } from '../entities.ts';

const ALLOWED = new Set(['http:', 'https:', 'mailto:']);
const SAFELINKS = /(^|\.)safelinks\.protection\.outlook\.com$/i;

const LONGEST = 4_000;

export type LinkVerdict = { href: string } | { refused: 'unsafe' | 'not a link' };

/**
 * What may stand in an `href`: http, https, mailto. Seen on the portal in 648 files (PORTAL-CONTRACT §3): addresses
 * encoded twice, `http:// x` with a blank, mail-gateway wrappers around the real address.
 */
export function safeLink(raw: string): LinkVerdict {
  if (raw.length > LONGEST) return { refused: 'not a link' };
  const text = decodeEntities(raw)
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim();
  const url = parse(text.replace(/^(https?:)\s*\/\/\s*/i, '$1//').replace(/^www\./i, 'https://www.'));
  if (url === null) return { refused: 'not a link' };
  const target = unwrapped(url);
  return ALLOWED.has(target.protocol) ? { href: target.href } : { refused: 'unsafe' };
}

function unwrapped(url: URL): URL {
  const inner = SAFELINKS.test(url.hostname) ? url.searchParams.get('url') : null;
  return (inner === null ? null : parse(inner)) ?? url;
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
