import type { Issue } from '../domain/issue.ts';
import type { TopicKey } from '../domain/topic.ts';
import { loadPayloads, searchDocument } from './raw-store.ts';
import type { ScanContext } from './scan-context.ts';

export interface FreshRow {
  key: TopicKey;
  reference: string;
  hash: string;
  row: unknown;
}

/**
 * One row for each topic: the best of those that came, unless the catalogue holds a better one under another reference.
 * Rows of the old index come back with frozen statuses (PORTAL-CONTRACT §2.8); they must not overwrite newer ones.
 */
export async function chooseRows(
  scan: ScanContext,
  rows: readonly FreshRow[],
): Promise<{ chosen: FreshRow[]; issues: Issue[] }> {
  const groups = new Map<TopicKey, FreshRow[]>();
  for (const row of rows) {
    const own = groups.get(row.key);
    if (own === undefined) groups.set(row.key, [row]);
    else own.push(row);
  }
  const others = [...groups].flatMap(([key, own]) => {
    const known = scan.known.get(key)?.reference ?? null;
    return known === null || own.some(({ reference }) => reference === known) ? [] : [searchDocument(known)];
  });
  const stored = await loadPayloads(scan, others);
  const chosen: FreshRow[] = [];
  const issues: Issue[] = [];
  for (const [key, own] of groups) {
    const best = own.reduce((a, b) => (scan.mapping.preferRow(a.row, b.row) === a.row ? a : b));
    if (own.length > 1) issues.push(duplicate(key, own, best));
    const known = scan.known.get(key)?.reference ?? '';
    const kept = stored.get(searchDocument(known))?.payload;
    if (kept !== undefined && scan.mapping.preferRow(kept, best.row) === kept) issues.push(stale(key, best, known));
    else chosen.push(best);
  }
  return { chosen, issues };
}

const duplicate = (key: TopicKey, rows: readonly FreshRow[], best: FreshRow): Issue => ({
  kind: 'duplicate-row',
  subject: key,
  message: `${rows.length} rows for one topic; ${best.reference} was taken`,
  value: rows.map(({ reference }) => reference).join(', '),
});

const stale = (key: TopicKey, row: FreshRow, kept: string): Issue => ({
  kind: 'stale-index-row',
  subject: key,
  message: `the row ${row.reference} is older than what is known; ${kept} stays`,
  value: row.reference,
});
