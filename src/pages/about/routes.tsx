import { Hono } from 'hono';
import { href } from '../links.ts';
import { type PageEnv, show } from '../page-env.tsx';
import { AboutPage } from './about-page.tsx';

export const aboutRoutes = new Hono<PageEnv>()
  .get(href.privacy, (c) =>
    show(c, (ui, shell) => (
      <AboutPage ui={ui} shell={shell} title={ui.m.about.privacyTitle} parts={ui.m.about.privacy} />
    )),
  )
  .get(href.accessibility, (c) =>
    show(c, (ui, shell) => (
      <AboutPage ui={ui} shell={shell} title={ui.m.about.accessibilityTitle} parts={ui.m.about.accessibility} />
    )),
  );
