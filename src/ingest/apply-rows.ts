import { touchTopics } from '../../db/repositories/topics-write.ts';
import type { Issue } from '../domain/issue.ts';
import type { TopicDraft, TopicKey } from '../domain/topic.ts';
import { readDetailsOf } from './details-of.ts';
import { findRenamed } from './find-renamed.ts';
import { loadPayloads, searchDocument } from './raw-store.ts';
import type { ScanContext } from './scan-context.ts';
import type { SeenRows } from './seen-rows.ts';
import { type DraftToStore, storeTopics } from './store-topics.ts';

const CHUNK = 40;

interface Chosen {
  key: TopicKey;
  reference: string;
  hash: string;
  row: unknown;
}

/** Brings the catalogue up to what was seen of a kind: the new and the changed are mapped and merged, the rest is touched. */
export async function applyRows(scan: ScanContext, seen: SeenRows, listIsComplete: boolean): Promise<void> {
  const groups = [...seen.groups()];
  const listed = seen.keys;
  const untouched: TopicKey[] = [];
  for (let at = 0; at < groups.length; at += CHUNK) {
    const chunk = groups.slice(at, at + CHUNK).filter(([key, references]) => {
      const same = references.length === 1 && isSame(scan, key, seen.byReference.get(references[0] ?? '')?.hash ?? '');
      if (same) untouched.push(key);
      return !same;
    });
    const { chosen, issues } = await chooseRows(scan, seen, chunk);
    untouched.push(...(await storeChosen(scan, chosen, issues, listed, listIsComplete)));
  }
  scan.counts.unchanged += untouched.length;
  scan.counts.topics += listed.size;
  if (untouched.length > 0) await touchTopics(scan.db, untouched, scan.at);
}

/** A row alone decides, unless the topic also hangs on a details file (`+`), which must be asked for again. */
function isSame(scan: ScanContext, key: TopicKey, hash: string): boolean {
  const known = scan.known.get(key)?.rawHash ?? null;
  if (known === hash) return true;
  // A closed archive does not change in its details files; asking for thousands of them every time would be rude.
  return scan.archive !== null && known?.startsWith(`${hash}+`) === true;
}

/** Of several rows of one topic, and of the row the catalogue already holds, the best one. */
async function chooseRows(scan: ScanContext, seen: SeenRows, chunk: [TopicKey, string[]][]) {
  const stored = chunk.map(([key, references]) => {
    const own = scan.known.get(key)?.reference ?? null;
    return own !== null && !references.includes(own) ? own : null;
  });
  const held = new Map<string, unknown>();
  const wanted = new Set<string>();
  for (const [index, [, references]] of chunk.entries()) {
    for (const reference of references) {
      const payload = seen.take(reference);
      if (payload === undefined) wanted.add(searchDocument(reference));
      else held.set(searchDocument(reference), payload);
    }
    const own = stored[index];
    if (own) wanted.add(searchDocument(own));
  }
  for (const [name, { payload }] of await loadPayloads(scan, [...wanted])) held.set(name, payload);
  const chosen: Chosen[] = [];
  const issues: Issue[] = [];
  for (const [index, [key, references]] of chunk.entries()) {
    const best = prefer(scan, references, held);
    if (best === null) continue;
    if (references.length > 1) issues.push(duplicate(key, references, best.reference));
    const own = stored[index] ?? null;
    const kept = own === null ? undefined : held.get(searchDocument(own));
    if (own !== null && kept !== undefined && scan.mapping.preferRow(kept, best.row) === kept) {
      issues.push(stale(key, best.reference, own));
      continue;
    }
    chosen.push({ key, ...best, hash: seen.byReference.get(best.reference)?.hash ?? '' });
  }
  return { chosen, issues };
}

function prefer(scan: ScanContext, references: readonly string[], held: ReadonlyMap<string, unknown>) {
  let best: { reference: string; row: unknown } | null = null;
  for (const reference of references) {
    const row = held.get(searchDocument(reference));
    if (row === undefined) continue;
    if (best === null || scan.mapping.preferRow(best.row, row) === row) best = { reference, row };
  }
  return best;
}

/** Maps and stores; returns the keys of those that turned out to be as they were. */
async function storeChosen(
  scan: ScanContext,
  chosen: readonly Chosen[],
  issues: Issue[],
  listed: ReadonlySet<TopicKey>,
  listIsComplete: boolean,
): Promise<TopicKey[]> {
  const lacking = chosen.filter(({ row }) => scan.mapping.needsDetails(row)).map(({ key }) => key);
  const details = await readDetailsOf(scan, lacking);
  const same: TopicKey[] = [];
  const drafts: { draft: TopicDraft; rawHash: string }[] = [];
  for (const { key, row, hash } of chosen) {
    const own = details.get(key);
    const rawHash = own === undefined ? hash : `${hash}+${own.hash}`;
    if (scan.known.get(key)?.rawHash === rawHash) {
      same.push(key);
      continue;
    }
    const mapped = scan.mapping.map(own?.payload === undefined ? { row } : { row, details: own.payload });
    issues.push(...mapped.issues);
    if (mapped.draft !== null) drafts.push({ draft: mapped.draft, rawHash });
  }
  const renamed = await findRenamed(
    scan,
    drafts.map(({ draft }) => draft),
    listed,
    listIsComplete,
  );
  const ready: DraftToStore[] = drafts.map((one) => ({ ...one, knownAs: renamed.get(one.draft.key) ?? null }));
  await storeTopics(scan, ready, issues);
  return same;
}

const duplicate = (key: TopicKey, references: readonly string[], best: string): Issue => ({
  kind: 'duplicate-row',
  subject: key,
  message: `${references.length} rows for one topic; ${best} was taken`,
  value: references.join(', '),
});

const stale = (key: TopicKey, reference: string, kept: string): Issue => ({
  kind: 'stale-index-row',
  subject: key,
  message: `the row ${reference} is older than what is known; ${kept} stays`,
  value: reference,
});
