import { z } from 'zod';
import { findTopicKeys, TOPIC_ORDERS, type TopicFilter } from '../../db/repositories/topics-read.ts';
import { PILLARS } from '../domain/pillar.ts';
import { SUBMISSION_STATUSES, TOPIC_KINDS } from '../domain/topic.ts';
import type { Page, TopicCard } from '../domain/topic-card.ts';
import type { Deps } from './deps.ts';
import { instantSchema } from './instants.ts';
import { pagingSchema, toPage, toSlice } from './paging.ts';
import { toMatch } from './search-query.ts';
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
  minRelevance: z.coerce.number().min(0).max(1).optional(),
  deadlineBefore: instantSchema.optional(),
  kind: z.enum(TOPIC_KINDS).optional(),
  source: z.string().max(60).optional(),
  sort: z.enum(TOPIC_ORDERS).optional(),
  asOf: instantSchema.optional(),
});

export type ListTopicsInput = z.input<typeof listTopicsSchema>;
export type ListTopicsQuery = z.output<typeof listTopicsSchema>;

/** Topics by filter, by identifier then reference; with `q` the best match first. Without a filter: every topic. */
export async function listTopics({ deps, input }: { deps: Deps; input: ListTopicsQuery }): Promise<Page<TopicCard>> {
  const asOf = input.asOf ?? deps.clock.now();
  const filter = toFilter(input);
  if (filter === null) return toPage([], 0, input);
  const order = input.sort ?? (filter.match === undefined ? 'identifier' : 'match');
  const { keys, total } = await findTopicKeys(deps.db, filter, order, asOf, toSlice(input));
  const cards = await readCards(deps, keys, asOf);
  return toPage(
    cards.map(({ card }) => card),
    total,
    input,
  );
}

/** Null where the search holds no word at all: nothing matches, rather than everything. */
function toFilter(input: ListTopicsQuery): TopicFilter | null {
  const { page: _page, pageSize: _size, sort: _sort, asOf: _asOf, q, status, programme, ...same } = input;
  const filter: TopicFilter = { ...same };
  if (status !== undefined && status.length > 0) filter.status = status;
  if (programme !== undefined && programme.length > 0) filter.programme = programme;
  if (q === undefined || q === '') return filter;
  const match = toMatch(q);
  return match === null ? null : { ...filter, match };
}
