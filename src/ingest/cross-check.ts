import { readMaybeLive } from '../../db/repositories/live-topics.ts';
import { findKeysByAlias } from '../../db/repositories/topics-write.ts';
import { readValidators, writeValidators } from '../../db/repositories/validators.ts';
import { brusselsDay } from '../domain/brussels.ts';
import { FetchFailure } from '../domain/fetch-failure.ts';
import type { Issue } from '../domain/issue.ts';
import type { Day } from '../domain/topic.ts';
import type { ListedElsewhere } from '../sources/reading.ts';
import { noteOnScan } from './note-on-scan.ts';
import type { ScanContext } from './scan-context.ts';
import { writeAll } from './write-all.ts';

/** More disagreement than this is one message, not hundreds of rows. */
const MAX_ISSUES = 200;

/** Holds the catalogue against the source's second list and our code tables. What it finds are issues, never a verdict. */
export async function crossCheck(scan: ScanContext): Promise<void> {
  await scan.progress.phase('cross-check');
  await noteOnScan(scan, await quietly(scan, () => scan.reading.unknownCodes(), 'unknown-code', 'facet'));
  await noteOnScan(
    scan,
    await quietly(scan, () => checkSecondList(scan), 'bulk-unavailable', scan.reading.secondListUrl),
  );
}

async function quietly(
  scan: ScanContext,
  work: () => Promise<Issue[]>,
  kind: Issue['kind'],
  subject: string,
): Promise<Issue[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    scan.log.warn({ reason: error.reason }, `cross-check left out: ${error.message}`);
    return [{ kind, subject, message: error.message, value: error.reason }];
  }
}

async function checkSecondList(scan: ScanContext): Promise<Issue[]> {
  const url = scan.reading.secondListUrl;
  const list = await scan.reading.secondList(await readValidators(scan.db, url));
  if (list.items === null) return [];
  const today = brusselsDay(scan.at);
  const live = new Map<string, ListedElsewhere>();
  for await (const item of list.items) {
    if (item.status !== 'closed' && (item.deadlineDays.at(-1) ?? '') > today) live.set(item.identifier, item);
  }
  const issues = [...(await notListed(scan, live)), ...(await otherDays(scan, live, today))];
  await writeAll(scan.db, [writeValidators(scan.db, url, list, scan.at)]);
  return shortened(issues);
}

async function notListed(scan: ScanContext, live: ReadonlyMap<string, ListedElsewhere>): Promise<Issue[]> {
  const strangers = [...live.values()].filter(({ identifier }) => !scan.known.has(identifier));
  const names = strangers.flatMap(({ identifier, ccm2Id }) => [identifier, ...(ccm2Id === null ? [] : [ccm2Id])]);
  const aliases = await findKeysByAlias(scan.db, names);
  return strangers
    .filter(({ identifier, ccm2Id }) => !aliases.has(identifier) && !aliases.has(ccm2Id ?? ''))
    .map(({ identifier, status }) => ({
      kind: 'bulk-disagrees',
      subject: identifier,
      message: 'grantsTenders.json lists this topic, the search does not',
      value: status,
    }));
}

async function otherDays(scan: ScanContext, live: ReadonlyMap<string, ListedElsewhere>, today: Day): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const topic of await readMaybeLive(scan.db, 'topic', [scan.source])) {
    const item = live.get(topic.key);
    if (item === undefined) continue;
    const own = topic.rounds.flatMap((round) => round.deadlines.map(({ at }) => brusselsDay(at)));
    const ahead = (days: readonly Day[]) => [...new Set(days.filter((day) => day > today))].sort().join(', ');
    if (ahead(own) === ahead(item.deadlineDays)) continue;
    issues.push({
      kind: 'bulk-disagrees',
      subject: topic.key,
      message: `deadlines ahead: search ${ahead(own) || 'none'}, grantsTenders.json ${ahead(item.deadlineDays)}`,
      value: ahead(item.deadlineDays),
    });
  }
  return issues;
}

function shortened(issues: Issue[]): Issue[] {
  if (issues.length <= MAX_ISSUES) return issues;
  const message = `${issues.length} topics differ between the search and grantsTenders.json; the first ${MAX_ISSUES} are listed`;
  return [
    ...issues.slice(0, MAX_ISSUES),
    { kind: 'bulk-disagrees', subject: '(all)', message, value: String(issues.length) },
  ];
}
