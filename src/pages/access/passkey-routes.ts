import { Hono } from 'hono';
import { z } from 'zod';
import { localPath } from '../../services/access/local-path.ts';
import { authenticationAnswerSchema, registrationAnswerSchema } from '../../services/access/passkey-answers.ts';
import {
  authenticationOptions,
  registerPasskey,
  registrationOptions,
  signInByPasskey,
} from '../../services/access/passkeys.ts';
import { href } from '../links.ts';
import type { PageContext, PageEnv } from '../page-env.tsx';
import { originOf } from './origin.ts';
import { browserOf, comeIn } from './sign-in-routes.tsx';

const newPasskeySchema = z.object({ label: z.string().max(60).default(''), answer: registrationAnswerSchema });
const entranceSchema = z.object({ next: z.string().max(500).optional(), answer: authenticationAnswerSchema });

/** The two ceremonies, spoken in JSON with our own script; everything else about passkeys is a form. */
export const passkeyRoutes = new Hono<PageEnv>()
  .post(href.passkeyEntranceOptions, async (c) => {
    const input = { origin: originOf(c), address: c.get('address') };
    const options = await authenticationOptions({ deps: c.get('deps'), input });
    return options === null ? c.body(null, 429) : c.json(options);
  })
  .post(href.passkeyEntrance, async (c) => {
    const read = entranceSchema.safeParse(await jsonOf(c));
    if (!read.success) return c.body(null, 400);
    const { answer, next } = read.data;
    const input = { origin: originOf(c), answer, browser: browserOf(c) };
    const signedIn = await signInByPasskey({ deps: c.get('deps'), input }).catch(() => null);
    if (signedIn === null) return c.body(null, 403);
    comeIn(c, signedIn, '/');
    return c.json({ to: localPath(next) });
  })
  .post(href.passkeyOptions, async (c) => {
    const { person, name } = c.get('viewer');
    if (person === null) return c.body(null, 403);
    const input = { origin: originOf(c), personId: person.id, name: name ?? '' };
    return c.json(await registrationOptions({ deps: c.get('deps'), input }));
  })
  .post(href.passkeys, async (c) => {
    const { person } = c.get('viewer');
    const read = newPasskeySchema.safeParse(await jsonOf(c));
    if (person === null || !read.success) return c.body(null, person === null ? 403 : 400);
    const input = { ...read.data, origin: originOf(c), personId: person.id };
    const kept = await registerPasskey({ deps: c.get('deps'), input }).then(
      () => true,
      () => false,
    );
    return kept ? c.json({ to: `${href.profile}?done=passkey` }) : c.body(null, 400);
  });

const jsonOf = (c: PageContext): Promise<unknown> => c.req.json().catch(() => null);
