import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { CAST, type Desk, dossierVersionIn, idIn, type Player } from '../desk/desk-world.ts';
import { readAsset } from '../world.ts';
import { type Form, formsIn, withText } from './forms.ts';
import { type FullDesk, fullDesk } from './full-desk.ts';
import { routesOf } from './routes.ts';

const CODE = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;
const MARK = 'alert(1)';
const PLAYERS: readonly Player[] = Object.keys(CAST).filter((name): name is Player => name in CAST);

/** A paper from another city's Bandolo, read as JSON; two-cities.test.ts has a hostile one. */
const NO_FREE_TEXT = ['/richieste/da-citta › paper'];

let full: FullDesk;
let desk: Desk;
/** `action › field` of every text field on any page, and of those that have taken the hostile text. */
const fields = new Set<string>();
const taken = new Set<string>();

beforeAll(async () => {
  full = await fullDesk(CODE);
  desk = full.desk;
  await recordOpinion();
  for (const player of PLAYERS) await fillIn(player);
}, 180_000);
afterAll(() => desk.store.close());

const addresses = () => [
  ...routesOf(createApp(desk.deps, { readAsset }))
    .filter(({ method }) => method === 'GET')
    .map(({ pattern }) => full.address(pattern)),
  ...['/bandi?q=', '/accedi?next=', '/registro?person='].map((path) => `${path}${encodeURIComponent(CODE)}`),
];

/** The address of a form without the thing it is about. */
const kind = (action: string): string =>
  action.replace(/[0-9a-f]{16}|[0-9a-f]{8}-[0-9a-f-]{27}|\d\.[\w.-]{20,}/g, ':id');

/** Sends a form with code wherever people type, and notes which fields took it. */
async function send(player: Player, form: Form, more: Record<string, string> = {}): Promise<void> {
  const typed = [...form.texts.map(({ name }) => name), ...Object.keys(more).filter((name) => more[name] === CODE)];
  const names = typed.map((name) => `${kind(form.action)} › ${name}`);
  for (const name of names) fields.add(name);
  const { status } = await desk.post(player, form.action, { ...withText(form, CODE), ...more });
  if (status < 400) for (const name of names) taken.add(name);
}

/** What the form asks for only where the route is the ordinary one; said here all the same, it stands in the minutes. */
const OF_THE_ORDINARY_ROUTE = { differenceReason: CODE, withoutQuorumReason: CODE };

/** The secretary records an opinion with all that an opinion can say. */
async function recordOpinion(): Promise<void> {
  const opening = { topicKey: 'HORIZON-CL5-2027-D6-03', owner: 'anna' };
  const path = `/dossier/${idIn((await desk.post('anna', '/dossier/nuovo/da-valutare', opening)).location)}`;
  const version = async () => dossierVersionIn((await desk.get('anna', path)).html);
  const data = { 'groups[]': 'mobility', owner: 'anna', role: 'follower', directorate: 'Mobilità' };
  await desk.post('anna', `${path}/dati`, { version: await version(), ...data });
  for (const step of ['assign', 'take-short-route'])
    await desk.post('anna', `${path}/passi`, { step, version: await version(), reason: CODE });
  const seats = { anna: 'secretariat', carlo: 'group-coordinator', paola: 'president' } as const;
  for (const player of ['anna', 'carlo', 'paola'] as const)
    await desk.post(player, `${path}/voce`, { seat: seats[player], voice: 'favourable', reason: CODE });
  const { html } = await desk.get('sergio', `${path}/parere`);
  for (const form of formsIn(html, path).filter(({ action }) => action.endsWith('/parere')))
    await send('sergio', form, { kind: 'with-conditions', role: 'follower', ...OF_THE_ORDINARY_ROUTE });
}

/** Fills in every form of every page that this person is shown, each kind of form once. */
async function fillIn(player: Player): Promise<void> {
  const seen = new Set<string>();
  for (const path of addresses()) {
    const { html, headers } = await desk.get(player, path);
    if (!(headers.get('content-type') ?? '').startsWith('text/html')) continue;
    for (const form of formsIn(html, path).filter(({ method }) => method === 'post')) {
      const key = `${kind(form.action)} ${form.texts.map(({ name }) => name).join()}`;
      if (seen.has(key) || /esci|cancella|sospendi/.test(form.action)) continue;
      seen.add(key);
      await send(player, form);
    }
  }
}

/** What a browser would run of a page, or fetch for it, from elsewhere than our own files. */
function runs(html: string): string[] {
  const $ = load(html);
  const elements = $('*')
    .toArray()
    .map((node) => ({ tag: $(node).prop('tagName') ?? '', attributes: $(node).attr() ?? {} }));
  const bad = elements.filter(({ tag, attributes }) => {
    const foreign = tag === 'SCRIPT' && !(attributes.src ?? '').startsWith('/assets/');
    const code = Object.entries(attributes).some(
      ([name, value]) => /^on|^style$/.test(name) || /^\s*(javascript|data):/i.test(value),
    );
    return foreign || code || tag === 'IMG' || tag === 'IFRAME';
  });
  return bad.map((one) => JSON.stringify(one));
}

describe('text that wants to be code', () => {
  it('was taken by every text field of every form', () => {
    expect(fields.size).toBeGreaterThan(100);
    expect([...fields].filter((name) => !taken.has(name)).sort()).toEqual(NO_FREE_TEXT);
  });

  it.each([null, ...PLAYERS])(
    'stays text on every page, feed and sheet that %s reads',
    async (player) => {
      const met: string[] = [];
      for (const path of addresses()) {
        const { html, headers } = await desk.get(player, path, { 'x-api-key': full.key });
        const type = headers.get('content-type') ?? '';
        if (!html.includes(MARK)) continue;
        met.push(path);
        if (/html/.test(type)) expect([path, runs(html)]).toEqual([path, []]);
        if (/xml|calendar/.test(type)) expect([path, /<script|<img/.test(html)]).toEqual([path, false]);
      }
      expect(met.length).toBeGreaterThan(3);
    },
    60_000,
  );
});
