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

/**
 * What is to be told at an instant, out of the material changes since the last alerts: settled ones only, one step from
 * the first `before` to the last `after` for each field, none where the two are equal again.
 */
export function settledAlerts(changes: readonly RecordedChange[], now: Instant): Alert[] {
  return foldChanges(changes, new Date(Date.parse(now) - SETTLE_MINUTES * 60_000).toISOString());
}

/** The same without waiting: what a digest tells of a period is over. */
export function foldChanges(
  changes: readonly RecordedChange[],
  settledUntil: Instant = '9999-12-31T00:00:00Z',
): Alert[] {
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
    const step = settle(steps, settledUntil);
    if (step !== null) alerts.set(step.topicKey, [...(alerts.get(step.topicKey) ?? []), step]);
  }
  return [...alerts].map(([topicKey, list]) => ({ topicKey, changes: list }));
}

/** One mail where there are few, one mail for all where there are many. */
export function groupAlerts(alerts: readonly Alert[]): Alert[][] {
  return alerts.length > GROUP_OVER ? [[...alerts]] : alerts.map((alert) => [alert]);
}

function settle(steps: readonly RecordedChange[], settledUntil: string): RecordedChange | null {
  const ordered = [...steps].sort((a, b) => a.id - b.id);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (first === undefined || last === undefined || Date.parse(last.at) > Date.parse(settledUntil)) return null;
  if (JSON.stringify(first.before) === JSON.stringify(last.after)) return null;
  return { ...last, before: first.before };
}
