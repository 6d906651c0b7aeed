import { Hono } from 'hono';
import type { Page, TopicCard } from '../../domain/topic-card.ts';
import type { Deps } from '../../services/deps.ts';
import { listProgrammes } from '../../services/topics/list-programmes.ts';
import { type ListTopicsQuery, listTopics, listTopicsSchema } from '../../services/topics/list-topics.ts';
import { topicsCsv } from '../csv.ts';
import { href } from '../links.ts';
import { type PageEnv, sendCsv, show } from '../page-env.tsx';
import { givenParameters, readQuery } from '../query.ts';
import { TopicsPage } from './topics-page.tsx';

/** A spreadsheet of more rows than this is no longer read by a person; the API has them all. */
const CSV_ROWS = 10_000;
const BATCH = 200;
const ROWS_SHOWN = 25;

/** Who does not choose a status looks for something to apply to; what nobody can tell is shown rather than hidden. */
const LIVE: ListTopicsQuery['status'] = ['open', 'forthcoming', 'unknown'];

export const topicsRoutes = new Hono<PageEnv>()
  .get(href.topics, async (c) => {
    const { url } = c.get('ui');
    const asked = readQuery(listTopicsSchema, url);
    const pageSize = url.searchParams.has('pageSize') ? asked.pageSize : ROWS_SHOWN;
    const [{ list, onlyPast }, programmes] = await Promise.all([
      findTopics(c.get('deps'), { ...asked, pageSize }),
      listProgrammes({ deps: c.get('deps') }),
    ]);
    const { page: _page, pageSize: _size, ...fields } = givenParameters(url);
    const choices = {
      programmes: programmes.map(({ programme }) => programme),
      laboratories: c.get('deps').profile.laboratories,
    };
    return show(c, (ui, shell) => (
      <TopicsPage ui={ui} shell={shell} list={list} fields={fields} choices={choices} onlyPast={onlyPast} />
    ));
  })
  .get(`${href.topics}.csv`, async (c) => {
    const asked = readQuery(listTopicsSchema, c.get('ui').url);
    return sendCsv(c, 'bandi', topicsCsv(c.get('ui'), await everyTopic(c.get('deps'), asked)));
  });

/** One page of the list. A search that nothing live answers is answered from the archive, and says so. */
async function findTopics(deps: Deps, asked: ListTopicsQuery): Promise<{ list: Page<TopicCard>; onlyPast: boolean }> {
  const input = sorted(asked);
  if (asked.status !== undefined) return { list: await listTopics({ deps, input }), onlyPast: false };
  const live = await listTopics({ deps, input: { ...input, status: LIVE } });
  if (live.total > 0) return { list: live, onlyPast: false };
  const all = await listTopics({ deps, input });
  return { list: all, onlyPast: all.total > 0 };
}

/** People read what closes next before anything else; a search gives the best match first, the service's own default. */
const sorted = (asked: ListTopicsQuery): ListTopicsQuery =>
  asked.sort === undefined && asked.q === undefined ? { ...asked, sort: 'deadline' } : asked;

/** All pages of a list, one after the other. */
async function everyTopic(deps: Deps, asked: ListTopicsQuery): Promise<TopicCard[]> {
  const cards: TopicCard[] = [];
  for (let page = 1; cards.length < CSV_ROWS; page += 1) {
    const { list } = await findTopics(deps, { ...asked, page, pageSize: BATCH });
    cards.push(...list.items);
    if (list.items.length === 0 || cards.length >= list.total) break;
  }
  return cards;
}
