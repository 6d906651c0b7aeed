import type { Context, MiddlewareHandler } from 'hono';
import type { ApiKey, ApiScope } from '../../domain/api-scope.ts';
import { Failure } from '../../domain/errors.ts';
import type { Deps } from '../../services/deps.ts';
import { findPartner } from '../../services/matching/partner-matches.ts';
import { hasScope } from '../../services/operate/api-keys.ts';
import { problem } from '../problem.ts';
import type { KeyEnv } from './key-access.ts';

/** Lets only keys with a scope through; without a key it is 401. */
export const requireScope =
  (scope: ApiScope): MiddlewareHandler<KeyEnv> =>
  async (c, next) => {
    const key = c.get('apiKey');
    if (key === undefined) return keyWanted(c);
    demandScope(key, scope);
    return await next();
  };

/** A key opens its own partner's data and nobody else's; who shows none sees what the public sees. */
export const ownPartnerOnly =
  (deps: Deps, scope: ApiScope): MiddlewareHandler<KeyEnv> =>
  async (c, next) => {
    const key = c.get('apiKey');
    if (key !== undefined) {
      const asked = findPartner(deps, c.req.param('pic') ?? '');
      if (asked.id !== key.partnerId)
        throw new Failure(
          'forbidden',
          `This key is of «${key.partnerId}» and does not open the data of «${asked.id}».`,
        );
      demandScope(key, scope);
    }
    return await next();
  };

function demandScope(key: ApiKey, scope: ApiScope): void {
  if (hasScope(key, scope)) return;
  throw new Failure('forbidden', `This key has no scope ${scope}; ask the association for one that has.`, { scope });
}

export function keyWanted(c: Context): Response {
  const answer = problem(c, 401, 'Show a key of a partner: Authorization: Bearer bdl_…');
  answer.headers.set('www-authenticate', 'Bearer realm="bandolo"');
  return answer;
}
