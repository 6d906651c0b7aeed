import type { z } from 'zod';

/** Options or arguments that do not fit; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The options of a verb by the schema of its service, so that the same words hold on every door. */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, options: object): z.output<Schema> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  throw new UsageError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}
