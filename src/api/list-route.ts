import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { invalid } from '../domain/errors.ts';
import type { Page } from '../domain/topic-card.ts';
import { EVERY_ROW } from '../services/in-pieces.ts';
import { type CsvRow, csv } from './csv.ts';
import { AT_A_KEYED_DOOR, AT_EVERY_DOOR, invalidParameters, problems } from './problem.ts';
import { listOf } from './schemas.ts';
import { XLSX_TYPE, xlsx } from './xlsx.ts';

const FORMATS = ['json', 'csv', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

interface Paged {
  page: number;
  pageSize: number;
}

/** A list of the API: one description serves JSON, CSV, XLSX and the OpenAPI document. */
export interface ListRoute<Query extends Paged, Item> {
  /** OpenAPI style, e.g. `/api/v1/topics/{identifier}/changes`. */
  path: string;
  tag: string;
  summary: string;
  params?: z.ZodObject;
  query: z.ZodObject & z.ZodType<Query>;
  item: z.ZodObject;
  /** One item as the reference shows it. */
  example: object;
  list: (query: Query, param: (name: string) => string, c: Context) => Promise<Page<Item> & { next?: number | string }>;
  /**
   * Everything that the list has, piece by piece, as it stands at one moment: what a sheet holds. Lists that are small, or
   * made as a whole anyway, need none.
   */
  every?: (query: Query, param: (name: string) => string, c: Context) => AsyncIterable<readonly Item[]>;
  /** Said in the reference where the list can be walked with `after`, and by what. */
  walks?: 'number' | 'id';
  /** Where a key is needed. */
  security?: Record<string, string[]>[];
  /** How an item stands on a line of a sheet. */
  sheet: { name: string; columns: readonly string[]; row: (item: Item) => CsvRow };
}

/** What every list understands beside its own words. */
const shapeSchema = z.object({
  format: z.enum(FORMATS).optional(),
  /** `identifier,title` → items (or columns) of these alone. */
  fields: z
    .string()
    .max(1000)
    .transform((text) => text.split(',').map((name) => name.trim()))
    .optional(),
});

/**
 * Registers a list: JSON page by page, and its twins as sheets, `?format=csv` or `<path>.csv` and the same with `xlsx`,
 * which hold every row that matches unless a page is asked for.
 */
export function listRoute<Query extends Paged, Item>(app: OpenAPIHono, route: ListRoute<Query, Item>): void {
  document(app, route);
  const path = route.path.replace(/\{(\w+)\}/g, ':$1');
  app.get(path, (c) => answer(c, route, undefined));
  app.get(`${path}.csv`, (c) => answer(c, route, 'csv'));
  app.get(`${path}.xlsx`, (c) => answer(c, route, 'xlsx'));
}

function document<Query extends Paged, Item>(app: OpenAPIHono, route: ListRoute<Query, Item>): void {
  const sheets = { 'text/csv': { schema: z.string() }, [XLSX_TYPE]: { schema: z.string() } };
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: route.path,
      tags: [route.tag],
      summary: route.summary,
      ...(route.security === undefined ? {} : { security: route.security }),
      request: { query: accepted(route), ...(route.params === undefined ? {} : { params: route.params }) },
      responses: {
        200: {
          content: { 'application/json': { schema: answerOf(route), example: exampleOf(route) }, ...sheets },
          description: 'One page',
        },
        503: problems(
          'Too many workbooks are being made, or the store cannot be used; `Retry-After` says for how long',
        ),
        304: { description: 'Nothing new since the ETag sent' },
        400: problems('A parameter does not fit; each is named'),
        ...(route.security === undefined ? AT_EVERY_DOOR : AT_A_KEYED_DOOR),
        ...(route.params === undefined ? {} : { 404: problems('Nothing of that name') }),
      },
    }),
  );
}

const exampleOf = <Query extends Paged, Item>({ example, walks }: ListRoute<Query, Item>): object => ({
  items: [example],
  page: 1,
  pageSize: 50,
  total: 1,
  ...(walks === undefined ? {} : { next: NEXT[walks].example }),
});

const answerOf = <Query extends Paged, Item>({ item, walks }: ListRoute<Query, Item>): z.ZodType =>
  walks === undefined ? listOf(item) : listOf(item).extend({ next: NEXT[walks].schema.optional() });

const TO_GO_ON = 'With `after`: the cursor to ask with next; it stays the same once all is told';
const NEXT = {
  number: { schema: z.int().describe(TO_GO_ON), example: 4711 },
  id: { schema: z.string().describe(TO_GO_ON), example: 'a1b2c3' },
};

const accepted = <Query extends Paged, Item>(route: ListRoute<Query, Item>): z.ZodObject =>
  route.query.extend(shapeSchema.shape);

async function answer<Query extends Paged, Item>(
  c: Context,
  route: ListRoute<Query, Item>,
  twin: Format | undefined,
): Promise<Response> {
  const asked = queryOf(c);
  const parsed = accepted(route).safeParse(asked);
  if (!parsed.success) return invalidParameters(c, parsed.error);
  const { format: _format, fields: _fields, ...rest } = parsed.data;
  const { format = twin ?? 'json', fields } = shapeSchema.parse(asked);
  // `accepted` is the route's own schema plus the two words that are taken off again here.
  const query = rest as unknown as Query;
  const param = (name: string): string => c.req.param(name) ?? '';
  const list = (asking: Query) => route.list(asking, param, c);
  if (format === 'json') return c.json(await jsonPage(list, route.item, query, fields));
  const columns = chosen(fields, route.sheet.columns);
  const onePage = 'page' in asked || 'pageSize' in asked;
  const pieces =
    onePage || route.every === undefined
      ? oneList(list, onePage ? query : { ...query, page: 1, pageSize: EVERY_ROW.limit })
      : route.every(query, param, c);
  const send = format === 'csv' ? csv : xlsx;
  return await send(c, route.sheet.name, inRows(pieces, route.sheet.row), columns);
}

async function* oneList<Query, Item>(
  list: (query: Query) => Promise<Page<Item>>,
  query: Query,
): AsyncGenerator<readonly Item[]> {
  yield (await list(query)).items;
}

async function* inRows<Item>(
  pieces: AsyncIterable<readonly Item[]>,
  row: (item: Item) => CsvRow,
): AsyncGenerator<readonly CsvRow[]> {
  for await (const piece of pieces) yield piece.map(row);
}

async function jsonPage<Query extends Paged, Item>(
  list: (query: Query) => Promise<Page<Item>>,
  item: z.ZodObject,
  query: Query,
  fields: readonly string[] | undefined,
): Promise<object> {
  if (fields === undefined) return await list(query);
  const names = chosen(fields, Object.keys(item.shape));
  const page = await list(query);
  return { ...page, items: page.items.map((one) => pick(one, names)) };
}

/** The names asked for, each of which must be known; all of them where none was asked for. */
function chosen(asked: readonly string[] | undefined, known: readonly string[]): readonly string[] {
  if (asked === undefined) return known;
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length === 0) return asked;
  const message = `fields: ${unknown.map((name) => `«${name}»`).join(', ')} cannot be chosen; known are ${known.join(', ')}.`;
  throw invalid(message, { errors: [{ parameter: 'fields', message: `unknown: ${unknown.join(', ')}` }] });
}

const pick = <Item>(item: Item, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(item ?? {}).filter(([name]) => names.includes(name)));

/** The query as text by name; a name given twice stays a list, which no schema takes, so that the 400 names it. */
export function queryOf(c: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}
