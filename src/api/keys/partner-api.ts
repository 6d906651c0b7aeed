import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { API_SCOPES } from '../../domain/api-scope.ts';
import type { Deps } from '../../services/deps.ts';
import { findPartner } from '../../services/matching/partner-matches.ts';
import { KEY_OWNER_EXAMPLE } from '../examples.ts';
import { AT_A_KEYED_DOOR } from '../problem.ts';
import { partnerCardSchema } from '../schemas.ts';
import { type KeyAccessOptions, type KeyEnv, keyAccess } from './key-access.ts';
import { EVALUATIONS, INTERESTS, partnerDesk } from './partner-desk.ts';
import { keyWanted, ownPartnerOnly, requireScope } from './partner-only.ts';
import { TokenBuckets } from './token-bucket.ts';

/** Everything that programs of others read. */
const OPEN_DOORS = ['/api/v1/*', '/feeds/*', '/common-grants/*', '/common-grants-schemas/*'];

/** Whole lists that the pages hand out: from the same allowance. */
const SHEETS_OF_PAGES = ['/bandi.csv', '/da-valutare.csv'];

/** What opens to nobody without a key of that scope. */
const OWN_DOORS = [
  ['interests:write', [INTERESTS, `${INTERESTS}.csv`, `${INTERESTS}.xlsx`, `${INTERESTS}/:id`]],
  ['evaluations:read', [EVALUATIONS, `${EVALUATIONS}.csv`, `${EVALUATIONS}.xlsx`]],
] as const;

const TOLD = ['ETag', 'Link', 'Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** Keys, allowances and CORS in front of every door for programs. To be mounted before the routes it guards. */
export function partnerApi(deps: Deps, asked: KeyAccessOptions = {}): OpenAPIHono<KeyEnv> {
  // One allowance for all doors.
  const options = { buckets: new TokenBuckets(), ...asked };
  const app = new OpenAPIHono<KeyEnv>();
  for (const door of OPEN_DOORS) {
    // Any page of a partner's may ask: cookies are never read across origins, a key is shown on purpose.
    app.use(door, cors({ origin: '*', allowMethods: ['GET', 'POST', 'DELETE'], exposeHeaders: TOLD, maxAge: 86_400 }));
    app.use(door, keyAccess(deps, options));
  }
  for (const door of SHEETS_OF_PAGES) app.use(door, keyAccess(deps, options));
  const matches = ownPartnerOnly(deps, 'matches:read');
  for (const twin of ['', '.csv', '.xlsx']) app.use(`/api/v1/partners/:pic/matches${twin}`, matches);
  app.openAPIRegistry.registerComponent('securitySchemes', 'partnerKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'A partner’s key, `bdl_…`. It raises the allowance and opens the partner’s own data.',
  });
  whoAmI(app, deps);
  for (const [scope, doors] of OWN_DOORS) for (const door of doors) app.use(door, requireScope(scope));
  app.route('/', partnerDesk(deps));
  return app;
}

const meSchema = z
  .object({ partner: partnerCardSchema, key: z.object({ prefix: z.string(), scopes: z.array(z.enum(API_SCOPES)) }) })
  .openapi('KeyOwner');

/** `/api/v1/me`: whose key this is, so that a dashboard needs to be told nothing but the key. */
function whoAmI(app: OpenAPIHono<KeyEnv>, deps: Deps): void {
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: '/api/v1/me',
      tags: ['Partners'],
      summary: 'The partner whose key is shown, and what the key may do',
      security: [{ partnerKey: [] }],
      responses: {
        200: {
          content: { 'application/json': { schema: meSchema, example: KEY_OWNER_EXAMPLE } },
          description: 'The partner',
        },
        401: AT_A_KEYED_DOOR[401],
        429: AT_A_KEYED_DOOR[429],
      },
    }),
  );
  app.get('/api/v1/me', (c) => {
    const key = c.get('apiKey');
    if (key === undefined) return keyWanted(c);
    const { id, pic, name, legalName, type, relation, pillars, competences, roles } = findPartner(deps, key.partnerId);
    const partner = { id, pic, name, legalName, type, relation, pillars, competences, roles };
    return c.json({ partner, key: { prefix: key.prefix, scopes: [...key.scopes] } });
  });
}
