import { listArchives } from '../../../db/repositories/track-record.ts';
import { hashOf } from '../../ingest/hash.ts';
import type { Participation, TrackRecord } from '../../scoring/track-record.ts';
import type { Deps } from '../deps.ts';
import { readTrackRecord } from '../topics/list-track-record.ts';

/**
 * Hands the matcher what CORDIS told last, as soon as CORDIS itself was read; until then the bundled facts serve. Asked at
 * every start and after every reading. Says whether there was anything to hand over.
 */
export async function renewTrackRecord({ deps }: { deps: Pick<Deps, 'db' | 'learn'> }): Promise<boolean> {
  const archives = await listArchives(deps.db);
  if (deps.learn === undefined || !archives.some(({ origin }) => origin === 'cordis')) return false;
  deps.learn(await readTrackRecord(deps));
  return true;
}

/**
 * Both records as one: where they speak of the same part in the same project, the fresh one holds. The version is of what
 * is known, not of when it was read, so that an archive without news for our partners makes no score stale.
 */
export function mergeTrackRecords(bundled: TrackRecord, fresh: TrackRecord): TrackRecord {
  const told = new Set(fresh.participations.map(nameOf));
  const participations = [...fresh.participations, ...bundled.participations.filter((one) => !told.has(nameOf(one)))];
  // A topic whose title the archive does not give is titled by its identifier there.
  const titled = Object.entries(fresh.topics).filter(([topic, title]) => title !== topic || !(topic in bundled.topics));
  const topics = { ...bundled.topics, ...Object.fromEntries(titled) };
  const facts = participations.map((one) => JSON.stringify(one)).sort();
  const version = `${bundled.version}~${hashOf(JSON.stringify([facts, topics])).slice(0, 8)}`;
  return { version, source: bundled.source, topics, participations };
}

const nameOf = ({ pic, project, topic }: Participation): string => `${pic} ${project} ${topic}`;
