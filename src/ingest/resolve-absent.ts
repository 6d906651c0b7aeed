import { readMaybeLive } from '../../db/repositories/live-topics.ts';
import { FetchFailure } from '../domain/fetch-failure.ts';
import { submissionStatus } from '../domain/submission-status.ts';
import type { TopicKey, TopicKind } from '../domain/topic.ts';
import { becameOf, isLastChance } from './absent-file.ts';
import type { Absent, AbsentSearch, Missing } from './absent-search.ts';
import { Intake } from './intake.ts';
import type { ScanContext } from './scan-context.ts';

/**
 * What became of live topics that a certified kind does not list: asked for by name whatever their status, then by their
 * details file, they are closed, seen after all, or missing. Only the missing are returned, to be counted with the
 * certificate.
 */
export async function resolveAbsent(
  scan: ScanContext,
  kind: TopicKind,
  listed: ReadonlySet<TopicKey>,
  search: AbsentSearch,
): Promise<Missing> {
  const absent = await absentTopics(scan, kind, listed, search.absent);
  search.absent ??= absent.map(({ key }) => key);
  if (absent.length === 0) return search.missing;
  await scan.progress.phase(`${kind}: ${absent.length} no longer listed`);
  try {
    await askByName(scan, kind, absent, search);
    await lookAtFiles(scan, kind, absent, search);
    return search.missing;
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    scan.log.warn({ kind, reason: error.reason }, `absent topics stay as they are: ${error.message}`);
    return { keys: [], withdrawn: 0 };
  }
}

/** In the order of the catalogue; a search that goes on looks for those it began with, whatever became of the first. */
async function absentTopics(
  scan: ScanContext,
  kind: TopicKind,
  listed: ReadonlySet<TopicKey>,
  chosen: readonly TopicKey[] | null,
): Promise<Absent[]> {
  const live = await readMaybeLive(scan.db, kind, [scan.source, 'snapshot']);
  if (chosen === null)
    return live.filter((topic) => !listed.has(topic.key) && submissionStatus(topic, scan.at) !== 'closed');
  const wanted = new Set(chosen);
  return live.filter(({ key }) => wanted.has(key));
}

/** As many names as one question to the source takes. */
const NAMES = 100;

async function askByName(scan: ScanContext, kind: TopicKind, absent: readonly Absent[], search: AbsentSearch) {
  const byKey = new Map(absent.map((topic) => [topic.key, topic]));
  const keys = search.absent ?? [];
  while (search.asked < keys.length) {
    const part = keys.slice(search.asked, search.asked + NAMES).flatMap((key) => byKey.get(key) ?? []);
    search.found.push(...(await findByName(scan, kind, part)));
    search.asked += NAMES;
    await scan.mayPause();
  }
}

async function lookAtFiles(
  scan: ScanContext,
  kind: TopicKind,
  absent: readonly Absent[],
  search: AbsentSearch,
): Promise<void> {
  const found = new Set(search.found);
  const byKey = new Map(absent.map((topic) => [topic.key, topic]));
  const keys = (search.absent ?? []).filter((key) => !found.has(key));
  while (search.looked < keys.length) {
    const topic = byKey.get(keys[search.looked] ?? '');
    const outcome = topic === undefined ? 'there' : await becameOf(scan, kind, topic, search);
    if (topic !== undefined && outcome === 'missing') {
      search.missing.keys.push(topic.key);
      if (isLastChance(topic)) search.missing.withdrawn += 1;
    }
    search.looked += 1;
    if (kind === 'topic') await scan.mayPause();
  }
}

async function findByName(scan: ScanContext, kind: TopicKind, absent: readonly Absent[]): Promise<Set<TopicKey>> {
  const wanted = new Set(absent.map(({ key }) => key));
  const rows = await scan.reading.byName(
    kind,
    absent.flatMap((topic) => scan.reading.namesOf(kind, topic)),
  );
  const intake = new Intake(scan);
  await intake.addFull(rows.filter(({ key }) => wanted.has(key)));
  await intake.finish(false);
  return intake.keys;
}
