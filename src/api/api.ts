import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { LANGUAGES } from '../domain/labels/localised.ts';
import { listScans, listScansSchema } from '../services/collect/list-scans.ts';
import type { Deps } from '../services/deps.ts';
import { forRequest } from '../services/for-request.ts';
import { instantSchema } from '../services/instants.ts';
import { everyMatch, partnerMatches, partnerMatchesSchema } from '../services/matching/partner-matches.ts';
import { shortlist, shortlistSchema } from '../services/matching/shortlist.ts';
import { pagingSchema, toPage } from '../services/paging.ts';
import { findKey, getTopic } from '../services/topics/get-topic.ts';
import { listPartners, listPartnersSchema } from '../services/topics/list-partners.ts';
import { listPillars } from '../services/topics/list-pillars.ts';
import { everyTopic, listTopics, listTopicsSchema } from '../services/topics/list-topics.ts';
import { changesOf } from './changes-of.ts';
import { TOPIC_COLUMNS, topicRow } from './csv.ts';
import {
  MATCH_EXAMPLE,
  PARTNER_EXAMPLE,
  PILLAR_EXAMPLE,
  SCAN_EXAMPLE,
  SHORTLIST_EXAMPLE,
  TOPIC_DETAIL_EXAMPLE,
  TOPIC_EXAMPLE,
} from './examples.ts';
import { listRoute, queryOf } from './list-route.ts';
import { AT_EVERY_DOOR, invalidParameters, problems } from './problem.ts';
import {
  matchSchema,
  partnerCardSchema,
  pillarSchema,
  scanSchema,
  shortlistEntrySchema,
  topicDetailSchema,
  topicSchema,
} from './schemas.ts';

const identifierParam = z.object({ identifier: z.string() });

/** `/api/v1`: what the association's list holds, readable by anybody. */
export function api(deps: Deps): OpenAPIHono {
  const app = new OpenAPIHono();
  topicRoutes(app, deps);
  partnerRoutes(app, deps);
  sourceRoutes(app, deps);
  return app;
}

function topicRoutes(app: OpenAPIHono, deps: Deps): void {
  const topicSheet = (name: string) => ({ name, columns: TOPIC_COLUMNS, row: topicRow });
  listRoute(app, {
    path: '/api/v1/topics',
    tag: 'Topics',
    summary:
      'Topics by filter; without one every topic, closed and withdrawn too, by identifier then reference; with `after`, in the order in which they came, and `next` to go on from',
    walks: 'number',
    query: listTopicsSchema,
    item: topicSchema,
    example: TOPIC_EXAMPLE,
    list: (input, _param, c) => listTopics({ deps: forRequest(deps, c.req.raw), input }),
    every: (input, _param, c) => everyTopic({ deps: forRequest(deps, c.req.raw), input }),
    sheet: topicSheet('bandi'),
  });
  listRoute(app, {
    path: '/api/v1/shortlist',
    tag: 'Topics',
    summary:
      'What the association should judge: live, relevant and not ruled out, ranked, each with its reasons; with `after`, the same in the order in which the topics came, each still with its `rank`',
    walks: 'number',
    query: shortlistSchema,
    item: shortlistEntrySchema,
    example: SHORTLIST_EXAMPLE,
    list: (input, _param, c) => shortlist({ deps: forRequest(deps, c.req.raw), input }),
    sheet: topicSheet('da-valutare'),
  });
  app.get('/api/v1/topics/:identifier/changes', async (c, next) => {
    const name = c.req.param('identifier');
    const key = await findKey(forRequest(deps, c.req.raw), name);
    return key === name ? next() : c.redirect(`${topicPath(key)}/changes${new URL(c.req.url).search}`, 301);
  });
  listRoute(app, {
    path: '/api/v1/topics/{identifier}/changes',
    tag: 'Topics',
    summary: 'What changed in a topic, the newest first; with `after`, what came after that id, the oldest first',
    params: identifierParam,
    ...changesOf(deps, (param) => param('identifier')),
  });
  oneTopic(app, deps);
}

/** Where a topic stands; an alias of it answers 301 to there. */
const topicPath = (key: string): string => `/api/v1/topics/${encodeURIComponent(key)}`;

const oneTopicSchema = z.strictObject({
  asOf: instantSchema.optional(),
  lang: z.enum(LANGUAGES).default('it'),
});

/** One topic by key; an alias answers 301 to the key. */
function oneTopic(app: OpenAPIHono, deps: Deps): void {
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: '/api/v1/topics/{identifier}',
      tags: ['Topics'],
      summary: 'One topic in full: texts, evidence, eligibility, partners',
      request: { params: identifierParam, query: oneTopicSchema },
      responses: {
        200: {
          content: { 'application/json': { schema: topicDetailSchema, example: TOPIC_DETAIL_EXAMPLE } },
          description: 'The topic',
        },
        301: { description: 'The name is an alias; the topic stands under its key' },
        304: { description: 'Nothing new since the ETag sent' },
        400: problems('A parameter that is not known, or not of its form'),
        404: problems('No topic of that name'),
        ...AT_EVERY_DOOR,
      },
    }),
  );
  app.get('/api/v1/topics/:identifier', async (c) => {
    const query = oneTopicSchema.safeParse(queryOf(c));
    if (!query.success) return invalidParameters(c, query.error);
    const input = { identifier: c.req.param('identifier'), ...query.data };
    const found = await getTopic({ deps: forRequest(deps, c.req.raw), input });
    if ('topic' in found) return c.json(found.topic);
    return c.redirect(`${topicPath(found.movedTo)}${new URL(c.req.url).search}`, 301);
  });
}

function partnerRoutes(app: OpenAPIHono, deps: Deps): void {
  listRoute(app, {
    path: '/api/v1/partners',
    tag: 'Partners',
    summary: 'The partners of the city, public cards; with `after`, by id',
    walks: 'id',
    query: listPartnersSchema,
    item: partnerCardSchema,
    example: PARTNER_EXAMPLE,
    list: (input, _param, c) => listPartners({ deps: forRequest(deps, c.req.raw), input }),
    sheet: {
      name: 'partner',
      columns: ['id', 'pic', 'name', 'legalName', 'type', 'relation', 'pillars'],
      row: ({ id, pic, name, legalName, type, relation, pillars }) => ({
        id,
        pic,
        name,
        legalName,
        type,
        relation,
        pillars: pillars.join('; '),
      }),
    },
  });
  listRoute(app, {
    path: '/api/v1/partners/{pic}/matches',
    tag: 'Partners',
    summary:
      'Live topics that fit a partner, the best first; `pic` may also be a former PIC or our own id; with `after`, the same in the order in which the topics came',
    walks: 'number',
    params: z.object({ pic: z.string() }),
    query: partnerMatchesSchema,
    item: matchSchema,
    example: MATCH_EXAMPLE,
    list: (input, param, c) =>
      partnerMatches({ deps: forRequest(deps, c.req.raw), input: { ...input, partner: param('pic') } }),
    every: (input, param, c) =>
      everyMatch({ deps: forRequest(deps, c.req.raw), input: { ...input, partner: param('pic') } }),
    sheet: {
      name: 'affinita',
      columns: ['score', ...TOPIC_COLUMNS],
      row: ({ score, topic }) => ({ score, ...topicRow(topic) }),
    },
  });
  listRoute(app, {
    path: '/api/v1/pillars',
    tag: 'Partners',
    summary: 'The six pillars, their working groups, and how many topics wait for each',
    query: z.strictObject(pagingSchema.shape),
    item: pillarSchema,
    example: PILLAR_EXAMPLE,
    list: async (input, _param, c) => {
      const all = await listPillars({ deps: forRequest(deps, c.req.raw) });
      return toPage(all.slice((input.page - 1) * input.pageSize, input.page * input.pageSize), all.length, input);
    },
    sheet: {
      name: 'gruppi',
      columns: ['pillar', 'it', 'en', 'listed', 'partners'],
      row: ({ group, ...pillar }) => ({ ...pillar, ...group }),
    },
  });
}

function sourceRoutes(app: OpenAPIHono, deps: Deps): void {
  listRoute(app, {
    path: '/api/v1/scans',
    tag: 'Sources',
    summary:
      'Finished readings of the sources, the newest first, each certified complete or failed with reasons; with `after`, what was read after that id, the oldest first, and `next` to go on from',
    query: listScansSchema,
    walks: 'number',
    item: scanSchema,
    example: SCAN_EXAMPLE,
    list: (input, _param, c) => listScans({ deps: forRequest(deps, c.req.raw), input }),
    sheet: {
      name: 'letture',
      columns: [
        'id',
        'source',
        'startedAt',
        'finishedAt',
        'verdict',
        'reasons',
        'passes',
        'topics',
        'added',
        'changed',
        'withdrawn',
      ],
      row: (scan) => ({ ...scan, reasons: scan.reasons.join('; ') }),
    },
  });
  listRoute(app, {
    path: '/api/v1/changes',
    tag: 'Sources',
    summary:
      'What changed in the whole catalogue, the newest first; with `after`, what came after that id, the oldest first, and `next` to go on from',
    ...changesOf(deps, () => undefined),
  });
}
