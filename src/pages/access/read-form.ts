import type { z } from 'zod';
import type { PageContext } from '../page-env.tsx';

/** A form's text fields; files and repeated names are none of ours. */
export async function formFields(c: PageContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
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
