const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Finds the cells of one row in bytes, without making them text: of the wide tables that we read, most cells are never
 * looked at. A quote inside a quoted cell is doubled; one that merely stands there, before anything but a delimiter or the
 * end of the line, is taken for text.
 */
export class CsvScanner {
  /** Cells in the row scanned last. */
  width = 0;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly doubled: boolean[] = [];
  private readonly delimiter: number;

  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** Where the row that starts at `from` ends, newline included; -1 where the bytes stop before (`last`: no more come). */
  scan(bytes: Buffer, from: number, last: boolean): number {
    this.width = 0;
    for (let at = from; ; at += 1) {
      at = bytes[at] === QUOTE ? this.quoted(bytes, at, last) : this.plain(bytes, at);
      if (at < 0 || (at >= bytes.length && !last)) return -1;
      if (bytes[at] === this.delimiter) continue;
      if (bytes[at] !== CR) return Math.min(at + 1, bytes.length);
      if (at + 1 >= bytes.length && !last) return -1;
      return bytes[at + 1] === LF ? at + 2 : at + 1;
    }
  }

  isBlank(): boolean {
    return this.width === 1 && this.starts[0] === this.ends[0];
  }

  text(bytes: Buffer, cell: number): string {
    const text = bytes.toString('utf8', this.starts[cell], this.ends[cell]);
    return this.doubled[cell] === true ? text.replaceAll('""', '"') : text;
  }

  private plain(bytes: Buffer, from: number): number {
    let at = from;
    while (at < bytes.length && bytes[at] !== this.delimiter && bytes[at] !== LF && bytes[at] !== CR) at += 1;
    this.add(from, at, false);
    return at;
  }

  private quoted(bytes: Buffer, from: number, last: boolean): number {
    let doubled = false;
    for (let at = bytes.indexOf(QUOTE, from + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
      if (at + 1 >= bytes.length && !last) return -1;
      const next = bytes[at + 1];
      if (next === QUOTE) {
        doubled = true;
        at += 1;
      } else if (next === undefined || next === this.delimiter || next === LF || next === CR) {
        this.add(from + 1, at, doubled);
        return at + 1;
      }
    }
    return -1;
  }

  private add(start: number, end: number, doubled: boolean): void {
    this.starts[this.width] = start;
    this.ends[this.width] = end;
    this.doubled[this.width] = doubled;
    this.width += 1;
  }
}
