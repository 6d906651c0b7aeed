import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { keepDocuments, readDocuments, type StoredDocument } from '../../db/repositories/raw-documents.ts';
import type { Statement } from '../../db/repositories/topics-write.ts';
import type { TopicKey } from '../domain/topic.ts';
import type { ScanContext } from './scan-context.ts';

export interface RawPayload {
  document: string;
  topicKey: TopicKey;
  hash: string;
  payload: unknown;
}

/**
 * The fastest level: a call text shrinks to a third, and the store is not the place to save seconds. Compressed at once: for
 * a row of 16 kB the way to a thread and back costs twice what its compression does. Into one piece of 32 kB, which most rows fit: with Node's 16 kB
 * pieces it takes half as long again (114 to 168 ms instead of 210 to 242 for 1,200 rows of 20 kB, 2026-12-01).
 */
const FAST = { level: constants.Z_BEST_SPEED, chunkSize: 32 * 1024 };
/** D1 takes no value over 2 MB; a row that stays larger even compressed is kept by its hash only. */
const MAX_BODY = 1_900_000;

export const searchDocument = (reference: string): string => `search:${reference}`;
export const detailsDocument = (identifier: string): string => `details:${identifier}`;

/** Statements that keep payloads as received, compressed. */
export function rawStatements(scan: ScanContext, payloads: readonly RawPayload[]): Statement[] {
  const documents = payloads.map(({ document, topicKey, hash, payload }) => {
    const body = gzipSync(JSON.stringify(payload), FAST);
    return { source: scan.source, document, topicKey, hash, fetchedAt: scan.at, scanId: scan.id, body };
  });
  return keepDocuments(
    scan.db,
    documents.filter(({ body }) => body.length <= MAX_BODY),
  );
}

export function readPayload({ body }: Pick<StoredDocument, 'body'>): unknown {
  return JSON.parse(gunzipSync(body).toString('utf8'));
}

/** Current payloads by document name. */
export async function loadPayloads(
  scan: Pick<ScanContext, 'db' | 'source'>,
  names: readonly string[],
): Promise<Map<string, { payload: unknown; hash: string }>> {
  if (names.length === 0) return new Map();
  const documents = await readDocuments(scan.db, scan.source, names);
  return new Map(documents.map((one) => [one.document, { payload: readPayload(one), hash: one.hash }]));
}
