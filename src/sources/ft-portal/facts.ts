import type { TopicKind } from '../../domain/topic.ts';

/**
 * What one document of the portal says of a call, in the portal's own words but in one shape: a search row and a
 * topicDetails file both become this, are merged, and only then are their words given a meaning.
 */
export interface Facts {
  kind: TopicKind;
  identifier: string;
  reference: string | null;
  title: string | null;
  callIdentifier: string | null;
  callTitle: string | null;
  ccm2Id: string | null;
  callccm2Id: string | null;
  programme: { id: string | null; abbreviation: string | null } | null;
  statusCode: string | null;
  /** Wordings of the types of action. */
  actionLabels: string[];
  keywords: string[];
  divisions: string[];
  /** JSON as parsed, shape still unchecked; null where there is none. */
  actions: unknown;
  /** JSON as parsed, or still in its string: see `budget-overview.ts`. */
  budgetOverview: unknown;
  /** The dates of the row itself, labels as written. */
  openings: unknown[];
  deadlines: unknown[];
  deadlineModel: string | null;
  /** Amount and currency of a cascade or external call. */
  ownBudget: { amount: string | null; currency: string | null } | null;
  texts: CallText[];
}

/** A part of the call's text, in HTML. */
export interface CallText {
  part: 'description' | 'conditions' | 'further information' | 'administration';
  html: string;
}

/** The first document, and of the second what the first lacks. */
export function mergeFacts(first: Facts, second: Facts): Facts {
  const merged: Facts = { ...second, ...first };
  for (const key of Object.keys(merged) as (keyof Facts)[]) fill(merged, key, second);
  merged.texts = [...first.texts, ...second.texts.filter(({ part }) => first.texts.every((t) => t.part !== part))];
  return merged;
}

function fill<Key extends keyof Facts>(facts: Facts, key: Key, from: Facts): void {
  const value = facts[key];
  if (value === null || (Array.isArray(value) && value.length === 0)) facts[key] = from[key];
}
