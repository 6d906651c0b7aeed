import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { TRANSITIONS } from '../../../src/domain/desk/dossier/transitions.ts';
import type { Answer, Desk, Player } from '../desk/desk-world.ts';
import { dossierVersionIn } from '../desk/desk-world.ts';
import { readAsset } from '../world.ts';
import type { FullDesk } from './full-desk.ts';
import { routesOf } from './routes.ts';
import { SECRET, type ThreeWorlds, threeWorlds } from './three-worlds.ts';

let full: FullDesk;
let worlds: ThreeWorlds['worlds'];
let close: () => void;
beforeAll(async () => {
  ({ full, worlds, close } = await threeWorlds());
}, 120_000);
afterAll(() => close());

type Form = Record<string, string | string[]>;

/** What somebody curious might send to an address, so that an answer or an error betrays what is behind it. */
function forms(pattern: string, version: string): Form[] {
  const usual = { version, reason: 'perché', text: 'perché', kind: 'judgement' };
  if (pattern === '/dossier/:id/passi') return TRANSITIONS.map(({ name }) => ({ ...usual, step: name }));
  if (pattern === '/dossier/:id/lettori') return [{ 'readers[]': ['rita', 'ugo', 'zoe', 'ivo', 'carlo', 'bea'] }];
  if (pattern === '/dossier/:id/collegiale')
    return [
      { intent: 'agree', criterion: 'C2', value: '3', reason: 'perché' },
      { intent: 'dissent', text: 'perché' },
      { intent: 'waive-quorum', reason: 'perché' },
    ];
  if (pattern === '/dossier/:id/parere')
    return [{ kind: 'favourable', 'reasons.0.text': 'perché', 'reasons.0.restsOn': 'C2', role: 'pilot' }];
  if (pattern === '/dossier/:id/scheda')
    return [
      { version: '1', intent: 'deliver', declaration: 'none', 'scores.C2.value': '3' },
      { version: '9', intent: 'save' },
    ];
  return [{}, usual];
}

/** They would leave the house, or end its people; a passkey's ceremony is timed by the real clock. */
const LEAVING = /^\/esci|cancella$|sospendi$|sessioni|passkey|^\/accedi|^\/posta/;

/** Numbers that a thing gets at random when it is made. */
const told = ({ status, location, html }: Answer): string =>
  [status, location, html].join('\n').replace(/[0-9a-f]{16}|whsec_[\w+/=]+|"challenge":"[^"]+"|accedi\/[\w-]+/g, '…');

/** Who reads the dossier and owes a sheet, with the hats that open most; and who has no part in the review at all. */
const BLIND: readonly (Player | null)[] = ['carlo', 'ugo', 'zoe', 'pina', 'dario', 'sergio', 'paola', null];

it.each(BLIND)(
  '%s learns nothing of what others judged from any act, done or refused',
  async (player) => {
    const [nothing, , low] = worlds;
    const version = dossierVersionIn((await nothing.get('anna', `/dossier/${full.dossier}`)).html);
    const differ: string[] = [];
    for (const { method, pattern } of routesOf(createApp(nothing.deps, { readAsset }))) {
      if (method !== 'POST' || LEAVING.test(pattern)) continue;
      for (const form of forms(pattern, version)) {
        const act = async (desk: Desk) => told(await desk.post(player, full.address(pattern), form));
        const [one, other] = [await act(nothing), await act(low)];
        if (one !== other) differ.push(`${pattern} ${JSON.stringify(form)}`);
        expect(other).not.toContain(SECRET);
      }
    }
    expect(differ).toEqual([]);
  },
  120_000,
);
