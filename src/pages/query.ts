import type { z } from 'zod';

/** Query parameters that cannot be used: which, what they said, and what was expected. */
export class BadQuery extends Error {
  constructor(readonly faults: readonly QueryFault[]) {
    super(`bad query: ${faults.map((fault) => fault.parameter).join(', ')}`);
    this.name = 'BadQuery';
  }
}

export interface QueryFault {
  parameter: string;
  value: string;
  /** Null where the parameter itself is unknown. */
  problem: string | null;
}

/**
 * What the address asks for, read by a service's schema. Forms send empty fields too: they do not narrow. The language
 * is not the service's business.
 */
export function readQuery<Schema extends z.ZodType>(schema: Schema, url: URL): z.output<Schema> {
  const given = givenParameters(url);
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new BadQuery(
    parsed.error.issues.flatMap((issue) => {
      const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')];
      const problem = issue.code === 'unrecognized_keys' ? null : issue.message;
      return names.map((parameter) => ({ parameter, value: given[parameter] ?? '', problem }));
    }),
  );
}

/** The parameters that are set, the language aside. */
export const givenParameters = (url: URL): Record<string, string> =>
  Object.fromEntries([...url.searchParams].filter(([name, value]) => name !== 'lang' && value.trim() !== ''));
