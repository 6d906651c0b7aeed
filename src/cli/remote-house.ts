import { z } from 'zod';
import { Failure } from '../domain/errors.ts';
import type { HouseDoor } from '../services/house/house-door.ts';
import { houseHeaderSchema, rowLineSchema } from '../services/house/house-format.ts';
import { UsageError } from './parse-options.ts';

const TRIES = 4;

type Http = (url: URL, init: RequestInit) => Promise<Response>;

const pageSchema = z.object({ rows: z.array(rowLineSchema), next: z.number().nullable() });
const beginSchema = z.object({ next: z.number().int() });
const tokenSchema = z.object({ token: z.string().nullable() });
const problemSchema = z.object({ detail: z.string() });

export interface RemoteHouse extends HouseDoor {
  /** Token of the link by which the first administrator comes in; null = there is one already. */
  administrator(): Promise<string | null>;
}

/** A Worker's house, through the door that its HOUSE_KEY opens (src/worker/moving-day.ts). Every call may be tried again. */
export function remoteHouse(url: string, key: string | undefined, http: Http = fetch): RemoteHouse {
  if (key === undefined) throw new UsageError('set HOUSE_KEY to the key that the Worker was given');
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await tried(() =>
      http(new URL(`/house/${path}`, url), {
        method: text === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(text === undefined ? {} : { body: text }),
      }),
    );
    const json: unknown = await answer.json().catch(() => null);
    if (answer.ok) return json;
    const problem = problemSchema.safeParse(json);
    throw new Failure(
      'unavailable',
      `${url}: ${problem.success ? problem.data.detail : `HTTP ${answer.status}; has the Worker its HOUSE_KEY?`}`,
    );
  };
  return {
    header: async () => houseHeaderSchema.parse(await ask('header')),
    page: async (table, after) =>
      pageSchema.parse(await ask(`page?${new URLSearchParams({ table, after: `${after}` })}`)),
    begin: async (file) => beginSchema.parse(await ask('begin', file)),
    take: async (piece) => void (await ask('take', piece)),
    finish: async (rows) => void (await ask('finish', rows)),
    administrator: async () => tokenSchema.parse(await ask('administrator', {})).token,
  };
}

/** A line that went dead, or a Worker out of breath, is asked again after a while. */
async function tried(request: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await request().catch((error: unknown) => {
      if (attempt >= TRIES) throw error;
      return null;
    });
    if (answer !== null && (answer.status < 500 || attempt >= TRIES)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 1_000 * 2 ** attempt));
  }
}
