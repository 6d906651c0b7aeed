import { z } from 'zod';
import { findTopicKeys, TOPIC_ORDERS, type TopicFilter } from '../../../db/repositories/find-topic-keys.ts';
import { tellFrom } from '../../../db/repositories/updated-since.ts';
import { pillarsOfLaboratory } from '../../domain/laboratory.ts';
import { PILLARS } from '../../domain/pillar.ts';
import { type Instant, SUBMISSION_STATUSES, TOPIC_KINDS, type TopicKey } from '../../domain/topic.ts';
import type { Page, TopicCard } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { instantSchema, toMinute } from '../instants.ts';
import { pagingSchema, toPage, toSlice } from '../paging.ts';
import { remembered } from '../remembered.ts';
import { readQuery } from './search-query.ts';
import { readCards } from './topic-cards.ts';

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
  /** What a mirror asks: everything written since it last asked, in whatever way. */
  updatedSince: instantSchema.optional(),
  sort: z.enum(TOPIC_ORDERS).optional(),
  asOf: instantSchema.optional(),
});

export type ListTopicsInput = z.input<typeof listTopicsSchema>;
export type ListTopicsQuery = z.output<typeof listTopicsSchema>;

/** Topics by filter, by identifier then reference; with `q` the best match first. Without a filter: every topic. */
export async function listTopics({ deps, input }: { deps: Deps; input: ListTopicsQuery }): Promise<Page<TopicCard>> {
  const asOf = toMinute(input.asOf ?? deps.clock.now());
  const { id, version } = deps.profile;
  return await remembered(deps, JSON.stringify(['topics', asOf, id, version, input]), async () => {
    const { keys, total } = await find(deps, input, asOf);
    const cards = await readCards(deps, keys, asOf);
    return toPage(
      cards.map(({ card }) => card),
      total,
      input,
    );
  });
}

/** With several words and no topic that has them all, topics that have any of them are better than none. */
async function find(deps: Deps, input: ListTopicsQuery, asOf: Instant): Promise<{ keys: TopicKey[]; total: number }> {
  const { q, sort, updatedSince } = input;
  const filter = {
    ...toFilter(input, deps.profile),
    ...(updatedSince === undefined ? {} : { updatedSince: await tellFrom(deps.db, updatedSince) }),
  };
  const search = (match?: string) =>
    findTopicKeys(
      deps.db,
      match === undefined ? filter : { ...filter, match },
      sort ?? (match === undefined ? 'identifier' : 'match'),
      asOf,
      toSlice(input),
    );
  if (q === undefined || q === '') return await search();
  const query = readQuery(q);
  if (query === null) return { keys: [], total: 0 };
  const found = await search(query.every);
  return found.total === 0 && query.any !== query.every ? await search(query.any) : found;
}

function toFilter(input: ListTopicsQuery, profile: Deps['profile']): TopicFilter {
  const {
    page: _page,
    pageSize: _size,
    sort: _sort,
    asOf: _asOf,
    q: _q,
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
