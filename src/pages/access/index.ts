import { Hono } from 'hono';
import type { PageEnv } from '../page-env.tsx';
import { administrationRoutes } from './administration-routes.tsx';
import { auditRoutes } from './audit-routes.tsx';
import { firstHourRoutes } from './first-hour/routes.tsx';
import { guards } from './guards.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { peopleRoutes } from './people-routes.tsx';
import { profileRoutes } from './profile-routes.tsx';
import { type AddressOf, signInRoutes } from './sign-in-routes.tsx';

/** The door, one's own page, people, the log, administration. Passkeys come before the links whose addresses they share. */
export function accessRoutes(addressOf: AddressOf): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const rooms = [passkeyRoutes, signInRoutes(addressOf), profileRoutes, peopleRoutes, auditRoutes];
  for (const room of [guards(), ...rooms, administrationRoutes, firstHourRoutes]) app.route('/', room);
  return app;
}
