import { SCANS_TO_WITHDRAW } from '../../db/repositories/live-topics.ts';
import { touchTopics } from '../../db/repositories/topics-write.ts';
import { FetchFailure } from '../domain/fetch-failure.ts';
import type { TopicKind } from '../domain/topic.ts';
import type { Absent, AbsentSearch } from './absent-search.ts';
import { noteDetailsFailure } from './details-of.ts';
import { hashOf } from './hash.ts';
import { detailsDocument, rawStatements } from './raw-store.ts';
import type { ScanContext } from './scan-context.ts';
import { storeTopics } from './store-topics.ts';

/** Missing once more, it is withdrawn. */
export const isLastChance = ({ missedScans }: Absent): boolean => missedScans + 1 >= SCANS_TO_WITHDRAW;

/**
 * A bundled fact that this source never listed is looked for in its file once, before it would be withdrawn, and some a
 * scan: 300 at once would take 80 seconds. Those whose turn has not come are not counted as missing once more.
 */
export async function becameOf(scan: ScanContext, kind: TopicKind, topic: Absent, search: AbsentSearch) {
  if (kind !== 'topic') return 'missing';
  if (topic.source !== scan.source) {
    if (!isLastChance(topic)) return 'missing';
    if (search.bundledFiles >= BUNDLED_FILES) return 'later';
    search.bundledFiles += 1;
  }
  return (await findByDetails(scan, topic)) ? 'there' : 'missing';
}

const BUNDLED_FILES = 60;

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
