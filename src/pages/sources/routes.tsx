import { Hono } from 'hono';
import { z } from 'zod';
import { findCollectProgress } from '../../services/collect-progress.ts';
import { listScans, listScansSchema } from '../../services/list-scans.ts';
import { pagingSchema } from '../../services/paging.ts';
import { sourcesOverview } from '../../services/sources-overview.ts';
import { href } from '../links.ts';
import { type PageEnv, show } from '../page-env.tsx';
import { readQuery } from '../query.ts';
import { SourcesPage } from './sources-page.tsx';

const query = z.strictObject(pagingSchema.pick({ page: true }).shape);
const ISSUES_SHOWN = 25;
const SCANS_SHOWN = 20;

export const sourcesRoutes = new Hono<PageEnv>().get(href.sources, async (c) => {
  const deps = c.get('deps');
  const { page } = readQuery(query, c.get('ui').url);
  const overview = await sourcesOverview({ deps, input: { page, pageSize: ISSUES_SHOWN } });
  const scans = await listScans({ deps, input: listScansSchema.parse({ pageSize: SCANS_SHOWN }) });
  const progress = await findCollectProgress({ deps });
  return show(c, (ui, shell) => (
    <SourcesPage ui={ui} shell={shell} overview={overview} scans={scans} progress={progress} />
  ));
});
