import type { MiddlewareHandler } from 'hono';
import type { Action } from '../../domain/desk/people/permissions.ts';
import { can, canSomewhere, type Subject } from '../../domain/desk/people/roles.ts';
import type { PageContext, PageEnv } from '../page-env.tsx';
import { showForbidden } from './refusals.tsx';

type SubjectOf = (c: PageContext) => Subject | Promise<Subject>;

/**
 * Lets a route pass to whom the permissions table allows its action: on the subject where the route knows it, otherwise
 * on anything at all. Services still ask about the subject; this only spares them those who never could.
 */
export const requireAction =
  (action: Action, subjectOf?: SubjectOf): MiddlewareHandler<PageEnv> =>
  async (c, next) => {
    const { person } = c.get('viewer');
    const allowed = subjectOf === undefined ? canSomewhere(person, action) : can(person, action, await subjectOf(c));
    return allowed ? next() : showForbidden(c);
  };

/** Any signed-in person: for one's own things. */
export const requirePerson: MiddlewareHandler<PageEnv> = async (c, next) =>
  c.get('viewer').person === null ? showForbidden(c) : next();
