import { readMaybeLive, SCANS_TO_WITHDRAW } from '../../db/repositories/live-topics.ts';
import { touchTopics } from '../../db/repositories/topics-write.ts';
import { FetchFailure } from '../domain/fetch-failure.ts';
import { submissionStatus } from '../domain/submission-status.ts';
import type { TopicKey, TopicKind } from '../domain/topic.ts';
import { noteDetailsFailure } from './details-of.ts';
import { hashOf } from './hash.ts';
import { Intake } from './intake.ts';
import { detailsDocument, rawStatements } from './raw-store.ts';
import type { ScanContext } from './scan-context.ts';
import { storeTopics } from './store-topics.ts';

type Absent = Awaited<ReturnType<typeof readMaybeLive>>[number];

export interface Missing {
  keys: TopicKey[];
  /** How many of them are missing for the third time. */
  withdrawn: number;
}

/** A search for the absent that can be left between two of them. Plain JSON. */
export interface AbsentSearch {
  /** Whom to look for; null before the catalogue was asked. */
  absent: TopicKey[] | null;
  /** How many of them were asked for by name, and whom that found. */
  asked: number;
  found: TopicKey[];
  /** How many of the others were looked at. */
  looked: number;
  missing: Missing;
}

export const beginAbsentSearch = (): AbsentSearch => ({
  absent: null,
  asked: 0,
  found: [],
  looked: 0,
  missing: { keys: [], withdrawn: 0 },
});

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
    // A bundled fact that this source never listed is not looked for file by file: 300 of them would take 80 seconds.
    const worthAFile = kind === 'topic' && topic?.source === scan.source;
    if (topic !== undefined && !(worthAFile && (await findByDetails(scan, topic)))) {
      search.missing.keys.push(topic.key);
      if (topic.missedScans + 1 >= SCANS_TO_WITHDRAW) search.missing.withdrawn += 1;
    }
    search.looked += 1;
    if (worthAFile) await scan.mayPause();
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

/** True where the details file tells what became of the topic; also where the file could not be asked for. */
async function findByDetails(scan: ScanContext, topic: Absent): Promise<boolean> {
  if (scan.detailsDown) return true;
  try {
    const answer = await scan.reading.details(topic.identifier, { etag: null, lastModified: null });
    if (answer.outcome !== 'found') return false;
    const { payload } = answer;
    const hash = hashOf(answer.body);
    const rawHash = `+${hash}`;
    if (topic.rawHash === rawHash) await touchTopics(scan.db, [topic.key], scan.at);
    else {
      const document = detailsDocument(topic.identifier);
      const kept = rawStatements(scan, [{ document, topicKey: topic.key, hash, payload }]);
      const { draft, issues } = scan.mapping.map({ details: payload });
      if (draft === null || draft.key !== topic.key) return false;
      await storeTopics(scan, [{ draft, rawHash, knownAs: null }], issues, kept);
    }
    return true;
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    await noteDetailsFailure(scan, topic.key, error);
    return true;
  }
}
