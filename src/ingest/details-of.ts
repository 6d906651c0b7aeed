import { readValidators, writeValidators } from '../../db/repositories/validators.ts';
import { FetchFailure } from '../domain/fetch-failure.ts';
import type { Issue } from '../domain/issue.ts';
import type { TopicKey } from '../domain/topic.ts';
import { hashOf } from './hash.ts';
import { noteOnScan } from './note-on-scan.ts';
import { detailsDocument, loadPayloads, rawStatements } from './raw-store.ts';
import type { ScanContext } from './scan-context.ts';
import { writeAll } from './write-all.ts';

export interface Details {
  /** Absent where the portal has no such file. */
  payload: unknown;
  hash: string;
}

/**
 * The details files of topics, asked for conditionally, kept as raw documents; what cannot be had now is taken as kept.
 * `over`: topics whose last deadline has passed. The kept file is enough for them: rows of a stale index come in hundreds
 * (PORTAL-CONTRACT §2.8), and a request for each, every day, would be rude.
 */
export async function readDetailsOf(
  scan: ScanContext,
  keys: readonly TopicKey[],
  over: ReadonlySet<TopicKey>,
): Promise<Map<TopicKey, Details>> {
  if (keys.length === 0) return new Map();
  const kept = await loadPayloads(scan, keys.map(detailsDocument));
  const answers = await Promise.all(
    keys.map(async (key): Promise<[TopicKey, Details]> => {
      const known = kept.get(detailsDocument(key)) ?? { payload: undefined, hash: '' };
      const answer = over.has(key) ? null : await askFor(scan, key, known.payload !== undefined);
      return [key, answer ?? known];
    }),
  );
  return new Map(answers);
}

/** Null where the kept file still holds, or nothing better could be had. */
async function askFor(scan: ScanContext, key: TopicKey, isKept: boolean): Promise<Details | null> {
  if (scan.detailsDown) return null;
  const url = scan.reading.detailsUrl(key);
  try {
    const validators = isKept ? await readValidators(scan.db, url) : { etag: null, lastModified: null };
    const answer = await scan.reading.details(key, validators);
    if (answer.outcome !== 'found') return null;
    const hash = hashOf(answer.body);
    const { payload } = answer;
    await writeAll(scan.db, [
      ...rawStatements(scan, [{ document: detailsDocument(key), topicKey: key, hash, payload }]),
      writeValidators(scan.db, url, answer, scan.at),
    ]);
    return { payload, hash };
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    await noteDetailsFailure(scan, key, error);
    return null;
  }
}

/** The details host is another one than the search: when it is down the scan goes on, and asks it nothing more. */
export async function noteDetailsFailure(scan: ScanContext, key: TopicKey, failure: FetchFailure): Promise<void> {
  if (failure.status === null || failure.status >= 500) scan.detailsDown = true;
  const issue: Issue = { kind: 'details-unavailable', subject: key, message: failure.message, value: failure.reason };
  scan.log.warn({ topic: key, reason: failure.reason }, failure.message);
  await noteOnScan(scan, [issue]);
}
