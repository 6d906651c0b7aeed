import { Hono } from 'hono';
import { analysis } from '../../../services/desk/analysis.ts';
import { requireAction } from '../../access/require-action.ts';
import { type PageEnv, show } from '../../page-env.tsx';
import { actor } from '../form.ts';
import { desk } from '../links.ts';
import { AnalysisPage } from './analysis-page.tsx';

export const analysisRoutes = new Hono<PageEnv>().get(desk.analysis, requireAction('analysis.read'), async (c) => {
  const read = await analysis({ deps: c.get('deps'), person: actor(c) });
  return show(c, (ui, shell) => <AnalysisPage ui={ui} shell={shell} analysis={read} />);
});
