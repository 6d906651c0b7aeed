import type { Ask } from './server.ts';

type Body = Record<string, unknown>;
type Item = Body & { status: Body; customFields: Record<string, Body> };

/** A conforming server with one thing wrong, and the check that must notice. */
export interface BrokenServer {
  fault: string;
  noticedBy: string;
  breaks(ask: Ask): Ask;
}

const PREFIX = '/common-grants/opportunities';
const isList = (path: string) => path === PREFIX || path.startsWith(`${PREFIX}?`);
const isSearch = (path: string) => path === `${PREFIX}/search`;
const isRead = (path: string) => path.startsWith(`${PREFIX}/`) && !isSearch(path);

/** Rewrites the JSON of the answers on some paths. */
const rewriting =
  (where: (path: string) => boolean, rewrite: (body: Body, path: string, init?: RequestInit) => Body) =>
  (ask: Ask): Ask =>
  async (path, init) => {
    const answer = await ask(path, init);
    if (!where(path) || answer.status !== 200) return answer;
    const body: unknown = await answer.json();
    return Response.json(rewrite(body as Body, path, init), { status: answer.status });
  };

/** Rewrites every opportunity that is shown, wherever. */
const items =
  (change: (item: Item, at: number) => Item) =>
  (body: Body): Body => {
    if (Array.isArray(body.items)) return { ...body, items: (body.items as Item[]).map(change) };
    return { ...body, data: change(body.data as Item, 0) };
  };
const everywhere = (path: string) => isList(path) || isSearch(path) || isRead(path);

/** Answers as if the request had been another. */
const asking =
  (where: (path: string) => boolean, other: (path: string, init?: RequestInit) => [string, RequestInit?]) =>
  (ask: Ask): Ask =>
  (path, init) =>
    where(path) ? ask(...other(path, init)) : ask(path, init);

const searchWithout = (part: string) =>
  asking(isSearch, (path, init) => {
    const body = JSON.parse(String(init?.body)) as Body;
    const { [part]: _dropped, ...rest } = body;
    return [path, { ...init, body: JSON.stringify(rest) }];
  });

export const BROKEN_SERVERS: readonly BrokenServer[] = [
  {
    fault: 'adds a field of its own outside customFields',
    noticedBy: 'list-answers-by-the-schema',
    breaks: rewriting(
      isList,
      items((item) => ({ ...item, pillar: 'mobility' })),
    ),
  },
  {
    fault: 'leaves out a required field',
    noticedBy: 'list-answers-by-the-schema',
    breaks: rewriting(
      isList,
      items(({ description: _gone, ...item }) => item as Item),
    ),
  },
  {
    fault: 'tells money as a number',
    noticedBy: 'search-answers-by-the-schema',
    breaks: rewriting(
      isSearch,
      items((item) => ({ ...item, funding: { totalAmountAvailable: { amount: 5, currency: 'EUR' } } })),
    ),
  },
  {
    fault: 'writes null for an unknown source',
    noticedBy: 'read-answers-by-the-schema',
    breaks: rewriting(
      isRead,
      items((item) => ({ ...item, source: null })),
    ),
  },
  {
    fault: 'answers a missing opportunity with a problem document',
    noticedBy: 'unknown-id-is-404-with-the-error-body',
    breaks: (ask) => async (path, init) => {
      const answer = await ask(path, init);
      return answer.status === 404 ? Response.json({ title: 'Not found', detail: 'nothing' }, { status: 404 }) : answer;
    },
  },
  {
    fault: 'answers a missing opportunity with 200 and nothing in it',
    noticedBy: 'unknown-id-is-404-with-the-error-body',
    breaks: (ask) => async (path, init) => {
      const answer = await ask(path, init);
      return answer.status === 404 ? Response.json({ status: 200, message: 'Success', data: null }) : answer;
    },
  },
  {
    fault: 'repeats the last item of a page on the next',
    noticedBy: 'pages-have-no-gap-and-no-repeat',
    breaks: (ask) => async (path, init) => {
      const page = Number(new URL(path, 'http://x').searchParams.get('page') ?? 1);
      if (!isList(path) || page < 2) return await ask(path, init);
      const before = (await (await ask(path.replace(`page=${page}`, `page=${page - 1}`))).json()) as { items: Item[] };
      const own = (await (await ask(path, init)).json()) as Body & { items: Item[] };
      const repeated = before.items.at(-1);
      return Response.json({ ...own, items: repeated === undefined ? own.items : [repeated, ...own.items.slice(1)] });
    },
  },
  {
    fault: 'ignores the page size',
    noticedBy: 'page-size-is-obeyed-and-told',
    breaks: asking(isList, (path) => [path.replace(/pageSize=\d+/, 'pageSize=50')]),
  },
  {
    fault: 'counts one page too few',
    noticedBy: 'totals-agree',
    breaks: rewriting(isList, (body) => {
      const info = body.paginationInfo as { totalPages: number };
      return { ...body, paginationInfo: { ...info, totalPages: Math.max(1, info.totalPages - 1) } };
    }),
  },
  {
    fault: 'lists the oldest first',
    noticedBy: 'list-is-sorted-by-last-modified',
    breaks: rewriting(isList, (body) => ({ ...body, items: [...(body.items as Item[])].reverse() })),
  },
  {
    fault: 'stamps every reading with now',
    noticedBy: 'timestamps-are-stable',
    breaks: rewriting(
      everywhere,
      items((item) => ({ ...item, lastModifiedAt: new Date().toISOString() })),
    ),
  },
  {
    fault: 'says an integer of a text',
    noticedBy: 'custom-fields-hold-their-types',
    breaks: rewriting(
      everywhere,
      items((item) => ({ ...item, customFields: { own: { name: 'own', fieldType: 'integer', value: '5' } } })),
    ),
  },
  {
    fault: 'links to schemas that are not there',
    noticedBy: 'custom-field-schemas-are-served',
    breaks: rewriting(
      everywhere,
      items((item) => ({
        ...item,
        customFields: { own: { name: 'own', fieldType: 'string', value: 'x', schema: 'http://x.example/none.json' } },
      })),
    ),
  },
  {
    fault: 'refuses a filter that it does not support',
    noticedBy: 'unsupported-filter-is-told-not-refused',
    breaks: (ask) => (path, init) =>
      isSearch(path) && String(init?.body).includes('customFilters')
        ? Promise.resolve(Response.json({ status: 400, message: 'Bad filter', errors: [] }, { status: 400 }))
        : ask(path, init),
  },
  {
    fault: 'passes over an unknown order in silence',
    noticedBy: 'unsupported-sort-is-told-not-refused',
    breaks: rewriting(isSearch, (body) => {
      const { errors: _silent, ...sortInfo } = body.sortInfo as Body;
      return { ...body, sortInfo };
    }),
  },
  {
    fault: 'finds everything whatever the status asked for',
    noticedBy: 'status-filter-filters',
    breaks: searchWithout('filters'),
  },
  {
    fault: 'does not sort by title',
    noticedBy: 'sort-by-title-sorts',
    breaks: searchWithout('sorting'),
  },
  {
    fault: 'does not read the pagination of a search',
    noticedBy: 'search-pages-as-the-body-asks',
    breaks: searchWithout('pagination'),
  },
  {
    fault: 'tells another story in the single reading than in the list',
    noticedBy: 'read-gives-what-the-list-gave',
    breaks: rewriting(
      isRead,
      items((item) => ({ ...item, title: `${String(item.title)}!` })),
    ),
  },
  {
    fault: 'has a custom status without a name',
    noticedBy: 'custom-status-is-named',
    breaks: rewriting(
      isList,
      items((item) => ({ ...item, status: { value: 'custom' } })),
    ),
  },
];
