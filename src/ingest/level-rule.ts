import type { ScanLevel } from '../../db/repositories/levels.ts';
import type { ScanReason } from '../domain/scan.ts';
import type { Day } from '../domain/topic.ts';

const FROM_ROWS = 50;
const TOLERANCE = 0.3;
const DAYS_TO_BELIEVE = 3;

export interface LevelVerdict {
  problem: { reason: ScanReason; detail: string } | null;
  /** The level as it shall be kept. */
  level: ScanLevel;
}

/**
 * Whether the number of rows of a kind is credible after what the last certified scan found. A jump of more than 30 % is
 * a re-ingest of the index rather than news (PORTAL-CONTRACT §2.8: 786, then 2,071 rows on one June day): it must be seen
 * on three days, or be accepted by the administrator. Nothing at all is never accepted by itself.
 */
export function judgeLevel(level: ScanLevel, rows: number, today: Day, mayBeEmpty: boolean): LevelVerdict {
  if (rows === 0) return judgeNothing(level, today, mayBeEmpty);
  const settled: ScanLevel = { ...level, level: rows, candidate: null, candidateDays: [] };
  if (level.level === null || level.level < FROM_ROWS || isNear(rows, level.level))
    return { problem: null, level: settled };
  const again = level.candidate !== null && level.candidate > 0 && isNear(rows, level.candidate);
  const days = [...new Set([...(again ? level.candidateDays : []), today])];
  if (days.length >= DAYS_TO_BELIEVE) return { problem: null, level: settled };
  const change = Math.round((rows / level.level - 1) * 100);
  return {
    problem: {
      reason: 'level-changed',
      detail: `${rows} rows after ${level.level} (${change > 0 ? '+' : ''}${change} %), seen on ${days.length} of ${DAYS_TO_BELIEVE} days; accept the new level on Fonti if it is right`,
    },
    level: { ...level, candidate: rows, candidateDays: days },
  };
}

function judgeNothing(level: ScanLevel, today: Day, mayBeEmpty: boolean): LevelVerdict {
  if (level.level === 0 || (level.level === null && mayBeEmpty)) return { problem: null, level };
  if (level.level === null) return { problem: { reason: 'empty-answer', detail: 'not a single row' }, level };
  const days = [...new Set([...(level.candidate === 0 ? level.candidateDays : []), today])];
  return {
    problem: { reason: 'type-vanished', detail: `no rows after ${level.level}; nothing is taken as gone` },
    level: { ...level, candidate: 0, candidateDays: days },
  };
}

const isNear = (rows: number, level: number): boolean => Math.abs(rows - level) <= level * TOLERANCE;
