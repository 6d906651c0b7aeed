import { Hono } from 'hono';
import { z } from 'zod';
import { publishedQuality } from '../../services/matching/quality-report.ts';
import { href } from '../links.ts';
import { type PageEnv, show } from '../page-env.tsx';
import { readQuery } from '../query.ts';
import { QualityPage } from './quality-page.tsx';

export const qualityRoutes = new Hono<PageEnv>().get(href.quality, (c) => {
  const deps = c.get('deps');
  readQuery(z.strictObject({}), c.get('ui').url);
  const published = publishedQuality({ deps });
  const names = new Map(deps.profile.partners.map(({ id, name }) => [id, name]));
  return show(c, (ui, shell) => <QualityPage ui={ui} shell={shell} published={published} partnerNames={names} />);
});
