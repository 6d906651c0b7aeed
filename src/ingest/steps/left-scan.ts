import { gunzipSync, gzipSync } from 'node:zlib';
import { FetchFailure } from '../../domain/fetch-failure.ts';
import type { Traffic } from '../../domain/ports.ts';
import { Intake, type LeftIntake } from '../intake.ts';
import type { KindReading, OpenPass } from '../read-kind.ts';
import type { ScanContext } from '../scan-context.ts';
import type { ScanState } from '../scan-state.ts';
import { fromRuns, type Run, toRuns } from './runs.ts';

/** A scan between two steps. Plain JSON, about 15 bytes a topic once it is packed. */
export interface LeftScan {
  scan: Pick<ScanContext, 'id' | 'at' | 'archive' | 'hasBaseline' | 'detailsDown' | 'counts'>;
  state: Omit<ScanState, 'gaveUp' | 'current' | 'absent'> & {
    gaveUp: Pick<FetchFailure, 'reason' | 'message' | 'status'> | null;
    absent: { search: NonNullable<ScanState['absent']>['search']; listed: string[] } | null;
  };
  current: LeftKind | null;
}

type LeftKind = Omit<KindReading, 'intake' | 'passes'> & {
  intake: LeftIntake;
  /** References of a pass as places among the rows seen: passes that agree are a run each. */
  passes: (Omit<OpenPass, 'references'> & { references: Run[] })[];
};

/** Puts a scan down: what waits in memory is stored, the rest becomes text. */
export async function leaveScan(scan: ScanContext, state: ScanState, traffic: Traffic): Promise<string> {
  const { id, at, archive, hasBaseline, detailsDown, counts } = scan;
  const current = state.current === null ? null : await leaveKind(state.current);
  return pack({ scan: { id, at, archive, hasBaseline, detailsDown, counts }, state: plain(state, traffic), current });
}

/** The same where nothing waits in memory: at the beginning, and when only the cross-check is left. */
export const idleScan = (scan: ScanContext, state: ScanState): string => {
  const { id, at, archive, hasBaseline, detailsDown, counts } = scan;
  return pack({
    scan: { id, at, archive, hasBaseline, detailsDown, counts },
    state: plain(state, state.traffic),
    current: null,
  });
};

/** Takes a scan up again, over a context just opened. */
export function resumeState(scan: ScanContext, { state, current }: LeftScan): ScanState {
  const { gaveUp, absent } = state;
  return {
    ...state,
    gaveUp: gaveUp === null ? null : new FetchFailure(gaveUp.reason, gaveUp.message, gaveUp.status),
    absent: absent === null ? null : { search: absent.search, listed: new Set(absent.listed) },
    current: current === null ? null : resumeKind(scan, current),
  };
}

const pack = (left: LeftScan): string => gzipSync(JSON.stringify(left)).toString('base64');

// Written by `pack` alone, and never by another version: a cursor lives for minutes, and an older one is thrown away.
export const unpack = (text: string): LeftScan =>
  JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString('utf8')) as LeftScan;

function plain({ current: _current, gaveUp, absent, ...rest }: ScanState, traffic: Traffic): LeftScan['state'] {
  return {
    ...rest,
    traffic,
    gaveUp: gaveUp === null ? null : { reason: gaveUp.reason, message: gaveUp.message, status: gaveUp.status },
    absent: absent === null ? null : { search: absent.search, listed: [...absent.listed] },
  };
}

async function leaveKind({ intake, passes, ...rest }: KindReading): Promise<LeftKind> {
  const places = new Map([...intake.seen.keys()].map((reference, place) => [reference, place]));
  return {
    ...rest,
    intake: await intake.leave(),
    passes: passes.map((pass) => ({
      ...pass,
      references: toRuns([...pass.references].flatMap((reference) => places.get(reference) ?? [])),
    })),
  };
}

function resumeKind(scan: ScanContext, { intake, passes, ...rest }: LeftKind): KindReading {
  const references = intake.seen.map(([reference]) => reference);
  return {
    ...rest,
    intake: Intake.resume(scan, intake),
    passes: passes.map((pass) => ({
      ...pass,
      references: new Set(fromRuns(pass.references).flatMap((place) => references[place] ?? [])),
    })),
  };
}
