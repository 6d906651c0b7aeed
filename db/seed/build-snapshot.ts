/**
 * `npx tsx db/seed/build-snapshot.ts [DATA]`: builds the bundled snapshot from the real data of a folder (default
 * `../shared/data` beside the checkout). The same data give the same file, byte for byte.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type SnapshotManifest, snapshotTopicSchema } from '../../src/domain/snapshot.ts';
import { h2020Facts } from './h2020-facts.ts';
import { liveFacts, SNAPSHOT_DATE } from './live-facts.ts';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../shared/data'));
const live = liveFacts(folder);
const h2020 = h2020Facts(folder).filter((topic) => !live.some((one) => one.identifier === topic.identifier));
const topics = [...live, ...h2020];
const lines = topics.map((topic) => JSON.stringify(withoutEmpty(topic)));
for (const line of lines) snapshotTopicSchema.parse(JSON.parse(line));

const manifest: SnapshotManifest = {
  format: 'bandolo-snapshot-1',
  version: `${SNAPSHOT_DATE}-${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 8)}`,
  date: SNAPSHOT_DATE,
  attribution: 'European Union, Funding & Tenders Portal / CORDIS',
  counts: {
    topics: topics.length,
    h2020: h2020.length,
    live: live.length,
    cascade: live.filter((topic) => topic.kind === 'cascade').length,
    external: live.filter((topic) => topic.kind === 'external').length,
  },
};
const target = join(import.meta.dirname, `snapshot-${SNAPSHOT_DATE}.jsonl`);
const body = `${[JSON.stringify(manifest), ...lines].join('\n')}\n`;
writeFileSync(target, body);
console.log(`${target}: ${Buffer.byteLength(body)} bytes`, manifest.counts);

/** Unknown is left out of a line, so that the file stays small and says nothing that is not known. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, own]) => own !== undefined && own !== null && own !== '' && !(Array.isArray(own) && own.length === 0))
      .map(([name, own]) => [name, withoutEmpty(own)]),
  );
}
