import { Hono } from 'hono';
import { z } from 'zod';
import {
  addEndpoint,
  addEndpointSchema,
  changeEndpoint,
  changeEndpointSchema,
  newSecret,
  removeEndpoint,
  switchEndpoint,
} from '../../services/webhooks/manage-endpoints.ts';
import { readEndpoint, readEndpoints } from '../../services/webhooks/read-endpoints.ts';
import { replayDelivery } from '../../services/webhooks/replay-delivery.ts';
import { requireAction } from '../access/require-action.ts';
import { actor, readForm } from '../desk/form.ts';
import { type PageContext, type PageEnv, show } from '../page-env.tsx';
import { EndpointPage } from './endpoint-page.tsx';
import { EndpointsPage } from './endpoints-page.tsx';
import { endpoint, path } from './paths.ts';
import { SecretPage } from './secret-page.tsx';

const guard = requireAction('webhook.manage');

/** Partners' people tend their own webhooks, the administrator all of them. */
export const webhookRoutes = new Hono<PageEnv>()
  .get(path.list, guard, (c) => showList(c))
  .post(path.list, guard, async (c) => {
    const input = await readForm(c, addEndpointSchema);
    const { id, secret } = await addEndpoint({ deps: c.get('deps'), person: actor(c), input });
    return await showSecret(c, id, secret);
  })
  .get(path.one, guard, (c) => showOne(c))
  .post(path.one, guard, async (c) => {
    const id = c.req.param('id');
    const input = { ...(await readForm(c, changeEndpointSchema)), id };
    await changeEndpoint({ deps: c.get('deps'), person: actor(c), input });
    return c.redirect(endpoint(id, '?fatto=saved'), 303);
  })
  .post(path.secret, guard, async (c) => {
    const id = c.req.param('id');
    return showSecret(c, id, await newSecret({ deps: c.get('deps'), person: actor(c), input: { id } }));
  })
  .post(path.state, guard, async (c) => {
    const id = c.req.param('id');
    const { on } = await readForm(c, z.object({ on: z.enum(['yes', 'no']) }));
    await switchEndpoint({ deps: c.get('deps'), person: actor(c), input: { id, on: on === 'yes' } });
    return c.redirect(endpoint(id, '?fatto=saved'), 303);
  })
  .post(path.remove, guard, async (c) => {
    await removeEndpoint({ deps: c.get('deps'), person: actor(c), input: { id: c.req.param('id') } });
    return c.redirect(path.list, 303);
  })
  .post(path.replay, guard, async (c) => {
    const id = c.req.param('id');
    const input = { id, delivery: Number(c.req.param('delivery')) };
    const outcome = await replayDelivery({ deps: c.get('deps'), person: actor(c), input });
    return c.redirect(endpoint(id, `?fatto=${outcome}`), 303);
  });

async function showList(c: PageContext): Promise<Response> {
  const { endpoints, partners } = await readEndpoints({ deps: c.get('deps'), person: actor(c) });
  return await show(c, (ui, shell) => (
    <EndpointsPage ui={ui} shell={shell} endpoints={endpoints} partners={partners} />
  ));
}

async function showOne(c: PageContext): Promise<Response> {
  const deps = c.get('deps');
  const found = await readEndpoint({ deps, person: actor(c), input: { id: c.req.param('id') ?? '' } });
  const partner = deps.profile.partners.find(({ id }) => id === found.endpoint.partnerId)?.name ?? '';
  return await show(c, (ui, shell) => (
    <EndpointPage ui={ui} shell={shell} partner={partner} {...found} done={doneText(c)} />
  ));
}

/** Shown once: no cache may keep it, and nobody can come back to it. */
async function showSecret(c: PageContext, id: string, secret: string): Promise<Response> {
  const page = await show(c, (ui, shell) => <SecretPage ui={ui} shell={shell} id={id} secret={secret} />);
  page.headers.set('cache-control', 'no-store');
  return page;
}

function doneText(c: PageContext): string | undefined {
  const { webhooks } = c.get('ui').m;
  const done = c.req.query('fatto');
  if (done === 'saved') return webhooks.saved;
  if (done === undefined || !Object.hasOwn(webhooks.replayed, done)) return undefined;
  return webhooks.replayed[done as keyof typeof webhooks.replayed];
}
