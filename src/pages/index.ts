import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Deps } from '../services/deps.ts';
import { aboutRoutes } from './about/routes.tsx';
import { accessRoutes } from './access/index.ts';
import { ownFormsOnly } from './access/own-forms-only.tsx';
import { readViewer } from './access/read-viewer.ts';
import type { AddressOf } from './access/sign-in-routes.tsx';
import { assetRoutes, openAssets, type ReadAsset } from './assets.ts';
import { deliveryRoutes } from './delivery/routes.tsx';
import { tokenRoutes } from './delivery/token-routes.tsx';
import { deskRoutes } from './desk/routes.tsx';
import { showError, showNotFound, showTooLarge } from './errors/show-error.tsx';
import type { PageEnv } from './page-env.tsx';
import { openPaperFonts } from './paper/paper-fonts.ts';
import { partnersRoutes } from './partners/routes.tsx';
import { prepare } from './prepare.ts';
import { qualityRoutes } from './quality/routes.tsx';
import { shortlistRoutes } from './shortlist/routes.tsx';
import { sourcesRoutes } from './sources/routes.tsx';
import { topicRoutes } from './topic/routes.tsx';
import { topicsRoutes } from './topics/routes.tsx';
import { watchingRoutes } from './watching/routes.tsx';
import { webhookRoutes } from './webhooks/routes.tsx';

export type { ReadAsset } from './assets.ts';

export interface PagesOptions {
  addressOf: AddressOf;
  /** Bytes; a longer form is refused before it is read. */
  largestBody: number;
}

/** Paths that machines ask for: what is missing there is told in their own way. */
const MACHINES = /^\/(api|common-grants|feeds|assets|healthz|readyz|metrics)(\/|$)/;

/**
 * The pages for people, with their assets. Mount it last at the root: what stands under no other address and is asked
 * for with GET gets a page that says so; machine paths are passed on.
 */
export function pages(deps: Deps, readAsset: ReadAsset, { addressOf, largestBody }: PagesOptions): Hono<PageEnv> {
  const assets = openAssets(readAsset);
  const routes = [
    deskRoutes,
    shortlistRoutes,
    topicsRoutes,
    topicRoutes,
    partnersRoutes,
    sourcesRoutes,
    qualityRoutes,
    aboutRoutes,
    accessRoutes(addressOf),
    deliveryRoutes,
    watchingRoutes,
    webhookRoutes,
  ];
  const people = new Hono<PageEnv>();
  people.onError((error, c) => showError(c, error));
  for (const one of routes) people.route('/', one);
  people.get('*', (c, next) => (MACHINES.test(c.req.path) ? next() : showNotFound(c)));

  const app = new Hono<PageEnv>();
  app.route('/', assetRoutes(assets));
  app.use(prepare(deps, assets, openPaperFonts(readAsset)), readViewer, async (c, next) => {
    c.set('address', addressOf(c));
    c.set('askAgain', async (path) => {
      const headers = new Headers();
      for (const name of ['cookie', 'accept-language', 'x-forwarded-for']) headers.set(name, c.req.header(name) ?? '');
      return app.fetch(new Request(new URL(path, c.req.url), { headers }), c.env);
    });
    await next();
  });
  app.use(bodyLimit({ maxSize: largestBody, onError: showTooLarge }));
  app.route('/', tokenRoutes);
  app.use(
    ownFormsOnly((method, path) => people.router.match(method, path)[0].some(([[, route]]) => route.method !== 'ALL')),
  );
  app.route('/', people);
  return app;
}
