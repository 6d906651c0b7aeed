import type { z } from 'zod';

/** A server under test: whatever answers requests. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** What keeps a check from passing; `where` is the request that showed it. */
export class Finding extends Error {
  override readonly name = 'Finding';
}

export function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Finding(what);
}

/** An answer of the expected status whose body fits; anything else is a finding that names the first misfits. */
export async function expectAnswer<Schema extends z.ZodType>(
  ask: Ask,
  path: string,
  { status, schema, init }: { status: number; schema: Schema; init?: RequestInit },
): Promise<z.output<Schema>> {
  const where = `${init?.method ?? 'GET'} ${path}`;
  const answer = await ask(path, init);
  demand(answer.status === status, `${where}: expected status ${status}, got ${answer.status}`);
  const type = answer.headers.get('content-type') ?? 'none';
  demand(/^application\/json\b/.test(type), `${where}: expected application/json, got ${type}`);
  const parsed = schema.safeParse(await readJson(answer, where));
  if (parsed.success) return parsed.data;
  const misfits = parsed.error.issues
    .slice(0, 3)
    .map(({ path: at, message }) => `${at.join('.') || '(body)'}: ${message}`);
  throw new Finding(`${where}: ${misfits.join('; ')}`);
}

async function readJson(answer: Response, where: string): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    throw new Finding(`${where}: the body is no JSON`);
  }
}

export const postJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
