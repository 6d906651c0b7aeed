import { z } from 'zod';
import {
  findKeysAfter,
  findTopicKeys,
  TOPIC_ORDERS,
  type TopicFilter,
  type TopicList,
} from '../../../db/repositories/find-topic-keys.ts';
import type { Slice } from '../../../db/repositories/slice.ts';
import { tellFrom } from '../../../db/repositories/updated-since.ts';
import { invalid } from '../../domain/errors.ts';
import { pillarsOfLaboratory } from '../../domain/laboratory.ts';
import { PILLARS } from '../../domain/pillar.ts';
import { type Instant, SUBMISSION_STATUSES, TOPIC_KINDS } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { EVERY_ROW, inPieces } from '../in-pieces.ts';
import { instantSchema, toMinute } from '../instants.ts';
import { pagingSchema, toSlice } from '../paging.ts';
import { remembered } from '../remembered.ts';
import { afterNumber, toWalkPage, type WalkPage } from '../walk.ts';
import { readQuery } from './search-query.ts';
import { readPlainCards } from './topic-cards.ts';

const STATUS_WORDS = [...SUBMISSION_STATUSES, 'unknown'] as const;

/** `open,forthcoming` → both; an empty text does not narrow. */
const commaList = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item));

/** What a list of topics can be narrowed by; the same words in the API, in the pages' URLs and here. */
export const listTopicsSchema = z.strictObject({
  ...pagingSchema.shape,
  q: z.string().trim().max(200).optional(),
  status: commaList(z.enum(STATUS_WORDS)).optional(),
  programme: commaList(z.string().max(40)).optional(),
  pillar: z.enum(PILLARS).optional(),
  /** Id of one of the profile's laboratories, the second facet. */
  laboratory: z.string().max(60).optional(),
  minRelevance: z.coerce.number().min(0).max(1).optional(),
  deadlineBefore: instantSchema.optional(),
  kind: z.enum(TOPIC_KINDS).optional(),
  source: z.string().max(60).optional(),
  /** Walk instead of leaf through: what came into the store after this number, in the order in which it came. */
  after: afterNumber.optional(),
  /** What a mirror asks: everything written since it last asked, in whatever way. */
  updatedSince: instantSchema.optional(),
  sort: z.enum(TOPIC_ORDERS).optional(),
  asOf: instantSchema.optional(),
});

export type ListTopicsInput = z.input<typeof listTopicsSchema>;
export type ListTopicsQuery = z.output<typeof listTopicsSchema>;

/** A page of topics; `next`, where the list is walked with `after`, is the number to go on from. */
export type TopicPage = WalkPage<TopicCard>;

/** Topics by filter, by identifier then reference; with `q` the best match first. Without a filter: every topic. */
export async function listTopics({ deps, input }: { deps: Deps; input: ListTopicsQuery }): Promise<TopicPage> {
  const asOf = toMinute(input.asOf ?? deps.clock.now());
  const { id, version } = deps.profile;
  return await remembered(deps, JSON.stringify(['topics', asOf, id, version, input]), async () => {
    const found = await find(deps, input, asOf, toSlice(input));
    return toWalkPage(await readPlainCards(deps, found.keys, asOf), found, input);
  });
}

/** Every topic that a list has, whatever the page, in the list's order. */
export async function* everyTopic({
  deps,
  input,
}: {
  deps: Deps;
  input: ListTopicsQuery;
}): AsyncGenerator<readonly TopicCard[]> {
  const asOf = toMinute(input.asOf ?? deps.clock.now());
  const { keys } = await find(deps, input, asOf, EVERY_ROW);
  yield* inPieces(keys, (some) => readPlainCards(deps, some, asOf));
}

/** With several words and no topic that has them all, topics that have any of them are better than none. */
async function find(
  deps: Deps,
  input: ListTopicsQuery,
  asOf: Instant,
  slice: Slice,
): Promise<TopicList & { next?: number }> {
  const { q, sort, after, updatedSince } = input;
  const filter = {
    ...toFilter(input, deps.profile),
    ...(updatedSince === undefined ? {} : { updatedSince: await tellFrom(deps.db, updatedSince) }),
  };
  if (after !== undefined) {
    if (sort !== undefined || (q !== undefined && q !== '')) throw walksAlone();
    return await findKeysAfter(deps.db, filter, after, asOf, slice);
  }
  const search = (match?: string) =>
    findTopicKeys(
      deps.db,
      match === undefined ? filter : { ...filter, match },
      sort ?? (match === undefined ? 'identifier' : 'match'),
      asOf,
      slice,
    );
  if (q === undefined || q === '') return await search();
  const query = readQuery(q);
  if (query === null) return { keys: [], total: 0 };
  const found = await search(query.every);
  return found.total === 0 && query.any !== query.every ? await search(query.any) : found;
}

const walksAlone = () =>
  invalid('after: topics are walked in the order in which they came; leave out sort and q.', {
    errors: [{ parameter: 'after', message: 'goes neither with sort nor with q' }],
  });

function toFilter(input: ListTopicsQuery, profile: Deps['profile']): TopicFilter {
  const {
    page: _page,
    pageSize: _size,
    sort: _sort,
    asOf: _asOf,
    q: _q,
    after: _after,
    laboratory,
    status,
    programme,
    ...same
  } = input;
  return {
    ...same,
    ...(laboratory === undefined ? {} : { pillars: pillarsOfLaboratory(profile, laboratory) }),
    ...(status === undefined || status.length === 0 ? {} : { status }),
    ...(programme === undefined || programme.length === 0 ? {} : { programme }),
  };
}
