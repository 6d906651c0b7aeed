import type { ScorableTopic } from '../../src/domain/scoring.ts';
import { identifierFamilies } from '../../src/scoring/identifier-family.ts';

const FOLDS = 5;

/** One way of keeping apart what is taught and what is tested; each part is taught anew. */
export interface Split {
  name: 'by call' | 'by year' | 'next programme';
  parts: readonly Part[];
}

export interface Part {
  taught(topic: ScorableTopic): boolean;
  tested(topic: ScorableTopic): boolean;
}

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

/** `grouping`: another number deals the calls out in another way. */
export function foldOf(topic: ScorableTopic, grouping = 0): number {
  let hash = 7 + grouping * 7919;
  for (const char of callOf(topic)) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
}

export const FOLD_NUMBERS: readonly number[] = Array.from({ length: FOLDS }, (_, i) => i);

/** Every call in turn is tested by a model taught on the others. */
export function byCall(grouping = 0): Split {
  return {
    name: 'by call',
    parts: FOLD_NUMBERS.map((fold) => ({
      taught: (topic) => foldOf(topic, grouping) !== fold,
      tested: (topic) => foldOf(topic, grouping) === fold,
    })),
  };
}

/** Each year is tested by what was taught on the years before. */
export function byYear(years: readonly number[]): Split {
  return {
    name: 'by year',
    parts: years.map((year) => ({
      taught: (topic) => yearOf(topic) < year,
      tested: (topic) => yearOf(topic) === year,
    })),
  };
}

/** Taught on Horizon 2020, tested on the topics of 2026 and 2027. */
export const NEXT_PROGRAMME: Split = {
  name: 'next programme',
  parts: [{ taught: ({ programme }) => programme === 'H2020', tested: ({ programme }) => programme !== 'H2020' }],
};
