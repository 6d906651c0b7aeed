import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../db/project-root.node.ts';

const SEED = join(PROJECT_ROOT, 'db/seed');

/** The newest bundled snapshot, as text. */
export function readSnapshotFile(): string {
  const newest = readdirSync(SEED)
    .filter((name) => /^snapshot-\d{4}-\d{2}-\d{2}\.jsonl$/.test(name))
    .sort()
    .at(-1);
  if (newest === undefined) throw new Error(`no snapshot in ${SEED}; build one with npx tsx db/seed/build-snapshot.ts`);
  return readFileSync(join(SEED, newest), 'utf8');
}

/** The bundled track record, parsed; null where none is bundled. */
export function readTrackRecordFile(): unknown {
  const path = join(SEED, 'track-record/track-record.generated.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
