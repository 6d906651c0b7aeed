import PDFDocument from 'pdfkit';
import type { Instant } from '../../domain/topic.ts';
import type { Lang } from '../lang.ts';
import { fontRuns } from './font-runs.ts';
import type { PaperFonts } from './paper-fonts.ts';

/** A4 with margins that leave room for punching and a stamp, in points. */
const MARGIN = { top: 62, bottom: 68, left: 62, right: 62 };
const INK = '#17324d';
const SOFT = '#455a70';
const LINE = '#c5cdd6';
const GAP = 8;
const CELL_GAP = 10;
const HEADING_SIZE = { 1: 20, 2: 13, 3: 11 } as const;

export interface PaperHead {
  title: string;
  author: string;
  lang: Lang;
  /** Written into the file as its date, so that the same content gives the same bytes. */
  madeAt: Instant;
  /** Stands at the foot of each page before its number. */
  foot: string;
}

export interface Column {
  head: string;
  /** Share of the width. */
  share: number;
  right?: boolean;
}

/** What stands in a cell; titles of calls are English whatever the paper's language. */
export type Cell = string | { text: string; lang: Lang };

type Look = { bold?: boolean; size?: number; soft?: boolean };
type Area = { x: number; width: number; right?: boolean };
type Tag = PDFKit.PDFStructureElement;

/**
 * An A4 document written from top to bottom, tagged for screen readers: headings, paragraphs and tables are what they
 * are, not only drawn so, and title and language are set. Fonts are embedded.
 */
export class Paper {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: Tag;
  readonly #head: PaperHead;
  readonly #chunks: Uint8Array[] = [];

  constructor(head: PaperHead, fonts: PaperFonts) {
    this.#head = head;
    this.#doc = new PDFDocument({
      size: 'A4',
      margins: MARGIN,
      lang: head.lang,
      tagged: true,
      displayTitle: true,
      bufferPages: true,
      pdfVersion: '1.7',
      info: { Title: head.title, Author: head.author, Creator: 'Bandolo', CreationDate: new Date(head.madeAt) },
      // No font of its own: Helvetica would have to be read from a disk.
      font: '',
    });
    this.#doc.registerFont('regular', bytesOf(fonts.regular));
    this.#doc.registerFont('bold', bytesOf(fonts.bold));
    this.#doc.registerFont('regular-extended', bytesOf(fonts.regularExtended));
    this.#doc.registerFont('bold-extended', bytesOf(fonts.boldExtended));
    this.#doc.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  heading(level: 1 | 2 | 3, text: string): void {
    const size = HEADING_SIZE[level];
    this.#room(size * 3);
    this.#down(level === 1 ? 0 : GAP);
    this.#tagged(`H${level}`, () => this.#text(text, { bold: true, size }));
    this.#down(GAP / 2);
  }

  paragraph(text: string, look: Look = {}): void {
    this.#tagged('P', () => this.#text(text, look));
    this.#down(GAP / 2);
  }

  /** Lines of a list; the mark is drawn as in print. */
  list(lines: readonly string[]): void {
    for (const line of lines) this.paragraph(`– ${line}`);
  }

  /** Name and value, a line between; the name takes its share of the width. */
  facts(rows: readonly (readonly [name: string, value: Cell])[], share = 0.28): void {
    this.#table(
      [
        { head: '', share },
        { head: '', share: 1 - share },
      ],
      rows,
      false,
    );
  }

  table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
    this.#table(columns, rows, true);
  }

  /** What the eye must find first, in a frame. */
  frame(small: string, large: string, below: string): void {
    this.#room(90);
    const { y } = this.#doc;
    this.#doc.y = y + 10;
    const inside = { x: MARGIN.left + 12, width: this.#width - 24 };
    this.#tagged('P', () => this.#text(small, { soft: true, size: 9 }, inside));
    this.#tagged('P', () => this.#text(large, { bold: true, size: 18 }, inside));
    if (below !== '') this.#tagged('P', () => this.#text(below, {}, inside));
    const height = this.#doc.y - y + 8;
    this.#artifact(() => this.#doc.rect(MARGIN.left, y, this.#width, height).lineWidth(1.2).stroke(INK));
    this.#doc.y = y + height;
    this.#down(GAP);
  }

  /** Places to sign, side by side, kept together. */
  signatures(names: readonly string[]): void {
    this.#room(110);
    this.#down(48);
    const width = (this.#width - CELL_GAP * 2 * (names.length - 1)) / names.length;
    const { y } = this.#doc;
    names.forEach((name, n) => {
      const x = MARGIN.left + n * (width + CELL_GAP * 2);
      this.#artifact(() => this.#rule(x, y, width, INK));
      this.#doc.y = y + 4;
      this.#tagged('P', () => this.#text(name, { size: 9 }, { x, width }));
    });
    this.#down(GAP);
  }

  nextPage(): void {
    this.#doc.addPage();
  }

  /** Closes the document. */
  async bytes(): Promise<Uint8Array> {
    this.#numberPages();
    this.#root.end();
    const ended = new Promise<void>((resolve, reject) => {
      this.#doc.once('end', () => resolve());
      this.#doc.once('error', reject);
    });
    this.#doc.end();
    await ended;
    return joined(this.#chunks);
  }

  get #width(): number {
    return this.#doc.page.width - MARGIN.left - MARGIN.right;
  }

  #table(columns: readonly Column[], rows: readonly (readonly Cell[])[], headed: boolean): void {
    const table = this.#doc.struct('Table');
    this.#root.add(table);
    const areas = this.#areas(columns);
    if (headed)
      this.#row(
        table,
        areas,
        columns.map(({ head }) => head),
        { tag: 'TH', soft: true },
      );
    for (const row of rows) this.#row(table, areas, row, {});
    table.end();
    this.#down(GAP);
  }

  #row(table: Tag, areas: readonly Area[], cells: readonly Cell[], { tag, soft }: { tag?: 'TH'; soft?: boolean }) {
    const look = (n: number): Look => ({ size: soft === true ? 9 : 10, soft: soft === true, bold: n === 0 });
    const height = Math.max(...cells.map((cell, n) => this.#height(textOf(cell), look(n), areas[n])));
    this.#room(height + 8);
    const { y } = this.#doc;
    const row = this.#doc.struct('TR');
    table.add(row);
    cells.forEach((cell, n) => {
      this.#doc.y = y + 4;
      const lang = typeof cell === 'string' ? {} : { lang: cell.lang };
      this.#tagged(tag ?? (n === 0 ? 'TH' : 'TD'), () => this.#text(textOf(cell), look(n), areas[n]), row, lang);
    });
    row.end();
    this.#doc.y = y + height + 8;
    this.#artifact(() => this.#rule(MARGIN.left, this.#doc.y, this.#width, LINE));
  }

  #areas(columns: readonly Column[]): Area[] {
    const whole = columns.reduce((sum, { share }) => sum + share, 0);
    let x = MARGIN.left;
    return columns.map(({ share, right = false }) => {
      const width = (this.#width * share) / whole;
      const area = { x, width: width - CELL_GAP, right };
      x += width;
      return area;
    });
  }

  #text(text: string, { bold = false, size = 10.5, soft = false }: Look, area: Partial<Area> = {}): void {
    const { x = MARGIN.left, width = this.#width, right = false } = area;
    const runs = fontRuns(text === '' ? ' ' : text);
    this.#doc.fontSize(size).fillColor(soft ? SOFT : INK);
    runs.forEach((run, n) => {
      const name = `${bold ? 'bold' : 'regular'}${run.extended ? '-extended' : ''}`;
      const options = { width, continued: n < runs.length - 1, align: right ? ('right' as const) : ('left' as const) };
      this.#doc.font(name);
      if (n === 0) this.#doc.text(run.text, x, this.#doc.y, options);
      else this.#doc.text(run.text, options);
    });
  }

  #height(text: string, { bold = false, size = 10.5 }: Look, area: Area | undefined): number {
    this.#doc.font(bold ? 'bold' : 'regular').fontSize(size);
    return this.#doc.heightOfString(text === '' ? ' ' : text, { width: area?.width ?? this.#width });
  }

  /** A new page where what comes next would be torn apart. */
  #room(height: number): void {
    if (this.#doc.y + height > this.#doc.page.height - MARGIN.bottom) this.#doc.addPage();
  }

  #down(points: number): void {
    this.#doc.y += points;
  }

  #tagged(type: string, draw: () => void, parent: Tag = this.#root, options: { lang?: Lang } = {}): void {
    parent.add(this.#doc.struct(type, options, draw));
  }

  /** Lines and page numbers: for the eye alone. */
  #artifact(draw: () => void): void {
    this.#doc.markContent('Artifact');
    draw();
    this.#doc.endMarkedContent();
  }

  #rule(x: number, y: number, width: number, colour: string): void {
    this.#doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.6)
      .stroke(colour);
  }

  #numberPages(): void {
    const { start, count } = this.#doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.#doc.switchToPage(page);
      // Below the margin pdfkit would begin a new page.
      this.#doc.page.margins.bottom = 0;
      this.#doc.y = this.#doc.page.height - 44;
      this.#artifact(() => this.#text(`${this.#head.foot} · ${page - start + 1}/${count}`, { size: 8, soft: true }));
      this.#doc.page.margins.bottom = MARGIN.bottom;
    }
  }
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

/** fontkit reads a font through the buffer under it: it must begin and end with the font. */
const bytesOf = (font: Uint8Array): Uint8Array => new Uint8Array(font);

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
