import { Hono } from 'hono';
import type { TopicCard } from '../../domain/topic-card.ts';
import type { Deps } from '../../services/deps.ts';
import { type ListTopicsQuery, listTopics, listTopicsSchema } from '../../services/list-topics.ts';
import { topicsCsv } from '../csv.ts';
import { href } from '../links.ts';
import { type PageEnv, sendCsv, show } from '../page-env.tsx';
import { givenParameters, readQuery } from '../query.ts';
import { TopicsPage } from './topics-page.tsx';

/** A spreadsheet of more rows than this is no longer read by a person; the API has them all. */
const CSV_ROWS = 10_000;
const BATCH = 200;
const ROWS_SHOWN = 25;

export const topicsRoutes = new Hono<PageEnv>()
  .get(href.topics, async (c) => {
    const { url } = c.get('ui');
    const asked = readQuery(listTopicsSchema, url);
    const pageSize = url.searchParams.has('pageSize') ? asked.pageSize : ROWS_SHOWN;
    const list = await listTopics({ deps: c.get('deps'), input: { ...sorted(asked), pageSize } });
    const { page: _page, pageSize: _size, ...fields } = givenParameters(url);
    return show(c, (ui, shell) => <TopicsPage ui={ui} shell={shell} list={list} fields={fields} />);
  })
  .get(`${href.topics}.csv`, async (c) => {
    const asked = readQuery(listTopicsSchema, c.get('ui').url);
    return sendCsv(c, 'bandi', topicsCsv(c.get('ui'), await everyTopic(c.get('deps'), sorted(asked))));
  });

/** People read what closes next before anything else; a search gives the best match first, which is the service's own default. */
const sorted = (asked: ListTopicsQuery): ListTopicsQuery =>
  asked.sort === undefined && asked.q === undefined ? { ...asked, sort: 'deadline' } : asked;

/** All pages of a list, one after the other. */
async function everyTopic(deps: Deps, input: ListTopicsQuery): Promise<TopicCard[]> {
  const cards: TopicCard[] = [];
  for (let page = 1; cards.length < CSV_ROWS; page += 1) {
    const { items, total } = await listTopics({ deps, input: { ...input, page, pageSize: BATCH } });
    cards.push(...items);
    if (items.length === 0 || cards.length >= total) break;
  }
  return cards;
}
