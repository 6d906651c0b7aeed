import type { Section } from '../../domain/topic.ts';
import { SECTION_LIMIT } from '../../normalise/html/section-writer.ts';
import { repairText } from '../../normalise/text.ts';

const CUT_MARK = ' […]';
const encoder = new TextEncoder();

/**
 * A plain text as a section: markup in it is shown, not run. One longer than a section may be is cut with a mark, and
 * `onCut` hears how long it was; letters outside ASCII count by their bytes, as the store counts them.
 */
export function plainSection(description: string, onCut: (length: string) => void): Section | null {
  const whole = repairText(description).trim();
  if (whole === '') return null;
  const kept = beginningThatFits(whole);
  if (kept !== whole) onCut(`${whole.length} characters`);
  const text = kept === whole ? whole : `${kept}${CUT_MARK}`;
  return { kind: 'description', heading: '', html: toHtml(text), text };
}

function toHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
}

function beginningThatFits(text: string): string {
  if (fits(text)) return text;
  let [fitting, tooLong] = [0, Math.min(text.length, SECTION_LIMIT + 1)];
  while (tooLong - fitting > 1) {
    const middle = (fitting + tooLong) >> 1;
    if (fits(text.slice(0, middle))) fitting = middle;
    else tooLong = middle;
  }
  // Never half of a character.
  return text.slice(0, fitting).replace(/[\ud800-\udbff]$/, '');
}

const fits = (text: string): boolean =>
  text.length <= SECTION_LIMIT && encoder.encode(toHtml(text)).length <= SECTION_LIMIT;
