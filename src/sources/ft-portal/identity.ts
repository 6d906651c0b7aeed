import type { TopicKey, TopicKind } from '../../domain/topic.ts';
import type { Facts } from './facts.ts';
import { kindByReference, kindByType } from './lookups.ts';
import { fieldValues, type Row, rowSchema } from './payload.ts';

const PORTAL = 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities';
/** The index that the portal itself shows; `SEDIA_PRD_CENTRICITY` was left behind (PORTAL-CONTRACT §2.6). */
const CURRENT_INDEX = 'SEDIA';
/** Rows of the old index were ingested in November 2024 or earlier (§2.8). */
const OLD_INGESTS_END = '2025-01-01';

/**
 * The key of a call. For a topic the identifier, the authority's own; for the other kinds the reference, because cascade
 * calls carry their parent's identifier and those of external calls are edited (PORTAL-CONTRACT §2.7).
 */
export function keyOf({ kind, identifier, reference }: Pick<Facts, 'kind' | 'identifier' | 'reference'>): TopicKey {
  return kind === 'topic' ? identifier : (reference ?? identifier);
}

/** The key of a search row, without mapping it; null where it has none. */
export function rowKey(row: unknown): TopicKey | null {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return null;
  const { reference, metadata } = parsed.data;
  const type = metadata.type?.[0];
  const kind = type === undefined ? kindByReference(reference) : kindByType(type);
  const identifier = metadata.identifier?.[0]?.trim() ?? '';
  if (kind === null || (kind === 'topic' && identifier === '')) return null;
  return keyOf({ kind, identifier, reference });
}

/** Other names of the same call. Parents' ids are none: several calls share them. Zero is how the portal says none. */
export function aliasesOf({ kind, ...ids }: Facts): string[] {
  const own: Record<TopicKind, (string | null)[]> = {
    topic: [ids.ccm2Id, ids.reference],
    cascade: [ids.callccm2Id],
    external: [ids.identifier, ids.callIdentifier],
  };
  const key = keyOf({ kind, ...ids });
  return [...new Set(own[kind])].filter((name): name is string => name !== null && name !== '0' && name !== key);
}

/** The page of a call, built by kind: the row's own `url` often leads to a data file that answers 404 (§2.7). */
export function pageUrl({ kind, identifier, reference, callccm2Id }: Facts): string | null {
  if (kind === 'topic') return `${PORTAL}/topic-details/${encodeURIComponent(identifier)}`;
  if (reference === null) return null;
  if (kind === 'external') return `${PORTAL}/prospect-details/${encodeURIComponent(reference)}`;
  const number = callccm2Id ?? /^\d+/.exec(reference)?.[0];
  return number === undefined ? null : `${PORTAL}/competitive-calls-cs/${encodeURIComponent(number)}`;
}

/**
 * Whether a row comes from the old index, whose statuses are frozen ("Open" since 2014). Most say so; one captured row
 * was labelled `SEDIA` and is told by the form of its reference or by its age (§2.8). In the H2020 archive there are no
 * others, so that the caller decides what to do with them.
 */
export function isStaleRow(row: Row): boolean {
  const indices = datasources(row);
  if (indices.length > 0 && !indices.includes(CURRENT_INDEX)) return true;
  const ingested = ingestDate(row);
  return kindByReference(row.reference) === null || (ingested !== '' && ingested < OLD_INGESTS_END);
}

/** Of two rows of one call the one to keep: English, current index, not stale, newest ingest; then by reference. */
export function preferRow(a: Row, b: Row): Row {
  for (const merit of MERITS) {
    const [first, second] = [merit(a), merit(b)];
    if (first !== second) return first > second ? a : b;
  }
  return a.reference >= b.reference ? a : b;
}

const MERITS: readonly ((row: Row) => string | number)[] = [
  (row) => Number(languageOf(row) === 'en'),
  (row) => Number(datasources(row).includes(CURRENT_INDEX)),
  (row) => Number(!isStaleRow(row)),
  ingestDate,
];

export function languageOf({ language, metadata }: Row): string | null {
  return metadata.language?.[0] ?? language ?? null;
}

const datasources = ({ metadata }: Row): string[] => metadata.DATASOURCE ?? metadata.datasource ?? [];

function ingestDate({ metadata }: Row): string {
  return metadata.esDA_IngestDate?.[0] ?? '';
}

/** What the index says about its own work and not about the call. */
const VOLATILE_FIELD = /^(esDA_|esST_|es_SortDate$|corporate-search-version$)/;

/** A row as far as it speaks of the call, fields in order: the same words as long as the call's are. */
export function stableRow({ reference, language, metadata }: Row): string[] {
  const fields = Object.keys(metadata).filter((field) => !VOLATILE_FIELD.test(field));
  return [reference, language ?? '', ...fields.sort().flatMap((field) => [field, ...fieldValues(metadata[field])])];
}
