import { describe, expect, it } from 'vitest';
import {
  bestRoleInTime,
  daysUntil,
  lastDayToStart,
  leadTimeWeeks,
  nextNewcomerDeadline,
} from '../../src/scoring/lead-time.ts';

describe('leadTimeWeeks', () => {
  it.each([
    ['the Comune coordinates an innovation action', 'coordinator', ['IA'], 'full', 16],
    ['it coordinates a support action', 'coordinator', ['CSA'], 'full', 12],
    ['the call takes both kinds', 'coordinator', ['RIA', 'CSA'], 'full', 16],
    ['the kind is not known', 'coordinator', [], 'full', 16],
    ['lead city', 'lighthouse', ['IA'], 'full', 10],
    ['pilot site', 'pilot', ['RIA'], 'full', 10],
    ['buyer', 'procurer', ['PCP'], 'full', 10],
    ['follower city', 'follower', ['IA'], 'full', 5],
    ['small partner', 'partner', ['CSA'], 'full', 5],
    ['lead in a first stage', 'lighthouse', ['IA'], 'first', 8],
    ['coordinator in a first stage', 'coordinator', ['RIA'], 'first', 8],
    ['partner in a first stage', 'partner', ['RIA'], 'first', 4],
    ['letter of support', 'supporter', ['IA'], 'full', 2],
    ['letter for a first stage', 'supporter', ['IA'], 'first', 2],
  ] as const)('%s', (_, role, types, stage, weeks) => {
    expect(leadTimeWeeks(role, types, stage)).toBe(weeks);
  });
});

describe('nextNewcomerDeadline', () => {
  const cutOffs = {
    deadlineModel: 'multiple cut-off' as const,
    deadlines: [{ at: '2026-03-01T16:00:00Z' }, { at: '2026-09-01T15:00:00Z' }],
  };
  const twoStage = {
    deadlineModel: 'two-stage' as const,
    deadlines: [{ at: '2026-04-01T15:00:00Z' }, { at: '2026-08-01T15:00:00Z' }],
  };

  it('takes the next cut-off, and of two stages the first alone', () => {
    expect(nextNewcomerDeadline([cutOffs], '2026-05-01T00:00:00Z')).toMatchObject({
      deadline: { at: '2026-09-01T15:00:00Z' },
      stage: 'full',
    });
    expect(nextNewcomerDeadline([twoStage], '2026-05-01T00:00:00Z')).toBeNull();
  });

  it('takes the nearest of several rounds, in whatever order they come', () => {
    for (const rounds of [
      [cutOffs, twoStage],
      [twoStage, cutOffs],
    ])
      expect(nextNewcomerDeadline(rounds, '2026-03-02T00:00:00Z')).toMatchObject({
        deadline: { at: '2026-04-01T15:00:00Z' },
        stage: 'first',
      });
  });
});

describe('days and weeks as Brussels counts them', () => {
  it('keeps the wall clock over the change to summer time', () => {
    expect(lastDayToStart('2026-03-31T15:00:00Z', 1)).toBe('2026-03-24');
    expect(daysUntil('2026-03-31T15:00:00Z', '2026-03-24T23:30:00Z')).toBe(6);
    expect(daysUntil('2026-03-31T15:00:00Z', '2026-03-24T22:30:00Z')).toBe(7);
  });

  it('lets work start on the last day and not on the day after', () => {
    expect(bestRoleInTime(['coordinator', 'partner'], ['IA'], 'full', 112)).toBe('coordinator');
    expect(bestRoleInTime(['coordinator', 'partner'], ['IA'], 'full', 111)).toBe('partner');
    expect(bestRoleInTime(['coordinator', 'partner'], ['IA'], 'full', 34)).toBeNull();
  });
});
