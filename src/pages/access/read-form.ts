import type { z } from 'zod';
import { formEntries } from '../form-entries.ts';
import type { PageContext } from '../page-env.tsx';

/** A form's text fields; of a name that is said twice the last word holds. */
export async function formFields(c: PageContext): Promise<Record<string, string>> {
  return Object.fromEntries(await formEntries(c));
}

export type Read<Data> = { data: Data } | { faults: string[]; given: Record<string, string> };

/** What a form says, by a schema that takes its own fields and no others; or which fields cannot be used. */
export async function readForm<Schema extends z.ZodType>(
  c: PageContext,
  schema: Schema,
): Promise<Read<z.output<Schema>>> {
  const given = await formFields(c);
  const parsed = schema.safeParse(given);
  if (parsed.success) return { data: parsed.data };
  return { faults: [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')))], given };
}
