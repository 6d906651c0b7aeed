import { findArchive, replaceTrackRecord } from '../../../db/repositories/track-record.ts';
import { writeAll } from '../../ingest/write-all.ts';
import { trackRecordSnapshotSchema, unfoldSnapshot } from '../../sources/cordis/snapshot.ts';
import type { Deps } from '../deps.ts';

/**
 * Loads the bundled track record once a version, and only until CORDIS itself was read. Returns whether it was loaded.
 * `snapshot` is the parsed `db/seed/track-record/track-record.generated.json`, which the entries hand over.
 */
export async function loadTrackRecord({
  deps: { db, clock },
  input,
}: {
  deps: Pick<Deps, 'db' | 'clock'>;
  input: { snapshot: unknown };
}): Promise<boolean> {
  const snapshot = trackRecordSnapshotSchema.parse(input.snapshot);
  const held = await findArchive(db, snapshot.archive);
  if (held !== null && (held.origin === 'cordis' || held.version === snapshot.version)) return false;
  const { projects, participations, wins } = unfoldSnapshot(snapshot);
  const readAt = clock.now();
  const statements = replaceTrackRecord(db, {
    archive: {
      archive: snapshot.archive,
      origin: 'snapshot',
      version: snapshot.version,
      hash: null,
      readAt,
      checkedAt: readAt,
      partnersHash: '',
      projects: projects.length,
      organizations: participations.length,
      topics: wins.length,
      participations: participations.length,
      scanId: null,
    },
    projects,
    participations,
    wins,
  });
  await writeAll(db, statements);
  return true;
}
