import type { RecordedChange } from '../domain/change.ts';
import type { Instant } from '../domain/topic.ts';

/** A change waits an hour before it is told: what is undone within the hour is nothing to tell (issue of noise). */
export const SETTLE_MINUTES = 60;
/** More than so many alerts within the hour go out as one mail. */
export const GROUP_OVER = 3;

export interface Alert {
  topicKey: string;
  changes: RecordedChange[];
}

/** How one field of one topic moved: from the first step to the last. */
interface Span {
  first: number;
  last: number;
  lastAt: Instant;
}

/**
 * Up to which change everything has settled: the greatest id that cuts through no field still moving, so that what is
 * told up to it is told whole. 0 where nothing is.
 */
export function settledUpTo(changes: readonly RecordedChange[], now: Instant): number {
  const settledAt = Date.parse(now) - SETTLE_MINUTES * 60_000;
  const spans = spansOf(changes).sort((a, b) => b.first - a.first);
  let upTo = spans.reduce((greatest, { last }) => Math.max(greatest, last), 0);
  // From the newest down: a cut before one span may fall into an older one, which then waits too.
  for (const { first, last, lastAt } of spans)
    if (last > upTo || Date.parse(lastAt) > settledAt) upTo = Math.min(upTo, first - 1);
  return upTo;
}

function spansOf(changes: readonly RecordedChange[]): Span[] {
  const spans = new Map<string, Span>();
  for (const { id, at, topicKey, field, material } of changes) {
    if (!material) continue;
    const name = `${topicKey}\u0000${field}`;
    const known = spans.get(name);
    if (known === undefined) spans.set(name, { first: id, last: id, lastAt: at });
    else if (id > known.last) Object.assign(known, { last: id, lastAt: at });
    else known.first = Math.min(known.first, id);
  }
  return [...spans.values()];
}

/**
 * What is to be told of some changes: one step from the first `before` to the last `after` for each field, none where the
 * two are equal again.
 */
export function foldChanges(changes: readonly RecordedChange[]): Alert[] {
  const byField = new Map<string, RecordedChange[]>();
  for (const change of changes) {
    if (!change.material) continue;
    const id = `${change.topicKey}\u0000${change.field}`;
    const steps = byField.get(id);
    if (steps === undefined) byField.set(id, [change]);
    else steps.push(change);
  }
  const alerts = new Map<string, RecordedChange[]>();
  for (const steps of byField.values()) {
    const step = fold(steps);
    if (step !== null) alerts.set(step.topicKey, [...(alerts.get(step.topicKey) ?? []), step]);
  }
  return [...alerts].map(([topicKey, list]) => ({ topicKey, changes: list }));
}

/** One mail where there are few, one mail for all where there are many. */
export function groupAlerts(alerts: readonly Alert[]): Alert[][] {
  return alerts.length > GROUP_OVER ? [[...alerts]] : alerts.map((alert) => [alert]);
}

function fold(steps: readonly RecordedChange[]): RecordedChange | null {
  const ordered = [...steps].sort((a, b) => a.id - b.id);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) return null;
  return JSON.stringify(first.before) === JSON.stringify(last.after) ? null : { ...last, before: first.before };
}
