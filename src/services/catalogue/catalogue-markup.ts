import { KEPT } from '../../normalise/html/markup.ts';

const TAG = /<[^<>]*>/g;
const PLAIN = new RegExp(`^</?(${[...new Set([...KEPT.values(), 'br', 'hr'])].join('|')})>$`);
const LINK = /^<a href="(https?:|mailto:)[^"<>]*">$/i;

/**
 * Whether a section's HTML is what our own sanitiser writes: its tags, no attribute but a safe link. A file of another city
 * is from outside, and pages show sections as they are.
 */
export function isHouseMarkup(html: string): boolean {
  const tags = html.match(TAG) ?? [];
  return !/[<>]/.test(html.replace(TAG, '')) && tags.every((tag) => PLAIN.test(tag) || LINK.test(tag));
}
