import type { ScorableTopic } from '../../src/domain/scoring.ts';
import { identifierFamilies } from '../../src/scoring/identifier-family.ts';

const FOLDS = 5;

/** The year a topic belongs to: the first in its identifier, else that of its deadline; 0 where neither tells. */
export function yearOf(topic: ScorableTopic): number {
  const inName = /(?:^|\D)(20(?:1[4-9]|2\d))(?:\D|$)/.exec(topic.identifier)?.[1];
  return Number(inName ?? topic.deadlineOn?.slice(0, 4) ?? 0);
}

/** Topics of one call share wording; they stand in one fold, so that no call is both taught and tested. */
export function callOf(topic: ScorableTopic): string {
  const call = topic.callIdentifier?.replace(/-\d\d$/, '');
  return call ?? `${identifierFamilies(topic.identifier)[0] ?? topic.identifier}-${yearOf(topic)}`;
}

export function foldOf(topic: ScorableTopic): number {
  let hash = 7;
  for (const char of callOf(topic)) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
}

export const FOLD_NUMBERS: readonly number[] = Array.from({ length: FOLDS }, (_, i) => i);
