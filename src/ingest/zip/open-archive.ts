import { createHash } from 'node:crypto';
import { FetchFailure } from '../../domain/fetch-failure.ts';
import { cut } from './archive-error.ts';
import { ByteReader } from './byte-reader.ts';
import { type CsvTable, openCsv } from './read-csv.ts';
import { readZip } from './read-zip.ts';

/** One file of an archive, in the order of the archive; opened as a table or passed over, before the next is asked for. */
export interface ArchivedFile {
  name: string;
  open(): Promise<CsvTable>;
}

export interface OpenArchive {
  /** Ends without an error only where the archive is whole. */
  files: AsyncIterable<ArchivedFile>;
  /** SHA-256 and length of all bytes, once `files` has ended. */
  digest(): { sha256: string; bytes: number };
}

/** A zip of CSV tables as it comes over the network: never more than a chunk and a row is held. */
export function openArchive(chunks: AsyncIterable<Uint8Array>, { delimiter }: { delimiter: string }): OpenArchive {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of unbroken(chunks)) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  return {
    files: tables(new ByteReader(counted()), delimiter),
    digest: () => ({ sha256: hash.digest('hex'), bytes }),
  };
}

async function* tables(reader: ByteReader, delimiter: string): AsyncGenerator<ArchivedFile> {
  for await (const member of readZip(reader)) {
    yield { name: member.name, open: () => openCsv(member.bytes, delimiter) };
  }
}

/** A connection that breaks under way is a cut archive; what the fetcher has a name for keeps it. */
async function* unbroken(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw cut(`the connection broke: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
