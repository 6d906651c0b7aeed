import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '../domain/errors.ts';
import { firstAdministratorLink } from '../services/access/first-administrator.ts';
import type { Deps } from '../services/deps.ts';
import { houseHeaderSchema, housePieceSchema } from '../services/house/house-format.ts';
import { localHouse } from '../services/house/local-house.ts';

/** A piece holds at most one value over its 800,000 characters, 2 MB as base64. */
const LARGEST_BODY = 8 * 1024 * 1024;

const beginSchema = z.object({ header: houseHeaderSchema, digest: z.string() });
const pageSchema = z.object({ table: z.string(), after: z.coerce.number().int().nonnegative() });
const rowsSchema = z.record(z.string(), z.number().int());

/**
 * What a Worker does while it has a HOUSE_KEY: it lets nobody in but the bearer of that key, so that nothing is written
 * behind an export or an import. No jobs run and nothing is seeded. Take the secret away to open the house.
 */
export async function movingDay(request: Request, deps: Pick<Deps, 'db' | 'profile'>, key: string): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (!pathname.startsWith('/house/')) return closed();
  if (!isBearer(request, key)) return problem(401, 'The key is not the HOUSE_KEY of this Worker.');
  try {
    return await answer(deps, request, pathname.slice('/house/'.length), searchParams);
  } catch (error) {
    if (error instanceof Failure) return problem(error.kind === 'conflict' ? 409 : 400, error.message);
    if (error instanceof z.ZodError) return problem(400, error.issues.map(({ message }) => message).join('; '));
    throw error;
  }
}

async function answer(
  deps: Pick<Deps, 'db' | 'profile'>,
  request: Request,
  verb: string,
  query: URLSearchParams,
): Promise<Response> {
  const house = localHouse(deps);
  const asked = `${request.method} ${verb}`;
  if (asked === 'GET header') return Response.json(await house.header());
  if (asked === 'GET page') {
    const { table, after } = pageSchema.parse(Object.fromEntries(query));
    return Response.json(await house.page(table, after));
  }
  if (asked === 'POST begin') return Response.json(await house.begin(beginSchema.parse(await bodyOf(request))));
  if (asked === 'POST take') {
    await house.take(housePieceSchema.parse(await bodyOf(request)));
    return Response.json({});
  }
  if (asked === 'POST finish') {
    await house.finish(rowsSchema.parse(await bodyOf(request)));
    return Response.json({});
  }
  if (asked === 'POST administrator') return Response.json({ token: await firstAdministratorLink({ deps }) });
  return problem(404, 'The house door knows header, page, begin, take, finish and administrator.');
}

async function bodyOf(request: Request): Promise<unknown> {
  const body = await request.arrayBuffer();
  if (body.byteLength > LARGEST_BODY) throw new Failure('invalid', `At most ${LARGEST_BODY} bytes at once.`);
  return JSON.parse(new TextDecoder().decode(body));
}

/** Digests are of one length whatever was sent, so that the comparison tells nothing. */
function isBearer(request: Request, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.get('authorization') ?? ''), digest(`Bearer ${key}`));
}

const closed = (): Response =>
  new Response('Bandolo sta traslocando: torna fra poco.\nBandolo is moving house: come back in a while.\n', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '600', 'cache-control': 'no-store' },
  });

const problem = (status: number, detail: string): Response =>
  Response.json({ title: 'moving house', status, detail }, { status, headers: { 'cache-control': 'no-store' } });
