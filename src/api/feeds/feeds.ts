import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { notFound } from '../../domain/errors.ts';
import { isPillar, PILLARS, type Pillar } from '../../domain/pillar.ts';
import { privateCalendar } from '../../services/calendars/private-calendar.ts';
import type { Deps } from '../../services/deps.ts';
import {
  type FeedInput,
  feedQuerySchema,
  partnerCalendar,
  pillarCalendar,
  shortlistCalendar,
  topicCalendar,
} from '../../services/feeds/feed-calendar.ts';
import { newsFeed } from '../../services/feeds/feed-news.ts';
import { forRequest } from '../../services/for-request.ts';
import { queryOf } from '../list-route.ts';
import { AT_EVERY_DOOR, invalidParameters, problems } from '../problem.ts';
import { baseUrlOf } from './base-url.ts';

const CALENDAR = 'text/calendar; charset=utf-8';
const ATOM = 'application/atom+xml; charset=utf-8';

/** `/feeds`: deadlines for calendars (iCalendar) and news for readers (Atom), open to anybody. */
export function feeds(deps: Deps): OpenAPIHono {
  const app = new OpenAPIHono();
  const feed =
    (type: string, build: (house: Deps, input: FeedInput, c: Context) => Promise<string | Response>) =>
    async (c: Context) => {
      const query = feedQuerySchema.safeParse(queryOf(c));
      if (!query.success) return invalidParameters(c, query.error);
      const built = await build(forRequest(deps, c.req.raw), { ...query.data, baseUrl: baseUrlOf(c, deps) }, c);
      return typeof built === 'string' ? c.body(built, 200, { 'content-type': type }) : built;
    };
  app.get('/feeds/shortlist.ics', feed(CALENDAR, shortlistCalendar));
  app.get(
    '/feeds/changes.atom',
    feed(ATOM, (house, input) => newsFeed(house, undefined, input)),
  );
  app.get(
    '/feeds/pillars/:file{[^/]+\\.ics}',
    feed(CALENDAR, (house, input, c) => pillarCalendar(house, pillarOf(c), input)),
  );
  app.get(
    '/feeds/pillars/:file{[^/]+\\.atom}',
    feed(ATOM, (house, input, c) => newsFeed(house, pillarOf(c), input)),
  );
  app.get(
    '/feeds/partners/:file{[^/]+\\.ics}',
    feed(CALENDAR, (house, input, c) => partnerCalendar(house, nameOf(c), input)),
  );
  app.get(
    '/feeds/topics/:file{[^/]+\\.ics}',
    feed(CALENDAR, async (house, input, c) => {
      const found = await topicCalendar(house, nameOf(c), input);
      if ('calendar' in found) return found.calendar;
      return c.redirect(`/feeds/topics/${encodeURIComponent(found.movedTo)}.ics${new URL(c.req.url).search}`, 301);
    }),
  );
  app.get(
    '/feeds/calendars/:file{[^/]+\\.ics}',
    feed(CALENDAR, async (house, input, c) => {
      const calendar = await privateCalendar(house, nameOf(c), input);
      return c.body(calendar, 200, {
        'content-type': CALENDAR,
        // Only the address is secret: nobody between may keep what it shows, and no search engine find it.
        'cache-control': 'private, no-cache',
        'x-robots-tag': 'noindex',
      });
    }),
  );
  for (const one of DOCUMENTED) document(app, one);
  return app;
}

/** The last part of the path without its extension. */
const nameOf = (c: Context): string => (c.req.param('file') ?? '').replace(/\.[a-z]+$/, '');

function pillarOf(c: Context): Pillar {
  const name = nameOf(c);
  if (!isPillar(name)) throw notFound('Pillar', name);
  return name;
}

interface Documented {
  path: string;
  type: string;
  summary: string;
  params?: z.ZodObject;
}

const pillarParam = z.object({ pillar: z.enum(PILLARS) });

const DOCUMENTED: readonly Documented[] = [
  { path: '/feeds/shortlist.ics', type: CALENDAR, summary: 'Deadlines of everything that waits to be judged' },
  { path: '/feeds/changes.atom', type: ATOM, summary: 'New, changed and withdrawn topics' },
  {
    path: '/feeds/pillars/{pillar}.ics',
    type: CALENDAR,
    summary: 'Deadlines of one working group',
    params: pillarParam,
  },
  {
    path: '/feeds/pillars/{pillar}.atom',
    type: ATOM,
    summary: 'New, changed and withdrawn topics of one working group',
    params: pillarParam,
  },
  {
    path: '/feeds/partners/{pic}.ics',
    type: CALENDAR,
    summary: 'Deadlines of the topics that fit a partner well; `pic` may also be a former PIC or our own id',
    params: z.object({ pic: z.string() }),
  },
  {
    path: '/feeds/topics/{identifier}.ics',
    type: CALENDAR,
    summary: 'Every deadline of one topic',
    params: z.object({ identifier: z.string() }),
  },
  {
    path: '/feeds/calendars/{token}.ics',
    type: CALENDAR,
    summary: 'A person’s deadlines, or one dossier’s; the address is made on «Ciò che seguo», secret, and revocable',
    params: z.object({ token: z.string() }),
  },
];

function document(app: OpenAPIHono, { path, type, summary, params }: Documented): void {
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path,
      tags: ['Feeds'],
      summary,
      request: { query: feedQuerySchema, ...(params === undefined ? {} : { params }) },
      responses: {
        200: { content: { [type.split(';')[0] ?? type]: { schema: z.string() } }, description: 'The feed' },
        304: { description: 'Nothing new since the ETag sent' },
        ...(path.includes('{identifier}')
          ? { 301: { description: 'The name is an alias; the feed stands under the key' } }
          : {}),
        400: problems('A parameter that is not known, or not of its form'),
        ...(params === undefined ? {} : { 404: problems('Nothing of that name') }),
        ...AT_EVERY_DOOR,
      },
    }),
  );
}
