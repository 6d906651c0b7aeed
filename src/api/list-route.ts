import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Page } from '../domain/topic-card.ts';
import { type CsvRow, csv } from './csv.ts';
import { invalidParameters, problemSchema } from './problem.ts';
import { listOf } from './schemas.ts';

/** At most so many lines in one CSV; the whole catalogue of today fits. */
const CSV_ROWS = 20_000;
const CSV_PAGE = 200;

interface Paged {
  page: number;
  pageSize: number;
}

/** A list of the API: one description serves JSON, CSV and the OpenAPI document. */
export interface ListRoute<Query extends Paged, Item> {
  /** OpenAPI style, e.g. `/api/v1/topics/{identifier}/changes`. */
  path: string;
  tag: string;
  summary: string;
  params?: z.ZodObject;
  query: z.ZodObject & z.ZodType<Query>;
  item: z.ZodType;
  list: (query: Query, param: (name: string) => string) => Promise<Page<Item>>;
  csv?: { name: string; columns: readonly string[]; row: (item: Item) => CsvRow };
}

const problems = (description: string) => ({
  content: { 'application/problem+json': { schema: problemSchema } },
  description,
});

/**
 * Registers a list: JSON page by page, and where it has columns its CSV twins, `?format=csv` and `<path>.csv`, which hold
 * every row that matches unless a page is asked for.
 */
export function listRoute<Query extends Paged, Item>(app: OpenAPIHono, route: ListRoute<Query, Item>): void {
  document(app, route);
  const path = route.path.replace(/\{(\w+)\}/g, ':$1');
  app.get(path, (c) => answer(c, route, false));
  if (route.csv !== undefined) app.get(`${path}.csv`, (c) => answer(c, route, true));
}

function document<Query extends Paged, Item>(app: OpenAPIHono, route: ListRoute<Query, Item>): void {
  const formats = route.csv === undefined ? {} : { 'text/csv': { schema: z.string() } };
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: route.path,
      tags: [route.tag],
      summary: route.summary,
      request: { query: accepted(route), ...(route.params === undefined ? {} : { params: route.params }) },
      responses: {
        200: { content: { 'application/json': { schema: listOf(route.item) }, ...formats }, description: 'One page' },
        304: { description: 'Nothing new since the ETag sent' },
        400: problems('A parameter does not fit; each is named'),
        ...(route.params === undefined ? {} : { 404: problems('Nothing of that name') }),
      },
    }),
  );
}

function accepted<Query extends Paged, Item>(route: ListRoute<Query, Item>): z.ZodObject {
  return route.csv === undefined ? route.query : route.query.extend({ format: z.enum(['json', 'csv']).optional() });
}

async function answer<Query extends Paged, Item>(
  c: Context,
  route: ListRoute<Query, Item>,
  twin: boolean,
): Promise<Response> {
  const asked = queryOf(c);
  const parsed = accepted(route).safeParse(asked);
  if (!parsed.success) return invalidParameters(c, parsed.error);
  const { format, ...rest } = parsed.data;
  // `accepted` is the route's own schema plus `format`, which is taken off again here.
  const query = rest as unknown as Query;
  const param = (name: string): string => c.req.param(name) ?? '';
  if (route.csv === undefined || (format !== 'csv' && !twin)) return c.json(await route.list(query, param));
  const onePage = 'page' in asked || 'pageSize' in asked;
  const items = onePage ? (await route.list(query, param)).items : await everyItem(route, query, param);
  return csv(c, route.csv.name, items.map(route.csv.row), route.csv.columns);
}

async function everyItem<Query extends Paged, Item>(
  route: ListRoute<Query, Item>,
  query: Query,
  param: (name: string) => string,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; items.length < CSV_ROWS; page += 1) {
    const { items: more, total } = await route.list({ ...query, page, pageSize: CSV_PAGE }, param);
    items.push(...more);
    if (more.length === 0 || items.length >= total) break;
  }
  return items;
}

/** The query as text by name; a name given twice stays a list, which no schema takes, so that the 400 names it. */
export function queryOf(c: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}
