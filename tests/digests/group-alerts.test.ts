import { describe, expect, it } from 'vitest';
import { foldChanges, groupAlerts, settledUpTo } from '../../src/digests/group-alerts.ts';
import type { RecordedChange } from '../../src/domain/change.ts';

let id = 0;
const change = (
  topicKey: string,
  minute: number,
  before: unknown,
  after: unknown,
  more: Partial<RecordedChange> = {},
): RecordedChange => ({
  id: ++id,
  topicKey,
  at: new Date(Date.UTC(2026, 10, 23, 6, minute)).toISOString(),
  field: 'deadlines',
  before,
  after,
  material: true,
  source: 'ft-portal',
  scanId: 1,
  ...more,
});
const NOW = '2026-11-23T08:00:00Z';
const settledAlerts = (changes: RecordedChange[], now: string) => {
  const upTo = settledUpTo(changes, now);
  return foldChanges(changes.filter(({ id: one }) => one <= upTo));
};

describe('alerts', () => {
  it('tell a material change once it has stood for an hour', () => {
    expect(settledAlerts([change('A', 0, 'x', 'y')], NOW)).toHaveLength(1);
    expect(settledAlerts([change('A', 59, 'x', 'y')], '2026-11-23T07:00:00Z')).toEqual([]);
  });

  it('say nothing of a change that was undone', () => {
    expect(settledAlerts([change('A', 0, 'x', 'y'), change('A', 20, 'y', 'x')], NOW)).toEqual([]);
  });

  it('tell one step from the first value to the last', () => {
    const [alert] = settledAlerts([change('A', 0, 'x', 'y'), change('A', 20, 'y', 'z')], NOW);
    expect(alert?.changes).toHaveLength(1);
    expect(alert?.changes[0]).toMatchObject({ before: 'x', after: 'z' });
  });

  it('cut through nothing that still moves: what was undone later is never half told', () => {
    const [a, b, c] = [change('A', 0, 'x', 'y'), change('B', 30, 1, 2), change('A', 50, 'y', 'x')];
    // At 7:20 only the first step has stood for an hour, and A has moved since.
    expect(settledUpTo([a, b, c], '2026-11-23T07:20:00Z')).toBe(a.id - 1);
    expect(settledAlerts([a, b, c], NOW).map(({ topicKey }) => topicKey)).toEqual(['B']);
  });

  it('leave out what matters to nobody', () => {
    expect(settledAlerts([change('A', 0, 1, 2, { field: 'keywords', material: false })], NOW)).toEqual([]);
  });

  it('go out one by one up to three, as one mail from four', () => {
    const alerts = (n: number) =>
      settledAlerts(
        Array.from({ length: n }, (_, k) => change(`T${k}`, 0, 'x', 'y')),
        NOW,
      );
    expect(groupAlerts(alerts(3))).toHaveLength(3);
    expect(groupAlerts(alerts(4))).toHaveLength(1);
    expect(groupAlerts(alerts(4))[0]).toHaveLength(4);
  });
});
