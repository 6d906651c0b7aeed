import type { Section, SectionKind } from '../../domain/topic.ts';
import { repairText } from '../text.ts';
import { withoutFootnotes } from './footnotes.ts';
import { BLOCKS, ENDS, escapeHtml } from './markup.ts';

/** Nothing reads a longer section, and the store takes values of at most 2 MB. */
export const SECTION_LIMIT = 500_000;
const CUT_MARK = '[…]';
/** Deeper markup has no meaning to readers; its text stays. */
const DEEPEST = 40;
const ORDINARY = /^[\x20\x21\x23-\x25\x27-\x3b\x3d\x3f-\x5a\x5c\x5e-\x7e]*$/;

/** One tag that was written and is still open. */
export interface OpenTag {
  readonly tag: string;
  readonly markup: string;
  /** Where its markup stands among the pieces, to take it back if nothing follows. */
  at: number;
  open: boolean;
}

/** Writes one section, as sanitised HTML and as plain text side by side. */
export class SectionWriter {
  readonly #kind: SectionKind;
  readonly #heading: string;
  readonly #pieces: string[] = [];
  readonly #lines: string[] = [];
  #line = '';
  #stack: OpenTag[] = [];
  #length = 0;
  #textLength = 0;
  /** True at the begin of a line and after a blank, where another blank would be one too many. */
  #spaced = true;
  cut = false;

  constructor(kind: SectionKind, heading: string, open: readonly OpenTag[] = []) {
    this.#kind = kind;
    this.#heading = heading;
    for (const tag of open) this.#push(tag);
  }

  /** Takes over where another section ends: the elements still open there are open here too. */
  next(kind: SectionKind, heading: string): SectionWriter {
    return new SectionWriter(kind, heading, this.#stack.slice());
  }

  openTag(tag: string, attributes = ''): OpenTag | null {
    if (BLOCKS.has(tag)) this.breakLine();
    for (const top of this.#stack.slice().reverse()) {
      if (!ENDS[tag]?.includes(top.tag)) break;
      this.closeTag(top);
    }
    if (this.cut || this.#stack.length >= DEEPEST) return null;
    const open: OpenTag = { tag, markup: `<${tag}${attributes}>`, at: 0, open: true };
    this.#push(open);
    return open;
  }

  closeTag(tag: OpenTag): void {
    if (!tag.open) return;
    while (tag.open) {
      const top = this.#stack.pop();
      if (top === undefined) break;
      top.open = false;
      this.#end(top);
    }
  }

  text(raw: string): void {
    if (this.cut) return;
    let text = ORDINARY.test(raw) && !raw.includes('  ') ? raw : repairText(raw).replace(/\s+/g, ' ');
    if (this.#spaced && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    this.#spaced = text.endsWith(' ');
    this.#line += text;
    this.#write(ORDINARY.test(text) ? text : escapeHtml(singleBrackets(text)));
  }

  breakLine(): void {
    this.#spaced = true;
    if (this.#line === '') return;
    const line = withoutFootnotes(this.#line).replace(/ {2,}/g, ' ').trim();
    this.#line = '';
    if (line === '') return;
    this.#lines.push(this.#within(line));
    this.#textLength += line.length + 1;
  }

  /** A tag without content: a line break or a rule. */
  void(tag: 'br' | 'hr'): void {
    this.breakLine();
    if (tag === 'hr') for (const top of this.#stack.slice(-1)) if (top.tag === 'p') this.closeTag(top);
    if (!this.cut) this.#write(`<${tag}>`);
  }

  /** The section, or null where it holds nothing: half of the portal's headings have nothing below them. */
  finish(): Section | null {
    for (const tag of this.#stack.splice(0).reverse()) this.#end(tag);
    this.breakLine();
    if (this.cut) {
      this.#pieces.push(`<p>${CUT_MARK}</p>`);
      this.#lines.push(CUT_MARK);
    }
    const html = this.#pieces.join('').trim();
    const text = this.#lines.join('\n');
    return text === '' ? null : { kind: this.#kind, heading: this.#heading, html, text };
  }

  #push(tag: OpenTag): void {
    tag.at = this.#pieces.push(tag.markup) - 1;
    this.#length += tag.markup.length;
    this.#stack.push(tag);
  }

  #end({ tag, at }: OpenTag): void {
    if (BLOCKS.has(tag)) this.breakLine();
    if (at === this.#pieces.length - 1) this.#pieces.pop();
    else this.#pieces.push(`</${tag}>`);
  }

  #write(html: string): void {
    const room = SECTION_LIMIT - this.#length;
    this.#length += html.length;
    this.cut = html.length > room;
    this.#pieces.push(this.cut ? withoutHalfEntity(html.slice(0, Math.max(0, room))) : html);
  }

  #within(line: string): string {
    return line.slice(0, Math.max(0, SECTION_LIMIT - this.#textLength));
  }
}

/** Notes stand in double brackets in the source; readers need only one. */
const singleBrackets = (text: string): string => text.replace(/\[{2,}/g, '[').replace(/\]{2,}/g, ']');

function withoutHalfEntity(html: string): string {
  const begins = html.lastIndexOf('&');
  return begins > html.lastIndexOf(';') ? html.slice(0, begins) : html;
}
