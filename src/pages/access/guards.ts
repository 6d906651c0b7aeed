import { Hono } from 'hono';
import type { Action } from '../../domain/desk/people/permissions.ts';
import { href } from '../links.ts';
import type { PageEnv } from '../page-env.tsx';
import { requireAction, requirePerson } from './require-action.ts';

export interface Guard {
  method: 'GET' | 'POST';
  path: string;
  /** An action of the permissions table; 'signed in' for one's own things; 'everyone' for the door itself. */
  needs: Action | 'signed in' | 'everyone';
}

const get = (path: string, needs: Guard['needs']): Guard => ({ method: 'GET', path, needs });
const post = (path: string, needs: Guard['needs']): Guard => ({ method: 'POST', path, needs });
const person = `${href.people}/:id`;
const step = (number: number): string => `${href.firstHour}/${number}`;

/** Who may ask for which page of this room. The guards below read it; the route × role matrix is written apart from it, and holds it to its word. */
export const GUARDS: readonly Guard[] = [
  get(href.signIn, 'everyone'),
  post(href.signIn, 'everyone'),
  post(href.passkeyEntranceOptions, 'everyone'),
  post(href.passkeyEntrance, 'everyone'),
  get(`${href.signIn}/:token`, 'everyone'),
  post(`${href.signIn}/:token`, 'everyone'),
  post(href.signOut, 'everyone'),

  get(href.profile, 'signed in'),
  post(`${href.profile}/sessioni/chiudi`, 'signed in'),
  post(`${href.profile}/sessioni/:id/chiudi`, 'signed in'),
  post(href.passkeyOptions, 'signed in'),
  post(href.passkeys, 'signed in'),
  post(`${href.passkeys}/togli`, 'signed in'),
  post(`${href.profile}/dati.json`, 'signed in'),
  post(`${href.profile}/cancella`, 'signed in'),

  get(href.people, 'people.manage'),
  post(`${href.people}/incolla`, 'people.manage'),
  post(`${href.people}/inviti`, 'people.manage'),
  get(person, 'people.manage'),
  post(`${person}/invito`, 'people.manage'),
  post(`${person}/ruoli`, 'people.manage'),
  post(`${person}/ruoli/:grant/togli`, 'people.manage'),
  post(`${person}/sospendi`, 'people.manage'),
  post(`${person}/riammetti`, 'people.manage'),
  post(`${person}/dati.json`, 'people.manage'),
  post(`${person}/cancella`, 'people.manage'),

  get(href.audit, 'audit.read'),

  get(href.administration, 'settings.manage'),
  get(href.firstHour, 'settings.manage'),
  ...[1, 2, 3].flatMap((number) => [get(step(number), 'settings.manage'), post(step(number), 'settings.manage')]),
  ...[4, 5].flatMap((number) => [get(step(number), 'people.manage'), post(step(number), 'people.manage')]),
];

/** The guards alone; mounted before the routes that they guard. */
export function guards(): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  for (const { method, path, needs } of GUARDS) {
    if (needs === 'everyone') continue;
    app.on(method, path, needs === 'signed in' ? requirePerson : requireAction(needs));
  }
  return app;
}
