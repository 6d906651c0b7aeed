import type { Section, SectionKind } from '../../domain/topic.ts';
import { needsRepair, repairText } from '../text.ts';
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
  /** True where hidden characters or broken encoding were repaired. */
  repaired = false;

  constructor(kind: SectionKind, heading: string, open: readonly OpenTag[] = []) {
    this.#kind = kind;
    this.#heading = heading;
    for (const tag of open) this.#push(tag);
  }

  /** The elements still open, for the section that takes over where this one ends. */
  get open(): readonly OpenTag[] {
    return this.#stack.slice();
  }

  openTag(tag: string, attributes = ''): OpenTag | null {
    if (BLOCKS.has(tag)) this.breakLine();
    const ended = ENDS[tag];
    for (let top = this.#stack.at(-1); top !== undefined && ended?.includes(top.tag); top = this.#stack.at(-1))
      this.closeTag(top);
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
    const isOrdinary = ORDINARY.test(raw);
    let text = isOrdinary && !raw.includes('  ') ? raw : this.#readable(raw);
    if (this.#spaced && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    this.#spaced = text.endsWith(' ');
    this.#write(isOrdinary ? text : escapeHtml(singleBrackets(text, this.#lastCharacter)));
    this.#line += text;
  }

  breakLine(): void {
    this.#spaced = true;
    if (this.#line === '') return;
    const line = withoutFootnotes(this.#line).trim();
    this.#line = '';
    if (line === '') return;
    this.#lines.push(this.#within(line));
    this.#textLength += line.length + 1;
  }

  /** A tag without content: a line break or a rule. */
  void(tag: 'br' | 'hr'): void {
    this.breakLine();
    const top = this.#stack.at(-1);
    if (tag === 'hr' && top?.tag === 'p') this.closeTag(top);
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

  #readable(raw: string): string {
    this.repaired ||= needsRepair(raw);
    return repairText(raw).replace(/\s+/g, ' ');
  }

  #push(tag: OpenTag): void {
    tag.at = this.#pieces.push(tag.markup) - 1;
    this.#length += tag.markup.length;
    this.#stack.push(tag);
  }

  #end({ tag, at }: OpenTag): void {
    if (BLOCKS.has(tag)) this.breakLine();
    if (at !== this.#pieces.length - 1) {
      this.#pieces.push(`</${tag}>`);
      return;
    }
    this.#pieces.pop();
    // An empty block still parted the words before and after it.
    const afterWords = this.#lastCharacter !== undefined && this.#lastCharacter !== '>';
    if (BLOCKS.has(tag) && afterWords) this.#pieces.push('<br>');
  }

  /** Of a tag always `>`, which words never end with: theirs is `&gt;`. */
  get #lastCharacter(): string | undefined {
    return this.#pieces.at(-1)?.at(-1);
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

/** Notes stand in double brackets in the source; readers need only one. `before` is the character that went before. */
function singleBrackets(text: string, before: string | undefined): string {
  const single = text.replace(/\[{2,}/g, '[').replace(/\]{2,}/g, ']');
  const doubles = before === single.charAt(0) && (before === '[' || before === ']');
  return doubles ? single.slice(1) : single;
}

function withoutHalfEntity(html: string): string {
  const begins = html.lastIndexOf('&');
  return begins > html.lastIndexOf(';') ? html.slice(0, begins) : html;
}
