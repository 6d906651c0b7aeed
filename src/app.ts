import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { api } from './api/api.ts';
import { cachePolicy } from './api/cache-policy.ts';
import { commonGrants } from './api/common-grants/common-grants.ts';
import { docs } from './api/docs.ts';
import { feeds } from './api/feeds/feeds.ts';
import { clientAddress } from './api/keys/client-address.ts';
import type { KeyAccessOptions } from './api/keys/key-access.ts';
import { partnerApi } from './api/keys/partner-api.ts';
import { Metrics } from './api/metrics.ts';
import { operations } from './api/operations.ts';
import { problem, problemOf } from './api/problem.ts';
import { pages, type ReadAsset } from './pages/index.ts';
import type { Deps } from './services/deps.ts';

/** Forms of this house are small; a proposal's documents live elsewhere. */
const LARGEST_BODY = 1024 * 1024;

/** Doors for programs, which are refused in their own way; the others are pages', and refuse as pages. */
const PROGRAMS = ['/api/*', '/common-grants/*', '/feeds/*'];

export interface AppOptions {
  /** Reads the pages' assets; without it there is the API alone. */
  readAsset?: ReadAsset;
  /** How many requests keys and strangers may make, and whom to believe about addresses. */
  access?: KeyAccessOptions;
}

/** The whole web side over one set of dependencies: the same on Node, on Workers and in tests. */
export function createApp(deps: Deps, { readAsset, access }: AppOptions = {}): OpenAPIHono {
  const app = new OpenAPIHono();
  const metrics = new Metrics();
  app.use(requestId(), metrics.count, secureHeaders(SECURITY));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));
  for (const door of readAsset === undefined ? ['*'] : PROGRAMS)
    app.use(
      door,
      bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => problem(c, 413, `At most ${LARGEST_BODY} bytes.`) }),
    );
  app.use(etag(), cachePolicy);
  app.route('/', operations(deps, metrics));
  app.route('/', partnerApi(deps, access));
  app.route('/', api(deps));
  app.route('/', feeds(deps));
  app.route('/', commonGrants(deps));
  docs(app);
  if (readAsset !== undefined)
    app.route(
      '/',
      pages(deps, readAsset, {
        addressOf: (c) => clientAddress(c, access?.trustProxy ?? false),
        largestBody: LARGEST_BODY,
      }),
    );
  app.notFound((c) => problem(c, 404, `Nothing stands at ${c.req.path}; /api/docs lists what does.`));
  app.onError((error, c) => {
    if (hasHungUp(error)) return problem(c, 400, 'The body broke off.');
    const answer = problemOf(c, error);
    // What the caller did wrong is told to the caller; the log is for what we did.
    if (answer.status >= 500) deps.log.error({ err: error, requestId: c.get('requestId') }, 'request failed');
    return answer;
  });
  return app;
}

/** Who goes away in the middle of a body hears no answer, and must not fill the log. */
const hasHungUp = (error: Error): boolean => 'code' in error && error.code === 'ECONNRESET';

function refuseMethod(c: Context, methods: string[]): Response {
  const answer = problem(c, 405, `${c.req.method} is not possible here; ${methods.join(', ')} is.`);
  answer.headers.set('allow', methods.join(', '));
  return answer;
}

/** No inline script or style anywhere; images in the style sheet are `data:`. */
const SECURITY = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
};
