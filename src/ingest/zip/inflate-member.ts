import { once } from 'node:events';
import { createInflateRaw, type InflateRaw } from 'node:zlib';
import { cut } from './archive-error.ts';
import type { ByteReader } from './byte-reader.ts';

/** 32 kB inflate to 33 MB at most, so that no bomb fills the memory. */
const PIECE_BYTES = 32_768;

/**
 * Inflates one deflate stream and leaves the reader on the byte behind it.
 *
 * zlib tells how many bytes it took, so that a member whose length stands only *behind* it (a data descriptor) ends where
 * it ends. Looking for the next signature instead, as fflate's `Unzip` does, finds a false one in about one of forty
 * archives of CORDIS's size (three signatures of 32 bits in 34 MB).
 */
export async function* inflateMember(reader: ByteReader, name: string): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw();
  const out: Uint8Array[] = [];
  inflate.on('data', (piece: Uint8Array) => out.push(piece));
  // The error reaches us through the write's callback; without a listener Node would end the process.
  inflate.on('error', () => undefined);
  try {
    for (;;) {
      const piece = await reader.next(PIECE_BYTES);
      if (piece === undefined) throw cut(`the archive ends inside ${name}`);
      const before = inflate.bytesWritten;
      await write(inflate, piece, name);
      yield* out.splice(0);
      const taken = inflate.bytesWritten - before;
      if (taken < piece.length) {
        reader.unread(piece.subarray(taken));
        break;
      }
    }
    if (!inflate.readableEnded) await once(inflate, 'end');
    yield* out;
  } finally {
    inflate.destroy();
  }
}

async function write(inflate: InflateRaw, piece: Uint8Array, name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    inflate.write(piece, (error) => (error ? reject(cut(`${name} does not inflate: ${error.message}`)) : resolve()));
  });
}
