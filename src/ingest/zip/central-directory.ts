import { cut, unsupported } from './archive-error.ts';

/** One line of the archive's own table of contents, which stands at its end. */
export interface DirectoryEntry {
  name: string;
  crc32: number;
  compressedSize: number;
  size: number;
}

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const ENTRY_BYTES = 46;
const END_BYTES = 22;
/** A field with this value stands, 64 bits wide, in the extra field 1. */
const ZIP64 = 0xffffffff;

/**
 * The table of contents from the bytes that follow the last member. That it is there, whole, with as many lines as it
 * says, is the proof that the archive was not cut.
 */
export function parseCentralDirectory(bytes: Uint8Array): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: DirectoryEntry[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const next = at + ENTRY_BYTES + nameLength + extraLength + commentLength;
    if (next > bytes.length) throw cut('the archive ends inside its table of contents');
    entries.push(entryAt(view, bytes, at, nameLength, extraLength));
    at = next;
  }
  const stated = statedEntries(view, at);
  // The 16-bit field counts 65,535 for "see the 64-bit record".
  if (stated !== 0xffff && stated !== entries.length)
    throw cut(`the archive's table of contents names ${stated} files and lists ${entries.length}`);
  return entries;
}

function entryAt(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  nameLength: number,
  extraLength: number,
): DirectoryEntry {
  const nameAt = at + ENTRY_BYTES;
  const name = new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameLength));
  const compressed = view.getUint32(at + 20, true);
  const plain = view.getUint32(at + 24, true);
  const wide = wideSizes(view, nameAt + nameLength, extraLength, name);
  return {
    name,
    crc32: view.getUint32(at + 16, true),
    size: plain === ZIP64 ? wide() : plain,
    compressedSize: compressed === ZIP64 ? wide() : compressed,
  };
}

/** Hands out the 64-bit sizes one after the other: the plain one comes first where both are there. */
function wideSizes(view: DataView, from: number, length: number, name: string): () => number {
  let at = from;
  while (at + 4 <= from + length && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  let next = at + 4;
  return () => {
    if (next + 8 > from + length) throw unsupported(`${name} has sizes that its zip64 field does not tell`);
    const size = Number(view.getBigUint64(next, true));
    next += 8;
    return size;
  };
}

/** How many files the end record states; zip64 records may stand before it, a comment may follow it. */
function statedEntries(view: DataView, from: number): number {
  for (let at = from; at + END_BYTES <= view.byteLength; at += 1) {
    if (view.getUint32(at, true) === END) return view.getUint16(at + 10, true);
  }
  throw cut('the archive ends without its table of contents');
}
