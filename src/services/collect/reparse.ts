import { keysWithDocuments, readDocumentsOf, type StoredDocument } from '../../../db/repositories/raw-documents.ts';
import { readKnownTopics } from '../../../db/repositories/topics-write.ts';
import { invalid } from '../../domain/errors.ts';
import type { Issue } from '../../domain/issue.ts';
import type { TopicKey } from '../../domain/topic.ts';
import { withLease } from '../../ingest/lease.ts';
import { readPayload } from '../../ingest/raw-store.ts';
import { findSource, type Mapping, SOURCES } from '../../ingest/sources.ts';
import { type DraftToStore, type Storing, storeTopics } from '../../ingest/store-topics.ts';
import type { Deps } from '../deps.ts';
import { COLLECT_LEASE, unknownSource } from './collect.ts';

export interface ReparseInput {
  source?: string | undefined;
  onTopicsChanged?: (keys: readonly TopicKey[]) => Promise<void>;
}

export interface ReparseResult {
  documents: number;
  topics: number;
  changed: number;
  issues: number;
  changedKeys: TopicKey[];
}

export type ReparseDeps = Pick<Deps, 'db' | 'clock' | 'log' | 'workplace'>;

const CHUNK = 40;

/** Replays the kept raw documents through today's mapping, without a network: what a corrected mapping reads differently. */
export async function reparse({ deps, input }: { deps: ReparseDeps; input: ReparseInput }): Promise<ReparseResult> {
  const sources = input.source === undefined ? SOURCES : SOURCES.filter(({ card }) => card.id === input.source);
  if (input.source !== undefined && findSource(input.source) === undefined) throw unknownSource(input.source);
  if (sources.length === 0) throw invalid('no source keeps raw documents');
  return withLease(deps, COLLECT_LEASE, async () => {
    const total: ReparseResult = { documents: 0, topics: 0, changed: 0, issues: 0, changedKeys: [] };
    for (const { card, mapping } of sources) await reparseSource(deps, card.id, mapping, total);
    if (total.changedKeys.length > 0) await input.onTopicsChanged?.(total.changedKeys);
    return total;
  });
}

async function reparseSource(deps: ReparseDeps, source: string, mapping: Mapping, total: ReparseResult): Promise<void> {
  const storing: Storing = {
    id: null,
    db: deps.db,
    source,
    at: deps.clock.now(),
    known: await readKnownTopics(deps.db),
    hasBaseline: true,
    isReplay: true,
    counts: { topics: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, issues: 0 },
    changedKeys: new Set(),
  };
  const keys = await keysWithDocuments(deps.db, source);
  for (let at = 0; at < keys.length; at += CHUNK) {
    const documents = await readDocumentsOf(deps.db, source, keys.slice(at, at + CHUNK));
    total.documents += documents.length;
    const { drafts, issues } = replay(storing, mapping, documents);
    await storeTopics(storing, drafts, issues);
    deps.log.debug({ source, topics: at + CHUNK }, 'reparsing');
  }
  total.topics += keys.length;
  total.changed += storing.counts.changed;
  total.issues += storing.counts.issues;
  total.changedKeys.push(...storing.changedKeys);
}

/** The drafts of some topics, from the documents that stand behind them today. */
function replay(storing: Storing, mapping: Mapping, documents: readonly StoredDocument[]) {
  const byKey = new Map<TopicKey, { rows: StoredDocument[]; details: StoredDocument[] }>();
  for (const document of documents) {
    const key = document.topicKey ?? '';
    const own = byKey.get(key) ?? { rows: [], details: [] };
    byKey.set(key, own);
    (document.document.startsWith('details:') ? own.details : own.rows).push(document);
  }
  const drafts: DraftToStore[] = [];
  const issues: Issue[] = [];
  for (const [key, { rows, details }] of byKey) {
    const row = rows
      .map(readPayload)
      .reduce((best, one) => (best === undefined ? one : mapping.preferRow(best, one)), undefined);
    const [file] = details;
    const mapped = mapping.map({
      ...(row === undefined ? {} : { row }),
      ...(file === undefined ? {} : { details: readPayload(file) }),
    });
    issues.push(...mapped.issues);
    const rawHash = storing.known.get(key)?.rawHash ?? null;
    if (mapped.draft !== null)
      drafts.push({ draft: mapped.draft, rawHash, knownAs: mapped.draft.key === key ? null : key });
  }
  return { drafts, issues };
}
