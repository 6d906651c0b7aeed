import type { Section, SectionKind } from '../../domain/topic.ts';
import { mayNeedRepair, needsRepair, repairText } from '../text.ts';
import { withoutFootnotes } from './footnotes.ts';
import { BLOCKS, ENDS, escapeHtml } from './markup.ts';

/** Nothing reads a longer section, and the store takes values of at most 2 MB. In characters. */
export const SECTION_LIMIT = 500_000;
const CUT_MARK = '[…]';
/** Deeper markup has no meaning to readers; its text stays. */
const DEEPEST = 40;
/** Characters that stand for themselves in HTML and in plain text, and need no look at their neighbours. */
const ORDINARY = /^[\x20\x21\x23-\x25\x27-\x3b\x3d\x3f-\x5a\x5c\x5e-\x7e]*$/;
/** White space that is not one blank between words. */
const UNEVEN = /\s\s|[^\S ]/;

/** An element that was opened. Its tag is written together with its first words, so that empty elements vanish. */
export interface OpenTag {
  readonly tag: string;
  readonly markup: string;
  open: boolean;
  written: boolean;
}

/** Writes one section, as sanitised HTML and as plain text side by side. */
export class SectionWriter {
  readonly #kind: SectionKind;
  readonly #heading: string;
  readonly #pieces: string[] = [];
  readonly #lines: string[] = [];
  readonly #stack: OpenTag[];
  /** Words of one element, gathered over tags that leave no trace: an entity may be cut by a `<span>`. */
  #words = '';
  /** How many elements were open when the first of these words came. */
  #depth = 0;
  #line = '';
  #length = 0;
  /** True at the begin of a line and after a blank, where another blank would be one too many. */
  #spaced = true;
  /** True where the last piece of HTML is words or inline markup, and a new line needs a `<br>`. */
  #inline = false;
  #owesBreak = false;
  cut = false;
  /** True where hidden characters or broken encoding were repaired. */
  repaired = false;

  /** `open`: the elements still open where the section before ended. */
  constructor(kind: SectionKind, heading: string, open: readonly OpenTag[] = []) {
    this.#kind = kind;
    this.#heading = heading;
    this.#stack = [...open];
    for (const tag of open) tag.written = false;
  }

  get open(): readonly OpenTag[] {
    return this.#stack.slice();
  }

  openTag(tag: string, attributes = ''): OpenTag | null {
    if (BLOCKS.has(tag)) this.breakLine();
    const ended = ENDS.get(tag);
    for (let top = this.#stack.at(-1); top !== undefined && ended?.includes(top.tag); top = this.#stack.at(-1))
      this.closeTag(top);
    if (this.#stack.length >= DEEPEST) return null;
    const opened: OpenTag = { tag, markup: `<${tag}${attributes}>`, open: true, written: false };
    this.#stack.push(opened);
    return opened;
  }

  /** Closes an element and all that is still open in it; one that is closed already stays so. */
  closeTag(tag: OpenTag): void {
    while (tag.open) {
      const top = this.#stack.at(-1);
      if (top === undefined) return;
      if (BLOCKS.has(top.tag)) this.breakLine();
      else if (this.#depth >= this.#stack.length) this.#flush();
      this.#stack.pop();
      top.open = false;
      if (top.written) this.#write(`</${top.tag}>`, !BLOCKS.has(top.tag));
    }
  }

  text(raw: string): void {
    if (this.cut) return;
    if (this.#words !== '' && this.#stack.length !== this.#depth) this.#flush();
    this.#depth = this.#stack.length;
    this.#words += raw;
  }

  breakLine(): void {
    this.#flush();
    this.#spaced = true;
    this.#owesBreak = this.#inline;
    if (this.#line === '') return;
    const line = withoutFootnotes(this.#line).trim();
    this.#line = '';
    if (line !== '') this.#lines.push(line);
  }

  /** The section, or null where it holds nothing: half of the portal's headings have nothing below them. */
  finish(): Section | null {
    this.breakLine();
    for (const { tag, written } of this.#stack.toReversed()) if (written) this.#write(`</${tag}>`, false);
    if (this.cut) {
      this.#pieces.push(`<p>${CUT_MARK}</p>`);
      this.#lines.push(CUT_MARK);
    }
    const text = this.#lines.join('\n');
    if (text === '') return null;
    return { kind: this.#kind, heading: this.#heading, html: this.#pieces.join(''), text };
  }

  #flush(): void {
    const raw = this.#words;
    if (raw === '') return;
    this.#words = '';
    const isOrdinary = ORDINARY.test(raw);
    const text = this.#spaceless(isOrdinary && !raw.includes('  ') ? raw : this.#readable(raw));
    if (text === '' || this.cut) return;
    this.#writeOpenTags();
    this.#writeWords(text, isOrdinary ? text : escapeHtml(singleBrackets(text)));
    this.#spaced = text.endsWith(' ');
  }

  #readable(raw: string): string {
    let text = raw;
    if (mayNeedRepair(raw)) {
      this.repaired ||= needsRepair(raw);
      text = repairText(raw);
    }
    return UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text;
  }

  #spaceless(text: string): string {
    return this.#spaced && text.startsWith(' ') ? text.slice(1) : text;
  }

  /** The tags of the elements that the words stand in, as far as they are not written yet. */
  #writeOpenTags(): void {
    const innermost = this.#stack[this.#depth - 1];
    if (!this.#owesBreak && (innermost === undefined || innermost.written)) return;
    const unwritten = this.#stack.slice(0, this.#depth).filter((tag) => !tag.written);
    const isBlock = unwritten.some(({ tag }) => BLOCKS.has(tag));
    if (this.#owesBreak && !isBlock) this.#write('<br>', false);
    this.#owesBreak = false;
    for (const tag of unwritten) {
      this.#write(tag.markup, !BLOCKS.has(tag.tag));
      tag.written = true;
    }
  }

  #writeWords(text: string, html: string): void {
    const room = Math.max(0, SECTION_LIMIT - this.#length);
    this.cut = html.length > room;
    this.#write(this.cut ? withoutHalfEntity(head(html, room)) : html, true);
    this.#line += this.cut ? head(text, room) : text;
  }

  #write(html: string, inline: boolean): void {
    this.#pieces.push(html);
    this.#length += html.length;
    this.#inline = inline;
  }
}

/** Notes stand in double brackets in the source; readers need only one. */
function singleBrackets(text: string): string {
  if (!text.includes('[[') && !text.includes(']]')) return text;
  // Bracket by bracket: a run of millions taken whole can exhaust the stack of the matcher.
  return text.replace(/\[(?=\[)/g, '').replace(/\](?=\])/g, '');
}

/** The first characters, never half of the last. */
function head(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

function withoutHalfEntity(html: string): string {
  const begins = html.lastIndexOf('&');
  return begins > html.lastIndexOf(';') ? html.slice(0, begins) : html;
}
