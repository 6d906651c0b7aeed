import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { CLOSED, type FakeTopic, seededRandom } from './catalogue.ts';
import type { Fault } from './faults.ts';
import { display, findRows, type WireQuestion } from './search.ts';
import { toBulkItem, toDetails, toRow, type WireRow } from './wire.ts';

export interface FakePortal {
  app: Hono;
  /** What it publishes; tests change it between scans. */
  catalogue: FakeTopic[];
  faults: Set<Fault>;
  /** Requests answered, by path. */
  requests: Record<string, number>;
  /** Call after `catalogue` was changed. */
  refresh(): void;
  /** `fetch` without a network. */
  fetch(url: string, init: RequestInit): Promise<Response>;
}

const PAGE_CAP = 100;
const WINDOW = 10_000;

/** A portal that speaks the wire format of PORTAL-CONTRACT §2–4, with faults to switch on. */
export function createFakePortal(catalogue: FakeTopic[], faults: Iterable<Fault> = [], seed = 1): FakePortal {
  const app = new Hono();
  const portal: FakePortal = {
    app,
    catalogue,
    faults: new Set(faults),
    requests: {},
    refresh,
    fetch: async (url, init) => app.fetch(new Request(url, init)),
  };
  const random = seededRandom(seed);
  const luck = seededRandom(seed + 1);
  let rows = catalogue.map(toRow);
  let bulk = makeBulk(catalogue);
  let passes = 0;
  let count = 0;

  function refresh(): void {
    rows = portal.catalogue.map(toRow);
    bulk = makeBulk(portal.catalogue);
    passes = 0;
  }

  const has = (fault: Fault) => portal.faults.has(fault);

  app.use(async (context, next) => {
    portal.requests[context.req.path] = (portal.requests[context.req.path] ?? 0) + 1;
    count += 1;
    if (has('hang')) return new Promise<Response>(() => undefined);
    if (has('all-500')) return context.json({ type: 'throwable', message: 'Send timeout' }, 500);
    if (has('html')) return context.html('<!doctype html><title>Maintenance</title>We are back soon');
    if (has('flaky') && count % 3 === 0) {
      const kind = random();
      if (kind < 0.4) return context.json({ type: 'throwable' }, 500);
      if (kind < 0.7) return context.body('', 429, { 'retry-after': '0' });
      throw new TypeError('fetch failed', { cause: new Error('ECONNRESET') });
    }
    return next();
  });
  app.onError((error) => {
    throw error;
  });

  app.post('/search', async (context) => {
    const question = await readQuestion(context.req.raw);
    const pageSize = has('page-size-ignored') ? 50 : Math.min(PAGE_CAP, Number(context.req.query('pageSize') ?? 10));
    const pageNumber = Number(context.req.query('pageNumber') ?? 1);
    if (pageNumber * pageSize > WINDOW) return context.json({ type: 'businessError', message: 'Result window' }, 400);
    if (has('no-other-languages') && question.languages === null) return context.json({ type: 'throwable' }, 500);
    if (question.sort !== null && pageNumber === 1) passes += 1;
    let found = has('empty')
      ? []
      : findRows(rows, has('filters-ignored') ? { ...question, query: null, languages: null } : question, luck);
    if (has('drops-rows') && question.sort !== null) found = found.slice(3);
    const odd = passes <= 1 || has('ties-always') || has('drift-always');
    let total = found.length;
    if ((has('drift') || has('drift-always')) && odd && pageNumber > 1) total += 1 + passes;
    let page = found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
    // A tie: the last row of a page comes again where another should be (§2.3, 744 unique of 820).
    if ((has('ties') || has('ties-always')) && odd && pageNumber > 1) {
      const before = found[(pageNumber - 1) * pageSize - 1];
      if (before !== undefined) page = [before, ...page.slice(1)];
    }
    const head = JSON.stringify({
      apiVersion: '2.155',
      terms: '***',
      responseTime: 3,
      totalResults: total,
      pageNumber,
      pageSize,
      sort: question.sort?.field ?? 'relevance',
      warnings: has('warnings') ? ['partial result'] : [],
    });
    const results = page.map((row) => written(row, question.displayFields));
    const answer = `${head.slice(0, -1)},"results":[${results.join(',')}]}`;
    const body = has('cut-json') ? answer.slice(0, answer.length * 0.7) : answer;
    return context.body(body, 200, { 'content-type': 'application/json' });
  });

  app.post('/facet', async (context) => {
    if (has('no-facet')) return context.json({}, 500);
    const found = findRows(rows, await readQuestion(context.req.raw));
    const facets = ['status', 'type', 'frameworkProgramme'].map((name) => ({
      name,
      rawName: name,
      values: countValues(found, name),
    }));
    return context.json({ apiVersion: '2.155', facets });
  });

  app.get('/topicDetails/:file', (context) => {
    if (has('no-details')) return context.json({}, 503);
    const file = context.req.param('file');
    const topic = portal.catalogue.find(
      (one) => one.kind === 'topic' && `${one.identifier.toLowerCase()}.json` === file,
    );
    if (topic === undefined) return context.html('<h1>404</h1>', 404);
    return conditional(context.req.raw, JSON.stringify(toDetails(topic)));
  });

  app.get('/referenceData/grantsTenders.json', (context) => {
    if (has('no-bulk')) return context.html('<h1>404</h1>', 404);
    return conditional(context.req.raw, has('cut-bulk') ? bulk.slice(0, bulk.length / 2) : bulk);
  });

  return portal;
}

/** Parts that are no files typed application/json are ignored without a word, as the real service does. */
async function readQuestion(request: Request): Promise<WireQuestion> {
  const form = await request.formData().catch(() => new FormData());
  const part = async (name: string): Promise<unknown> => {
    const value = form.get(name);
    if (!(value instanceof File) || !value.type.startsWith('application/json')) return null;
    return JSON.parse(await value.text());
  };
  return {
    query: (await part('query')) as WireQuestion['query'],
    languages: (await part('languages')) as WireQuestion['languages'],
    sort: (await part('sort')) as WireQuestion['sort'],
    displayFields: (await part('displayFields')) as WireQuestion['displayFields'],
  };
}

/** Full rows are written once: a portal that is slow to serialise would be measured instead of its client. */
const fullRows = new WeakMap<WireRow, string>();

function written(row: WireRow, fields: string[] | null): string {
  if (fields !== null) return JSON.stringify(display(row, fields));
  const text = fullRows.get(row) ?? JSON.stringify(row);
  fullRows.set(row, text);
  return text;
}

function makeBulk(catalogue: readonly FakeTopic[]): string {
  const items = catalogue.filter(({ kind, status }) => kind === 'topic' && status !== CLOSED).map(toBulkItem);
  return JSON.stringify({ fundingData: { GrantTenderObj: items } }, null, 1);
}

function conditional(request: Request, body: string): Response {
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: { etag } });
  return new Response(body, { headers: { 'content-type': 'application/json', etag } });
}

function countValues(rows: readonly WireRow[], field: string) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const [value] = (row.metadata[field] ?? []) as string[];
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([rawValue, count]) => ({ rawValue, value: rawValue, count }));
}
