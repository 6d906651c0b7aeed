import { Hono } from 'hono';
import type { z } from 'zod';
import { invalid } from '../../domain/errors.ts';
import {
  mute,
  muteSchema,
  preferencesSchema,
  readPreferences,
  removeSearch,
  savePreferences,
  saveSearch,
  searchSchema,
  unmute,
  unsubscribe,
} from '../../services/delivery/preferences.ts';
import { showError } from '../errors/show-error.tsx';
import { formEntries } from '../form-entries.ts';
import { type PageContext, type PageEnv, show } from '../page-env.tsx';
import { MutePage, UnsubscribedPage, UnsubscribePage } from './confirm-pages.tsx';
import { own, path } from './paths.ts';
import { PreferencesPage } from './preferences-page.tsx';

/**
 * One's own mail by the signed link in it. Mounted before the guard of foreign forms: a mail provider posts here from
 * elsewhere and without cookies (RFC 8058), and the token in the address is the proof. A GET never changes anything.
 */
export const tokenRoutes = new Hono<PageEnv>()
  .get(path.preferences, async (c) => {
    const deps = c.get('deps');
    const token = c.req.param('token');
    const given = await readPreferences({ deps, input: { token } });
    const saved = c.req.query('fatto') !== undefined;
    const { partners } = deps.profile;
    return show(c, (ui, shell) => (
      <PreferencesPage ui={ui} shell={shell} token={token} given={given} partners={partners} saved={saved} />
    ));
  })
  .post(path.preferences, async (c) => {
    const input = await read(c, preferencesSchema);
    return act(c, (token) => savePreferences({ deps: c.get('deps'), input: { ...input, token } }));
  })
  .get(path.unsubscribe, async (c) => {
    const token = c.req.param('token');
    const { grant } = await readPreferences({ deps: c.get('deps'), input: { token } });
    return show(c, (ui, shell) => <UnsubscribePage ui={ui} shell={shell} token={token} kind={grant.kind} />);
  })
  .post(path.unsubscribe, async (c) => {
    const token = c.req.param('token');
    await unsubscribe({ deps: c.get('deps'), input: { token } });
    return show(c, (ui, shell) => <UnsubscribedPage ui={ui} shell={shell} token={token} />);
  })
  .get(path.mute, async (c) => {
    const token = c.req.param('token');
    await readPreferences({ deps: c.get('deps'), input: { token } });
    const topic = (c.req.query('bando') ?? '').slice(0, 200);
    return show(c, (ui, shell) => <MutePage ui={ui} shell={shell} token={token} topic={topic} />);
  })
  .post(path.mute, async (c) => {
    const input = await read(c, muteSchema);
    return act(c, (token) => mute({ deps: c.get('deps'), input: { ...input, token } }));
  })
  .post(path.unmute, async (c) => {
    const input = await read(c, muteSchema);
    return act(c, (token) => unmute({ deps: c.get('deps'), input: { ...input, token } }));
  })
  .post(path.searches, async (c) => {
    const input = await read(c, searchSchema);
    return act(c, (token) => saveSearch({ deps: c.get('deps'), input: { ...input, token } }));
  })
  .post(path.searchEnd, (c) =>
    act(c, (token) => removeSearch({ deps: c.get('deps'), input: { token, id: Number(c.req.param('id')) || 0 } })),
  );

tokenRoutes.onError((error, c) => showError(c, error));

/** Does it and shows the preferences again. */
async function act(c: PageContext, work: (token: string) => Promise<void>): Promise<Response> {
  const token = c.req.param('token') ?? '';
  await work(token);
  return c.redirect(`${own(token)}?fatto=1`, 303);
}

async function read<Schema extends z.ZodType>(c: PageContext, schema: Schema): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(grouped(await formEntries(c)));
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.map(({ path: field, message }) => `${field.join('.')}: ${message}`).join('; '));
}

/** A box of several ticks says its name several times. */
function grouped(entries: Awaited<ReturnType<typeof formEntries>>): Record<string, string | string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of entries) fields.set(name, [...(fields.get(name) ?? []), value]);
  return Object.fromEntries(
    [...fields].map(([name, [first = '', ...more]]) => [name, more.length === 0 ? first : [first, ...more]]),
  );
}
