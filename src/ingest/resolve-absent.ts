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

/**
 * What became of live topics that a certified kind does not list: asked for by name whatever their status, then by their
 * details file, they are closed, seen after all, or missing. Only the missing are returned, to be counted with the
 * certificate.
 */
export async function resolveAbsent(
  scan: ScanContext,
  kind: TopicKind,
  listed: ReadonlySet<TopicKey>,
): Promise<Missing> {
  const none: Missing = { keys: [], withdrawn: 0 };
  const absent = (await readMaybeLive(scan.db, kind, [scan.source, 'snapshot'])).filter(
    (topic) => !listed.has(topic.key) && submissionStatus(topic, scan.at) !== 'closed',
  );
  if (absent.length === 0) return none;
  await scan.progress.phase(`${kind}: ${absent.length} no longer listed`);
  try {
    const found = await findByName(scan, kind, absent);
    const missing: Absent[] = [];
    for (const topic of absent.filter(({ key }) => !found.has(key))) {
      // A bundled fact that this source never listed is not looked for file by file: 300 of them would take 80 seconds.
      const worthAFile = kind === 'topic' && topic.source === scan.source;
      if (!worthAFile || !(await findByDetails(scan, topic))) missing.push(topic);
    }
    const withdrawn = missing.filter(({ missedScans }) => missedScans + 1 >= SCANS_TO_WITHDRAW).length;
    return { keys: missing.map(({ key }) => key), withdrawn };
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    scan.log.warn({ kind, reason: error.reason }, `absent topics stay as they are: ${error.message}`);
    return none;
  }
}

async function findByName(scan: ScanContext, kind: TopicKind, absent: readonly Absent[]): Promise<Set<TopicKey>> {
  const wanted = new Set(absent.map(({ key }) => key));
  const rows = await scan.reading.byName(
    kind,
    absent.map((topic) => scan.reading.nameOf(kind, kind === 'cascade' ? topic.key : topic.identifier)),
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
