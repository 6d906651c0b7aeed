import type { MiddlewareHandler } from 'hono';
import { personOfSession } from '../../services/access/sessions.ts';
import { csrfOf } from '../../services/access/tokens.ts';
import type { PageEnv } from '../page-env.tsx';
import { beginShell } from '../shell.ts';
import { readToken } from './session-cookie.ts';
import { VISITOR } from './viewer.ts';

/** Sets `c.var.viewer` from the session's cookie. */
export const readViewer: MiddlewareHandler<PageEnv> = async (c, next) => {
  const token = readToken(c);
  const deps = c.get('deps');
  // Whether anything has changed is asked in the same breath; the page around will want to know.
  const [known] =
    token === null
      ? [null]
      : await Promise.all([personOfSession({ deps, input: { token } }), deps.reading?.revision()]);
  if (known === null || token === null) c.set('viewer', VISITOR);
  else {
    const { id, bodyId, grants, name } = known;
    c.set('viewer', { person: { id, bodyId, grants }, name, csrf: csrfOf(token) });
  }
  beginShell(deps);
  await next();
};
