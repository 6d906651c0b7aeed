import { cut } from './archive-error.ts';

/** Reads a stream of chunks by the byte, holding one chunk at a time. */
export class ByteReader {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private rest: Uint8Array = new Uint8Array(0);
  /** Bytes handed out so far: the position in the stream. */
  position = 0;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  /** What came next, at most `most` bytes; undefined at the end of the stream. */
  async next(most = Number.POSITIVE_INFINITY): Promise<Uint8Array | undefined> {
    while (this.rest.length === 0) {
      const chunk = await this.chunks.next();
      if (chunk.done === true) return undefined;
      this.rest = chunk.value;
    }
    const piece = this.rest.subarray(0, Math.min(most, this.rest.length));
    this.rest = this.rest.subarray(piece.length);
    this.position += piece.length;
    return piece;
  }

  /** Gives back the end of the piece that `next` handed out last. */
  unread(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.rest = this.rest.length === 0 ? piece : concat([piece, this.rest]);
    this.position -= piece.length;
  }

  /** Exactly `length` bytes. Throws `ArchiveError` where the stream ends before. */
  async exactly(length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for (let missing = length; missing > 0; ) {
      const piece = await this.next(missing);
      if (piece === undefined) throw cut(`the archive ends at byte ${this.position}, ${missing} bytes too early`);
      pieces.push(piece);
      missing -= piece.length;
    }
    return concat(pieces);
  }

  /** Lets the source of the stream go. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }
}

export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
