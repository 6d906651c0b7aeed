import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { Failure, type FailureKind } from '../domain/errors.ts';
import { storeFault } from '../services/operate/told-error.ts';
import { PROBLEM_EXAMPLE } from './examples.ts';

/** RFC 9457; `errors` names each offending parameter. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
});

/** A refusal as the reference shows it. */
export const problems = (description: string) => ({
  content: { 'application/problem+json': { schema: problemSchema, example: PROBLEM_EXAMPLE } },
  description,
});

/** What any door for programs may answer, whatever is asked there. */
export const AT_EVERY_DOOR = {
  401: problems('A key was shown that is unknown or revoked'),
  429: problems('The allowance is used up; `Retry-After` says for how long'),
};

/** What a door answers that opens to a partner's key alone. */
export const AT_A_KEYED_DOOR = {
  ...AT_EVERY_DOOR,
  401: problems('No key was shown, or one that is unknown or revoked'),
  403: problems('The key lacks the scope, or is another partner’s'),
};

const STATUS_OF: Record<FailureKind, ContentfulStatusCode> = {
  'not-found': 404,
  conflict: 409,
  invalid: 400,
  forbidden: 403,
  unavailable: 503,
  gone: 410,
};

const TITLES: Record<number, string> = {
  400: 'The request cannot be understood',
  401: 'A key is needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'In conflict with what is stored',
  410: 'No longer here',
  413: 'The request is too large',
  415: 'The body is of another type',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  503: 'Not available now',
};

/** A problem document. `extra` are members of its own, e.g. `errors`. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  detail: string,
  extra: Record<string, unknown> = {},
): Response {
  const title = TITLES[status] ?? 'Problem';
  const body = { type: 'about:blank', title, status, detail, instance: c.req.path, ...extra };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json; charset=utf-8' });
}

/** What an error says to the outside: a `Failure` its own words, anything else hardly more than the request's id. */
export function problemOf(c: Context, error: Error): Response {
  if (error instanceof Failure) return problem(c, STATUS_OF[error.kind], error.message, error.detail);
  const requestId: unknown = c.get('requestId');
  if (storeFault(error) !== null)
    return problem(
      c,
      503,
      `The store cannot be used now: try again in a minute. The log holds the cause and the remedy under request ${String(requestId)}.`,
      { requestId },
    );
  return problem(c, 500, `The log holds the cause under request ${String(requestId)}.`, { requestId });
}

/** Whether a body that cannot be read is at least said to be JSON, or nothing is said of it. What can be read is taken as it is. */
export function isJsonBody(c: Context): boolean {
  const type = c.req.header('content-type');
  return type === undefined || /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type);
}

/** The 400 for parameters that do not fit, each named. */
export function invalidParameters(c: Context, error: z.core.$ZodError): Response {
  const errors = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((parameter) => ({ parameter, message: 'is not a parameter of this list' }))
      : [{ parameter: String(issue.path[0] ?? ''), message: issue.message }],
  );
  const detail = errors.map(({ parameter, message }) => `${parameter}: ${message}`).join('; ');
  return problem(c, 400, `${detail}. See /api/docs.`, { errors });
}
