import { Hono } from 'hono';
import { readLog, readLogSchema } from '../../services/audit/read-log.ts';
import { href } from '../links.ts';
import { type PageEnv, show } from '../page-env.tsx';
import { readQuery } from '../query.ts';
import { AuditPage } from './audit-page.tsx';

export const auditRoutes = new Hono<PageEnv>().get(href.audit, async (c) => {
  const input = readQuery(readLogSchema, c.get('ui').url);
  const log = await readLog({ deps: c.get('deps'), input });
  return show(c, (ui, shell) => <AuditPage ui={ui} shell={shell} log={log} action={input.action} />);
});
