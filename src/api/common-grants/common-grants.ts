import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { Failure, notFound } from '../../domain/errors.ts';
import { getOpportunity, listOpportunities } from '../../services/common-grants/opportunities.ts';
import { customFieldSchema } from '../../services/common-grants/opportunity-schemas.ts';
import { searchOpportunities, searchSchema } from '../../services/common-grants/opportunity-search.ts';
import type { Deps } from '../../services/deps.ts';
import { forRequest } from '../../services/for-request.ts';
import { MAX_PAGE_SIZE } from '../../services/paging.ts';
import { forReading } from '../../services/remembered.ts';
import { baseUrlOf } from '../feeds/base-url.ts';
import { queryOf } from '../list-route.ts';
import { AT_EVERY_DOOR, isJsonBody } from '../problem.ts';
import { issuesOf, paginationInfo, protocolError, success } from './envelope.ts';
import { FOUND_EXAMPLE, LIST_EXAMPLE, READ_EXAMPLE, REFUSAL_EXAMPLE, SEARCH_EXAMPLE } from './examples.ts';
import { errorSchema, foundSchema, listSchema, readSchema } from './schemas.ts';

const PREFIX = '/common-grants/opportunities';

/** `?page=&pageSize=` of the protocol; a larger page than ours is answered with ours, as `paginationInfo` then says. */
const listQuerySchema = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).default(100),
});

/** CommonGrants 0.4.0 (opportunities): list, read, search; checked by `npm run conformance`. */
export function commonGrants(deps: Deps): OpenAPIHono {
  const app = new OpenAPIHono();
  documentRoutes(app);
  app.get(PREFIX, async (c) => {
    const query = listQuerySchema.safeParse(queryOf(c));
    if (!query.success) return protocolError(c, 400, 'The request cannot be understood', issuesOf(query.error));
    const pageSize = Math.min(query.data.pageSize, MAX_PAGE_SIZE);
    const page = await listOpportunities({
      deps: forRequest(deps, c.req.raw),
      input: { page: query.data.page, pageSize, baseUrl: baseUrlOf(c, deps) },
    });
    return c.json({ ...success, items: page.items, paginationInfo: paginationInfo(page) });
  });
  app.post(`${PREFIX}/search`, (c) => search(c, deps));
  app.get(`${PREFIX}/:oppId`, (c) => read(c, deps));
  app.get('/common-grants-schemas/:file{[^/]+\\.json}', (c) => {
    const key = c.req.param('file').replace(/\.json$/, '');
    const schema = customFieldSchema(key, baseUrlOf(c, deps));
    if (schema === null) throw notFound('Schema', key);
    return c.json(schema, 200, { 'content-type': 'application/schema+json; charset=utf-8' });
  });
  return app;
}

async function read(c: Context, deps: Deps): Promise<Response> {
  try {
    const input = { id: c.req.param('oppId') ?? '', baseUrl: baseUrlOf(c, deps) };
    return c.json({ ...success, data: await getOpportunity({ deps: forRequest(deps, c.req.raw), input }) });
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'not-found') throw error;
    return protocolError(c, 404, error.message, [error.detail]);
  }
}

async function search(c: Context, deps: Deps): Promise<Response> {
  const body = readJson(await c.req.text());
  if (body === undefined)
    return isJsonBody(c)
      ? protocolError(c, 400, 'The body is no JSON')
      : protocolError(c, 415, 'Send the search as application/json');
  const parsed = searchSchema.safeParse(body);
  if (!parsed.success) return protocolError(c, 400, 'The search cannot be understood', issuesOf(parsed.error));
  const input = { search: parsed.data, baseUrl: baseUrlOf(c, deps) };
  const { items, sortInfo, filterInfo, ...page } = await searchOpportunities({ deps: forReading(deps), input });
  return c.json({ ...success, items, paginationInfo: paginationInfo({ ...page, items }), sortInfo, filterInfo });
}

/** No body at all asks for everything; `undefined` is no JSON. */
function readJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function documentRoutes(app: OpenAPIHono): void {
  const json = (schema: z.ZodType, example: object, description: string) => ({
    content: { 'application/json': { schema, example } },
    description,
  });
  const invalid = json(errorSchema, REFUSAL_EXAMPLE, 'A parameter does not fit; each is named');
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: PREFIX,
      tags: ['CommonGrants'],
      summary: 'Opportunities, the last modified first (CommonGrants 0.4.0)',
      request: { query: listQuerySchema },
      responses: { 200: json(listSchema, LIST_EXAMPLE, 'One page'), 400: invalid, ...AT_EVERY_DOOR },
    }),
  );
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: `${PREFIX}/{oppId}`,
      tags: ['CommonGrants'],
      summary: 'One opportunity (CommonGrants 0.4.0)',
      request: { params: z.object({ oppId: z.uuid() }) },
      responses: {
        200: json(readSchema, READ_EXAMPLE, 'The opportunity'),
        404: json(errorSchema, REFUSAL_EXAMPLE, 'No opportunity of that id'),
        ...AT_EVERY_DOOR,
      },
    }),
  );
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'post',
      path: `${PREFIX}/search`,
      tags: ['CommonGrants'],
      summary: 'Opportunities by text and filters; what is not supported is told in `errors` (CommonGrants 0.4.0)',
      request: { body: { content: { 'application/json': { schema: searchSchema, example: SEARCH_EXAMPLE } } } },
      responses: {
        200: json(foundSchema, FOUND_EXAMPLE, 'One page'),
        400: invalid,
        415: json(errorSchema, REFUSAL_EXAMPLE, 'The body is no JSON'),
        ...AT_EVERY_DOOR,
      },
    }),
  );
}
