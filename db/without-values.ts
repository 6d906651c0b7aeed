import { DrizzleQueryError } from 'drizzle-orm';

/**
 * An error as it may be written down: a failed query repeats its values in its message (addresses, names, what somebody
 * judged), and they are for no log.
 */
export const withoutValues = (error: unknown): unknown =>
  error instanceof DrizzleQueryError ? new Error(`Failed query: ${error.query}`, { cause: error.cause }) : error;
