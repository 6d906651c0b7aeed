import { and, eq, isNull, sql } from 'drizzle-orm';
import { rawDocuments } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { inJson, insertBound } from './insert-rows.ts';

/** A raw document as the store keeps it: the body is gzip-compressed JSON. */
export type StoredDocument = typeof rawDocuments.$inferSelect;
export type NewDocument = Omit<StoredDocument, 'supersededAt'>;

/** Statements that keep documents as the current ones and mark what they replace. */
export function keepDocuments(db: Db, documents: readonly NewDocument[]) {
  const [first] = documents;
  if (first === undefined) return [];
  const rows = documents.map((document) => ({ ...document, supersededAt: null }));
  const inserts = insertBound(db, rawDocuments, rows, {
    target: [rawDocuments.source, rawDocuments.document, rawDocuments.hash],
    replace: [rawDocuments.supersededAt, rawDocuments.topicKey, rawDocuments.fetchedAt],
  });
  const names = documents.map(({ document }) => document);
  const hashes = documents.map(({ hash }) => hash);
  const supersede = db
    .update(rawDocuments)
    .set({ supersededAt: first.fetchedAt })
    .where(
      and(
        eq(rawDocuments.source, first.source),
        isNull(rawDocuments.supersededAt),
        inJson(rawDocuments.document, names),
        sql`not ${inJson(rawDocuments.hash, hashes)}`,
      ),
    );
  return [...inserts, supersede];
}

/** The current versions of named documents. */
export async function readDocuments(db: Db, source: string, names: readonly string[]): Promise<StoredDocument[]> {
  return await db
    .select()
    .from(rawDocuments)
    .where(
      and(eq(rawDocuments.source, source), isNull(rawDocuments.supersededAt), inJson(rawDocuments.document, names)),
    );
}

/** The current documents of some topics. */
export async function readDocumentsOf(db: Db, source: string, keys: readonly string[]): Promise<StoredDocument[]> {
  return await db
    .select()
    .from(rawDocuments)
    .where(
      and(eq(rawDocuments.source, source), isNull(rawDocuments.supersededAt), inJson(rawDocuments.topicKey, keys)),
    );
}

/** Keys of all topics with documents of a source, in order of row number. */
export async function keysWithDocuments(db: Db, source: string): Promise<string[]> {
  const rows = await db.all<{ key: string }>(
    sql`select key from topics where exists (select 1 from raw_documents
        where source = ${source} and topic_key = topics.key and superseded_at is null) order by id`,
  );
  return rows.map(({ key }) => key);
}
