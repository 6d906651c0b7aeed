import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ApiKey } from '../../domain/api-scope.ts';
import { DOSSIER_STATES, OPINION_STATES } from '../../domain/desk/dossier/state.ts';
import { CONFIDENTIALITY } from '../../domain/desk/interest/interest.ts';
import { Failure } from '../../domain/errors.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import type { Deps } from '../../services/deps.ts';
import { forRequest } from '../../services/for-request.ts';
import { pagingSchema } from '../../services/paging.ts';
import { type EvaluationCard, ownEvaluations } from '../../services/partner-desk/own-evaluations.ts';
import {
  type InterestCard,
  interestBodySchema,
  ownInterests,
  sayInterest,
  withdrawInterestByKey,
} from '../../services/partner-desk/own-interests.ts';
import { afterId } from '../../services/walk.ts';
import { EVALUATION_EXAMPLE, INTEREST_EXAMPLE } from '../examples.ts';
import { listRoute } from '../list-route.ts';
import { AT_A_KEYED_DOOR, invalidParameters, isJsonBody, problem, problems } from '../problem.ts';

const interestSchema = z
  .object({
    id: z.string(),
    dossier: z.string(),
    topic: z.string().nullable(),
    role: z.enum(CITY_ROLES),
    lead: z.boolean(),
    competences: z.array(z.string()),
    effortMonths: z.number().nullable(),
    ownFundsEur: z.number().nullable(),
    contact: z.string(),
    confidentiality: z.enum(CONFIDENTIALITY),
    expressedAt: z.string(),
    withdrawnAt: z.string().nullable(),
  })
  .openapi('Interest');

const evaluationSchema = z
  .object({
    dossier: z.string(),
    topic: z.string().nullable(),
    title: z.string(),
    state: z.enum(DOSSIER_STATES),
    deadlineAt: z.string().nullable(),
    openedOn: z.string(),
    opinion: z.enum(OPINION_STATES).nullable(),
    decidedAt: z.string().nullable(),
  })
  .openapi('Evaluation');

export const INTERESTS = '/api/v1/interests';
export const EVALUATIONS = '/api/v1/evaluations';
const ownListSchema = z.strictObject({ ...pagingSchema.shape, after: afterId.optional() });
const security = [{ partnerKey: [] }];
const refusals = { ...AT_A_KEYED_DOOR, 404: problems('Not of this partner') };

/** What only a partner's own key reads and writes: its interests, and the evaluations that it has a part in. */
export function partnerDesk(deps: Deps): OpenAPIHono {
  const app = new OpenAPIHono();
  listRoute(app, {
    path: INTERESTS,
    tag: 'Partners',
    summary: 'The partner’s own expressions of interest, withdrawn ones too, the newest first; with `after`, by id',
    security,
    query: ownListSchema,
    walks: 'id',
    item: interestSchema,
    example: INTEREST_EXAMPLE,
    list: (input, _param, c) => ownInterests({ deps: forRequest(deps, c.req.raw), key: keyOf(c), input }),
    sheet: { name: 'interessi', columns: Object.keys(interestSchema.shape), row: interestRow },
  });
  listRoute(app, {
    path: EVALUATIONS,
    tag: 'Partners',
    summary:
      'The dossiers that the partner has a part in: state, and the opinion once it is confirmed; with `after`, by dossier',
    security,
    query: ownListSchema,
    walks: 'id',
    item: evaluationSchema,
    example: EVALUATION_EXAMPLE,
    list: (input, _param, c) => ownEvaluations({ deps: forRequest(deps, c.req.raw), key: keyOf(c), input }),
    sheet: {
      name: 'valutazioni',
      columns: Object.keys(evaluationSchema.shape),
      row: (item: EvaluationCard) => ({ ...item }),
    },
  });
  sayRoute(app, deps);
  withdrawRoute(app, deps);
  return app;
}

const { dossier, role, lead, competences, contact } = INTEREST_EXAMPLE;
const SAID = { dossier, role, lead, competences, contact };

function sayRoute(app: OpenAPIHono, deps: Deps): void {
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'post',
      path: INTERESTS,
      tags: ['Partners'],
      summary: 'Express the partner’s interest in a dossier, by its id or its topic; saying it again changes it',
      security,
      request: { body: { content: { 'application/json': { schema: interestBodySchema, example: SAID } } } },
      responses: {
        200: {
          content: { 'application/json': { schema: interestSchema, example: INTEREST_EXAMPLE } },
          description: 'As it stands now',
        },
        400: problems('A field does not fit; each is named'),
        409: problems('The opinion is given: interest is no longer gathered'),
        415: problems('The body is no JSON'),
        ...refusals,
      },
    }),
  );
  app.post(INTERESTS, async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    if (body === null && !isJsonBody(c)) return problem(c, 415, 'Send the interest as application/json.');
    const read = interestBodySchema.safeParse(body);
    if (!read.success) return invalidParameters(c, read.error);
    return c.json(await sayInterest({ deps, key: keyOf(c), input: read.data }));
  });
}

function withdrawRoute(app: OpenAPIHono, deps: Deps): void {
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'delete',
      path: `${INTERESTS}/{id}`,
      tags: ['Partners'],
      summary: 'Withdraw an expression of interest; it stays in the list, withdrawn',
      security,
      request: { params: z.object({ id: z.string() }) },
      responses: { 204: { description: 'Withdrawn, now or before' }, ...refusals },
    }),
  );
  app.delete(`${INTERESTS}/:id`, async (c) => {
    await withdrawInterestByKey({ deps, key: keyOf(c), input: { id: c.req.param('id') } });
    return c.body(null, 204);
  });
}

/** The key that the guard has let through. */
function keyOf(c: Context): ApiKey {
  const key: ApiKey | undefined = c.get('apiKey');
  if (key === undefined) throw new Failure('forbidden', 'Show a key of a partner.');
  return key;
}

const interestRow = ({ competences, ...interest }: InterestCard) => ({
  ...interest,
  competences: competences.join('; '),
});
