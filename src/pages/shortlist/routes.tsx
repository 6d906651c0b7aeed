import { Hono } from 'hono';
import { shortlist, shortlistSchema } from '../../services/matching/shortlist.ts';
import { listPillars } from '../../services/topics/list-pillars.ts';
import { topicsCsv } from '../csv.ts';
import { href } from '../links.ts';
import { type PageEnv, sendCsv, show } from '../page-env.tsx';
import { readQuery } from '../query.ts';
import { ShortlistPage } from './shortlist-page.tsx';

const query = shortlistSchema.pick({ pillar: true, laboratory: true });

export const shortlistRoutes = new Hono<PageEnv>()
  .on('GET', ['/', href.shortlist], async (c) => {
    const deps = c.get('deps');
    const chosen = readQuery(query, c.get('ui').url);
    const [list, pillars] = await Promise.all([
      shortlist({ deps, input: shortlistSchema.parse({ ...chosen, pageSize: 200 }) }),
      listPillars({ deps }),
    ]);
    return show(c, (ui, shell) => (
      <ShortlistPage
        ui={ui}
        shell={shell}
        entries={list.items}
        pillars={pillars}
        laboratories={deps.profile.laboratories}
        chosen={chosen}
      />
    ));
  })
  .get(`${href.shortlist}.csv`, async (c) => {
    const chosen = readQuery(query, c.get('ui').url);
    const list = await shortlist({ deps: c.get('deps'), input: shortlistSchema.parse({ ...chosen, pageSize: 200 }) });
    return sendCsv(c, 'da-valutare', topicsCsv(c.get('ui'), list.items));
  });
