import { Hono } from 'hono';
import { z } from 'zod';
import { acceptLevel } from '../../services/collect/accept-level.ts';
import { findCollectProgress } from '../../services/collect/collect-progress.ts';
import { listScans, listScansSchema } from '../../services/collect/list-scans.ts';
import { sourcesOverview } from '../../services/collect/sources-overview.ts';
import { pagingSchema } from '../../services/paging.ts';
import { requireAction } from '../access/require-action.ts';
import { readForm } from '../desk/form.ts';
import { href } from '../links.ts';
import { type PageEnv, show } from '../page-env.tsx';
import { readQuery } from '../query.ts';
import { SourcesPage } from './sources-page.tsx';

const query = z.strictObject(pagingSchema.pick({ page: true }).shape);
const ISSUES_SHOWN = 25;
const SCANS_SHOWN = 20;

/** Which waiting level to believe. */
const levelSchema = z.object({
  source: z.string().max(60),
  kind: z.string().max(60),
  archive: z.string().max(60),
});

export const sourcesRoutes = new Hono<PageEnv>()
  .post(href.acceptLevel, requireAction('sources.manage'), async (c) => {
    const { archive, ...level } = await readForm(c, levelSchema);
    const by = c.get('viewer').person?.id ?? null;
    await acceptLevel({ deps: c.get('deps'), input: { ...level, archive: archive === '' ? undefined : archive, by } });
    return c.redirect(href.sources, 303);
  })
  .get(href.sources, async (c) => {
    const deps = c.get('deps');
    const { page } = readQuery(query, c.get('ui').url);
    const [overview, scans, progress] = await Promise.all([
      sourcesOverview({ deps, input: { page, pageSize: ISSUES_SHOWN } }),
      listScans({ deps, input: listScansSchema.parse({ pageSize: SCANS_SHOWN }) }),
      findCollectProgress({ deps }),
    ]);
    return show(c, (ui, shell) => (
      <SourcesPage ui={ui} shell={shell} overview={overview} scans={scans} progress={progress} />
    ));
  });
