import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../../src/ingest/zip/archive-error.ts';
import { ByteReader } from '../../../src/ingest/zip/byte-reader.ts';
import { readZip } from '../../../src/ingest/zip/read-zip.ts';
import { inPieces, streamedArchive } from '../../sources/cordis/fake-archive.ts';

const LONG = Array.from({ length: 20_000 }, (_, i) => `row ${i * 7919}`).join('\n');
const FILES = { 'a/first.txt': 'one', 'a/long.txt': LONG, 'a/empty.txt': '', 'last.txt': 'end' };

async function read(bytes: Uint8Array, size?: number, wanted: (name: string) => boolean = () => true) {
  const files: Record<string, string> = {};
  for await (const member of readZip(new ByteReader(inPieces(bytes, size)))) {
    if (!wanted(member.name)) continue;
    const pieces: Uint8Array[] = [];
    for await (const piece of member.bytes) pieces.push(piece);
    files[member.name] = Buffer.concat(pieces).toString();
  }
  return files;
}

const plain = (files: Record<string, string>, level: 0 | 6 = 6) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level });

async function faultOf(bytes: Uint8Array): Promise<ArchiveError> {
  const error = await read(bytes).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(ArchiveError);
  return error as ArchiveError;
}

describe('an archive as it streams by', () => {
  it.each([1, 61, 97, 65_536, 10_000_000])('is read alike in chunks of %i bytes', async (size) => {
    if (size === 1) return expect(await read(plain({ a: 'x', b: 'y' }), 1)).toEqual({ a: 'x', b: 'y' });
    expect(await read(plain(FILES), size)).toEqual(FILES);
    expect(await read(streamedArchive(FILES), size)).toEqual(FILES);
    expect(await read(plain(FILES, 0), size)).toEqual(FILES);
  });

  it('passes over files nobody wants, and still checks them', async () => {
    expect(await read(streamedArchive(FILES), 97, (name) => name === 'last.txt')).toEqual({ 'last.txt': 'end' });
  });

  it('is not fooled by a signature inside the data', async () => {
    const tricky = { 'stored.txt': 'PK\x03\x04 PK\x01\x02 PK\x07\x08', b: 'x' };
    expect(await read(plain(tricky, 0))).toEqual(tricky);
  });

  it('takes folders for empty files', async () => {
    expect(await read(plain({ 'csv/': '', 'csv/a': 'x' }))).toEqual({ 'csv/': '', 'csv/a': 'x' });
    expect(await read(streamedArchive({ 'csv/': '', 'csv/a': 'x' }))).toEqual({ 'csv/': '', 'csv/a': 'x' });
  });

  it('notices wherever it is cut', async () => {
    for (const whole of [plain(FILES), streamedArchive(FILES)]) {
      for (const share of [0.1, 0.5, 0.9, 0.99, 0.999]) {
        const fault = await faultOf(whole.slice(0, Math.floor(whole.length * share)));
        expect(fault.fault).toBe('cut');
      }
      expect((await faultOf(whole.slice(0, -1))).fault).toBe('cut');
    }
  });

  it('notices a byte that flipped on the way', async () => {
    const whole = plain(FILES, 0);
    whole[42] = (whole[42] ?? 0) ^ 1;
    expect((await faultOf(whole)).message).toMatch(/crc32/);
  });

  it('says what it is when it is no archive', async () => {
    expect(await faultOf(strToU8('<!doctype html><html></html>'))).toMatchObject({
      fault: 'unsupported',
      message: expect.stringContaining('<!do'),
    });
    expect((await faultOf(new Uint8Array(0))).fault).toBe('cut');
  });
});
