import { crc32 } from 'node:zlib';
import { cut, unsupported } from './archive-error.ts';
import { type ByteReader, concat } from './byte-reader.ts';
import { type DirectoryEntry, parseCentralDirectory } from './central-directory.ts';
import { inflateMember } from './inflate-member.ts';

/** One file of an archive, in the order of the archive; its bytes can be read once, before the next one is asked for. */
export interface ZipMember {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

interface LocalHeader {
  name: string;
  method: number;
  compressedSize: number;
  /** The sizes stand behind the data. */
  describedAfter: boolean;
}

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
/** A table of contents of more than this is not one of a bulk archive of a dozen files. */
const MOST_DIRECTORY_BYTES = 4_000_000;

/**
 * The files of a zip as they stream by; never more than a chunk is held. What was read is compared at the end with the
 * archive's own table of contents (names, CRC-32, sizes): only when the iteration ends without an `ArchiveError` is what
 * it gave known to be whole, so keep nothing before.
 */
export async function* readZip(reader: ByteReader): AsyncGenerator<ZipMember> {
  const read: DirectoryEntry[] = [];
  try {
    for (let header = await nextHeader(reader); header !== undefined; header = await nextHeader(reader)) {
      const entry = { name: header.name, crc32: 0, compressedSize: 0, size: 0 };
      const bytes = memberBytes(reader, header, entry);
      yield { name: header.name, bytes };
      for await (const _ of bytes); // what the caller did not read is still checked
      read.push(entry);
    }
    compare(read, parseCentralDirectory(await tail(reader)));
  } finally {
    await reader.close();
  }
}

async function nextHeader(reader: ByteReader): Promise<LocalHeader | undefined> {
  const signature = await reader.exactly(4);
  if (u32(signature) !== LOCAL_HEADER) {
    if (reader.position === 4 && signature[0] !== 0x50)
      throw unsupported(`this is no zip archive: it begins with «${new TextDecoder('latin1').decode(signature)}»`);
    reader.unread(signature);
    return undefined;
  }
  const fixed = await reader.exactly(26);
  const view = new DataView(fixed.buffer, fixed.byteOffset, fixed.byteLength);
  const flags = view.getUint16(2, true);
  const name = new TextDecoder().decode(await reader.exactly(view.getUint16(22, true)));
  await reader.exactly(view.getUint16(24, true));
  if ((flags & 1) !== 0) throw unsupported(`${name} is encrypted`);
  return {
    name,
    method: view.getUint16(4, true),
    compressedSize: view.getUint32(14, true),
    describedAfter: (flags & 8) !== 0,
  };
}

/** The plain bytes of one member; `entry` gathers what was read. Once begun, it is read to its end or not at all. */
async function* memberBytes(
  reader: ByteReader,
  header: LocalHeader,
  entry: DirectoryEntry,
): AsyncGenerator<Uint8Array> {
  const begin = reader.position;
  for await (const piece of plainBytes(reader, header)) {
    entry.crc32 = crc32(piece, entry.crc32);
    entry.size += piece.length;
    yield piece;
  }
  entry.compressedSize = reader.position - begin;
  if (header.describedAfter) await skipDescriptor(reader, entry);
}

function plainBytes(reader: ByteReader, header: LocalHeader): AsyncIterable<Uint8Array> {
  if (header.method === DEFLATED) return inflateMember(reader, header.name);
  if (header.method !== STORED) throw unsupported(`${header.name} is packed by method ${header.method}, not deflate`);
  if (header.describedAfter && header.compressedSize === 0 && !header.name.endsWith('/'))
    throw unsupported(`${header.name} is stored without its length`);
  return storedBytes(reader, header);
}

async function* storedBytes(reader: ByteReader, header: LocalHeader): AsyncGenerator<Uint8Array> {
  for (let missing = header.compressedSize; missing > 0; ) {
    const piece = await reader.next(missing);
    if (piece === undefined) throw cut(`the archive ends inside ${header.name}`);
    missing -= piece.length;
    yield piece;
  }
}

/** A descriptor has an optional signature, the CRC and two sizes of 32 or 64 bits; the table of contents repeats them. */
async function skipDescriptor(reader: ByteReader, entry: DirectoryEntry): Promise<void> {
  const start = await reader.exactly(4);
  // Folders may promise a descriptor and have none.
  if (isHeader(start)) return reader.unread(start);
  if (u32(start) === DESCRIPTOR && entry.crc32 !== DESCRIPTOR) await reader.exactly(4);
  await reader.exactly(8);
  const next = await reader.exactly(4);
  if (isHeader(next)) reader.unread(next);
  else await reader.exactly(4); // the sizes were 64 bits wide
}

async function tail(reader: ByteReader): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let piece = await reader.next(); piece !== undefined; piece = await reader.next()) {
    length += piece.length;
    if (length > MOST_DIRECTORY_BYTES) throw unsupported('the archive goes on where its table of contents should be');
    pieces.push(piece);
  }
  return concat(pieces);
}

function compare(read: readonly DirectoryEntry[], stated: readonly DirectoryEntry[]): void {
  if (read.length !== stated.length)
    throw cut(`the archive states ${stated.length} files, ${read.length} were found in it`);
  for (const [index, entry] of read.entries()) {
    const promise = stated.find((one) => one.name === entry.name) ?? stated[index];
    for (const field of ['crc32', 'size', 'compressedSize'] as const) {
      if (promise?.[field] !== entry[field])
        throw cut(`${entry.name}: the archive states ${field} ${promise?.[field]}, its bytes give ${entry[field]}`);
    }
  }
}

const isHeader = (bytes: Uint8Array) => u32(bytes) === LOCAL_HEADER || u32(bytes) === DIRECTORY_ENTRY;
const u32 = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
