import { load } from 'cheerio/slim';
import type { Section, SectionKind } from '../../domain/topic.ts';
import type { Notes } from '../notes.ts';
import { BLOCKS, DROPPED, escapeHtml, KEPT } from './markup.ts';
import { isTooDeep, withoutTags } from './nesting.ts';
import { dropText, type Element, type Node, split, textOf } from './nodes.ts';
import { quickTree } from './quick-tree.ts';
import { safeLink } from './safe-link.ts';
import { readHeading, readLabel } from './section-heading.ts';
import { type OpenTag, SECTION_LIMIT, SectionWriter } from './section-writer.ts';

/** What is left to do: visit a node, or write the end of one. */
type Step = Node | OpenTag | 'end of line';

export interface SectionOptions {
  /** Kind and heading of what stands before the first heading. */
  kind: SectionKind;
  heading: string;
  /** True where every `<h1>`–`<h6>` begins a section (conditions); descriptions mark theirs with a class. */
  splitAtHeadings?: boolean;
}

/** What `load` does to a text, without making a `$` and its classes for each of thousands of texts. */
const cheerio = load('', { xml: false }, false);
const root = cheerio.root();
const parse = (html: string): readonly Node[] =>
  quickTree(html) ?? root._parse(html, cheerio._options, false, null).children;

const HEAD_CLASS = /(^|\s)topicdescriptionkind(\s|$|[:>])/i;
const MARKED = /topicdescriptionkind/i;
const MAY_BE_LABELLED = /^(?:p|h[1-6])$/;
/** More sections than anybody wrote; the rest stays in the last one. */
const MOST_SECTIONS = 100;

/**
 * Third-party HTML as headed sections, each sanitised and in plain text. The output is written anew from an allow-list
 * in one walk over the tree, so that nothing of the input's markup gets through unseen; hostile input costs linear time.
 */
export function htmlToSections(html: string, options: SectionOptions, notes: Notes): Section[] {
  if (html.trim() === '') return [];
  const isDeep = isTooDeep(html);
  if (isDeep) notes.add('section-cut', `${options.heading}: nested too deeply, markup dropped`, `${html.length}`);
  return new Walk(options, notes).read(isDeep ? withoutTags(html) : html);
}

class Walk {
  readonly #options: SectionOptions;
  readonly #notes: Notes;
  readonly #sections: Section[] = [];
  /** The steps ahead, the next one last. No recursion: the depth of the tree is the sender's choice. */
  readonly #steps: Step[] = [];
  #writer: SectionWriter;
  #begun = 1;
  /** False in texts of which no head is marked: there the portal's own labels at the begin of a paragraph have to do. */
  #isMarked = true;
  #repaired = false;

  constructor(options: SectionOptions, notes: Notes) {
    this.#options = options;
    this.#notes = notes;
    this.#writer = new SectionWriter(options.kind, options.heading);
  }

  read(html: string): Section[] {
    this.#isMarked = this.#options.splitAtHeadings === true || MARKED.test(html);
    this.#plan(parse(html));
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      if (step === 'end of line') this.#writer.breakLine();
      else if ('markup' in step) this.#writer.closeTag(step);
      else this.#visit(step);
    }
    this.#finishSection();
    if (this.#repaired)
      this.#notes.add('repaired-text', `${this.#options.heading}: hidden characters or broken encoding repaired`);
    return this.#sections;
  }

  #visit(node: Node): void {
    if (node.nodeType === 3) this.#writer.text(node.data);
    else if ('attribs' in node) this.#visitElement(node);
  }

  #visitElement(element: Element): void {
    const { name } = element;
    if (DROPPED.has(name)) return;
    if (name === 'br' || name === 'hr') this.#writer.breakLine();
    else if (this.#isHead(element) && this.#begun < MOST_SECTIONS && this.#beginSection(element)) return;
    else if (!this.#isMarked && MAY_BE_LABELLED.test(name) && this.#beginLabelled(element)) return;
    else this.#visitContent(element, KEPT.get(name));
  }

  #visitContent(element: Element, tag: string | undefined): void {
    const attributes = tag === 'a' ? this.#link(element) : tag === undefined ? null : '';
    if (BLOCKS.has(element.name)) {
      this.#writer.breakLine();
      this.#steps.push('end of line');
    }
    const opened = tag === undefined || attributes === null ? null : this.#writer.openTag(tag, attributes);
    if (opened !== null) this.#steps.push(opened);
    this.#plan(element.children);
  }

  #plan(nodes: readonly Node[]): void {
    for (let i = nodes.length - 1; i >= 0; i -= 1) {
      const node = nodes[i];
      if (node !== undefined) this.#steps.push(node);
    }
  }

  /** ` href="…"`, or null where the address cannot stand and only its text stays. */
  #link(element: Element): string | null {
    const raw = element.attribs.href;
    if (raw === undefined) return null;
    const link = safeLink(raw);
    if ('href' in link) return ` href="${escapeHtml(link.href)}"`;
    if (link.refused === 'unsafe') this.#notes.add('unsafe-link', `${this.#options.heading}: link removed`, raw);
    return null;
  }

  #isHead({ name, attribs }: Element): boolean {
    if (attribs.class !== undefined && HEAD_CLASS.test(attribs.class)) return true;
    return this.#options.splitAtHeadings === true && /^h[1-6]$/.test(name);
  }

  /** Begins the section that a head announces; false where the element is no head after all. */
  #beginSection(head: Element): boolean {
    const { text, body } = split(head.children);
    const heading = readHeading(text);
    if (heading === null) return false;
    const kind = this.#options.splitAtHeadings === true ? this.#options.kind : heading.kind;
    this.#startSection(kind, heading.heading);
    this.#steps.push('end of line');
    this.#plan(body);
    if (heading.rest !== '') this.#writer.text(heading.rest);
    return true;
  }

  /** `<p><strong>Scope:</strong> …`: the label becomes the heading, all behind it stays as it is. */
  #beginLabelled(paragraph: Element): boolean {
    const label = readLabel(textOf(paragraph));
    if (label === null || this.#begun >= MOST_SECTIONS) return false;
    this.#startSection(label.kind, label.heading);
    dropText(paragraph.children, label.length);
    this.#visitContent(paragraph, KEPT.get(paragraph.name));
    return true;
  }

  #startSection(kind: SectionKind, heading: string): void {
    const { open } = this.#writer;
    this.#finishSection();
    this.#writer = new SectionWriter(kind, heading, open);
    this.#begun += 1;
  }

  #finishSection(): void {
    const section = this.#writer.finish();
    this.#repaired ||= this.#writer.repaired;
    if (section === null) return;
    if (this.#writer.cut)
      this.#notes.add('section-cut', `${section.heading}: cut at ${SECTION_LIMIT} characters`, section.heading);
    this.#sections.push(section);
  }
}
