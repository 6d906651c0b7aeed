import { Hono } from 'hono';
import { answerNotice, noticeAnswerSchema, openNotices, readNotice } from '../../../services/desk/public-notices.ts';
import { withQuery } from '../../links.ts';
import { type PageEnv, show } from '../../page-env.tsx';
import { param, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { NoticePage, NoticesPage } from './notice-pages.tsx';

const path = (own: (id: string) => string) => own(':id').replace('%3A', ':');

/** Public notices: read and answered by anybody, without signing in. */
export const noticesRoutes = new Hono<PageEnv>()
  .get(desk.publicNotices, async (c) => {
    const notices = await openNotices(c.get('deps'));
    return show(c, (ui, shell) => <NoticesPage ui={ui} shell={shell} notices={notices} />);
  })
  .get(path(desk.publicNotice), async (c) => {
    const notice = await readNotice(c.get('deps'), param(c));
    return show(c, (ui, shell) => <NoticePage ui={ui} shell={shell} notice={notice} />);
  })
  .post(path(desk.publicNotice), async (c) => {
    const answer = await readForm(c, noticeAnswerSchema);
    const address = c.get('address');
    await answerNotice({ deps: c.get('deps'), input: { ...answer, id: param(c), address } });
    return c.redirect(withQuery(desk.publicNotice(param(c)), { fatto: 'interesse' }), 303);
  });
