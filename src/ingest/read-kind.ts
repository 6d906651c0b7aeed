import { createHash } from 'node:crypto';
import { readLevel, type ScanLevel } from '../../db/repositories/levels.ts';
import { FetchFailure } from '../domain/fetch-failure.ts';
import type { Issue } from '../domain/issue.ts';
import type { KindCertificate } from '../domain/scan.ts';
import type { TopicKind } from '../domain/topic.ts';
import type { PassPage, PassPlace } from '../sources/reading.ts';
import { isConcordant, MAX_PASSES, type PassRecord, whyDiscordant } from './concordance.ts';
import { Intake } from './intake.ts';
import { judgeLevel } from './level-rule.ts';
import { noteOnScan } from './note-on-scan.ts';
import { checkControlCount, takeKeyless } from './rows-without-key.ts';
import type { ScanContext } from './scan-context.ts';

export interface KindOutcome {
  certificate: KindCertificate;
  intake: Intake;
  /** The level to keep with the certificate; null where the passes never agreed. */
  level: ScanLevel | null;
  /** Set when the source stopped answering: there is no use in asking for more. */
  gaveUp: FetchFailure | null;
}

/** A kind that is being read: all that is needed to go on with it. */
export interface KindReading {
  kind: TopicKind;
  intake: Intake;
  passes: OpenPass[];
  /** Where the last pass goes on; null between passes. */
  place: PassPlace | null;
}

export const beginKind = (scan: ScanContext, kind: TopicKind): KindReading => ({
  kind,
  intake: new Intake(scan),
  passes: [],
  place: null,
});

/** Reads one kind until two complete passes agree, judges it, and brings the catalogue up to what was seen. */
export async function readKind(scan: ScanContext, reading: KindReading): Promise<KindOutcome> {
  const { kind, intake, passes } = reading;
  const reasons: KindCertificate['reasons'] = [];
  const level = await readLevel(scan.db, scan.source, kind, scan.archive);
  let gaveUp: FetchFailure | null = null;
  let nextLevel: ScanLevel | null = null;
  try {
    await readPasses(scan, reading);
    if (isConcordant(passes)) {
      reasons.push(...(await checkControlCount(scan, kind, passes.at(-1)?.total ?? 0, intake)));
      await fillIn(scan, kind, intake);
      if (reasons.length === 0) {
        const verdict = judgeLevel(level, passes.at(-1)?.references.size ?? 0, scan.at.slice(0, 10), kind !== 'topic');
        nextLevel = verdict.level;
        if (verdict.problem !== null) reasons.push(verdict.problem);
      }
      await readOtherLanguages(scan, kind, intake, passes.at(-1)?.references ?? new Set());
    } else reasons.push(...whyDiscordant(passes));
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    gaveUp = error;
    reasons.push({ reason: error.reason, detail: error.message });
  }
  const certificate = certify(kind, passes, reasons, level.level);
  await intake.finish(certificate.verdict === 'certified');
  return { certificate, intake, level: nextLevel, gaveUp };
}

/** The first pass reads full rows, the others only identities. Repair is for disagreement; a failure ends it all. */
async function readPasses(scan: ScanContext, reading: KindReading): Promise<void> {
  const { kind, intake, passes } = reading;
  while (reading.place !== null || (passes.length < MAX_PASSES && !isConcordant(passes) && !isHopeless(passes))) {
    if (reading.place === null) passes.push({ references: new Set(), total: 0, pages: 0, repeated: 0, problems: [] });
    const record = passes.at(-1);
    if (record === undefined) return;
    const isFirst = passes.length === 1;
    await scan.progress.phase(`${kind}: pass ${passes.length}`);
    for await (const page of scan.reading.pass(kind, isFirst ? 'full' : 'keys', reading.place ?? undefined)) {
      if (record.pages === 0) scan.progress.expectPages(isFirst ? page.pages * 2 : passes.length > 2 ? page.pages : 0);
      await takePage(page, record, intake, isFirst);
      if (isFirst) await takeKeyless(scan, page.keyless, intake);
      reading.place = page.next;
      await scan.progress.page(scan.counts.topics + intake.seen.size);
      await scan.mayPause();
    }
    reading.place = null;
  }
}

const isHopeless = (passes: readonly PassRecord[]): boolean =>
  passes.at(-1)?.problems.some((problem) => problem.fatal) ?? false;

export type OpenPass = PassRecord & { references: Set<string> };

async function takePage(page: PassPage, record: OpenPass, intake: Intake, full: boolean): Promise<void> {
  record.pages += 1;
  record.total = page.total;
  record.problems.push(...page.problems);
  for (const { reference } of [...page.rows, ...page.keyless]) {
    if (record.references.has(reference)) record.repeated += 1;
    record.references.add(reference);
  }
  if (full) await intake.addFull(page.rows);
  else intake.addIdentities(page.rows);
}

/** Rows that the first pass missed and a later one named. */
async function fillIn(scan: ScanContext, kind: TopicKind, intake: Intake): Promise<void> {
  const names = intake.namesWithoutText();
  if (names.length === 0) return;
  const rows = await scan.reading.byName(kind, names);
  await intake.addFull(rows.filter(({ reference }) => intake.seen.has(reference)));
}

/** A few topics have no English row (PORTAL-CONTRACT §2.6). Not being able to ask for them proves nothing about the rest. */
async function readOtherLanguages(scan: ScanContext, kind: TopicKind, intake: Intake, sorted: ReadonlySet<string>) {
  const listed = intake.keys;
  const names = new Set([...intake.seen].flatMap(([reference, { name }]) => (sorted.has(reference) ? [name] : [])));
  if (names.size === 0) return;
  try {
    for await (const page of scan.reading.otherLanguages(kind, [...names])) {
      // Rows that were excluded come back all the same: the exclusion is not understood, and there is no end to them.
      if (page.rows.some(({ name }) => names.has(name))) return;
      await intake.addFull(page.rows.filter(({ key }) => !listed.has(key)));
    }
  } catch (error) {
    if (!(error instanceof FetchFailure) || error.reason === 'interrupted') throw error;
    scan.log.warn({ kind, reason: error.reason }, `no fallback to other languages: ${error.message}`);
    const issue: Issue = { kind: 'languages-unavailable', subject: kind, message: error.message, value: error.reason };
    await noteOnScan(scan, [issue]);
  }
}

function certify(
  kind: TopicKind,
  passes: readonly PassRecord[],
  reasons: KindCertificate['reasons'],
  baseline: number | null,
): KindCertificate {
  const last = passes.at(-1);
  const references = [...(last?.references ?? [])].sort();
  const agreed = isConcordant(passes);
  return {
    kind,
    verdict: reasons.length === 0 && agreed ? 'certified' : 'failed',
    reasons,
    passes: passes.filter((pass) => pass.pages > 0).length,
    pages: passes.reduce((sum, pass) => sum + pass.pages, 0),
    totalStated: last !== undefined && last.pages > 0 ? last.total : null,
    uniqueKeys: references.length,
    repeated: passes.reduce((sum, pass) => sum + pass.repeated, 0),
    keysHash: agreed ? createHash('sha256').update(references.join('\n')).digest('hex') : null,
    baseline,
  };
}
