import type { z } from 'zod';

/** What a field of a form must hold instead; pages have a sentence for each. */
export type Need =
  | { need: 'something' | 'some' | 'choice' | 'tick' | 'day' | 'hour' | 'email' | 'link' | 'pic' | 'another' }
  | { need: 'number'; from: number | null; to: number | null }
  | { need: 'shorter'; most: number };

/** A field by its place in the form, such as `scores.impact.value`, and what it needs. */
export type FieldNeed = { field: string } & Need;

type Issue = z.core.$ZodIssue;

/** What a refused form needs, one line a field: people are told what to write, never how a schema is called. */
export function needsOf(issues: readonly Issue[]): FieldNeed[] {
  const needs = new Map<string, Need>();
  for (const issue of issues) {
    const field = issue.path.map(String).join('.');
    if (!needs.has(field)) needs.set(field, needOf(issue));
  }
  return [...needs].map(([field, need]) => ({ field, ...need }));
}

function needOf(issue: Issue): Need {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'number' || issue.expected === 'int') return { need: 'number', from: null, to: null };
      return { need: issue.expected === 'array' ? 'some' : 'something' };
    case 'too_small':
      if (issue.origin === 'array') return { need: 'some' };
      return issue.origin === 'string'
        ? { need: 'something' }
        : { need: 'number', from: Number(issue.minimum), to: null };
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { need: 'shorter', most: Number(issue.maximum) }
        : { need: 'number', from: null, to: Number(issue.maximum) };
    case 'invalid_value':
      return { need: issue.values.length === 1 ? 'tick' : 'choice' };
    case 'invalid_format':
      return formatNeed(issue.format, 'pattern' in issue ? String(issue.pattern) : '');
    // An optional field: empty, or what its other half says.
    case 'invalid_union':
      return innermost(issue);
    default:
      return { need: 'another' };
  }
}

function formatNeed(format: string, pattern: string): Need {
  if (format === 'date' || format === 'datetime') return { need: 'day' };
  if (format === 'email') return { need: 'email' };
  if (format === 'url') return { need: 'link' };
  if (pattern.includes('{9}')) return { need: 'pic' };
  return { need: pattern.includes(':') ? 'hour' : 'another' };
}

function innermost({ errors }: Extract<Issue, { code: 'invalid_union' }>): Need {
  const inner = errors.flat().filter(({ code, path }) => !(code === 'invalid_value' && path.length === 0));
  const told = inner[0] ?? errors.flat()[0];
  return told === undefined ? { need: 'another' } : needOf(told);
}
