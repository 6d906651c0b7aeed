import { beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { LIMITS } from '../../../src/services/access/attempts.ts';
import { setDisabled } from '../../../src/services/people/manage-person.ts';
import { erasePerson } from '../../../src/services/people/privacy.ts';
import { readAsset } from '../world.ts';
import { Authenticator } from './authenticator.ts';
import { type DeskWorld, deskWorld, HOST, type Visitor } from './desk-world.ts';

let world: DeskWorld;
let anna: Visitor & { id: string };
let bea: Visitor & { id: string };
let device: Authenticator;
let app: ReturnType<typeof createApp>;
beforeEach(async () => {
  world = await deskWorld();
  app = createApp(world.deps, { readAsset });
  [anna, bea] = [await world.someone([]), await world.someone([])];
  device = new Authenticator();
});

const say = (path: string, body: object, by?: Visitor) => {
  const cookie: Record<string, string> = by?.token == null ? {} : { cookie: `bandolo=${by.token}`, 'x-csrf': by.csrf };
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...cookie };
  return app.request(`${HOST}${path}`, { method: 'POST', body: JSON.stringify(body), headers });
};
const challengeAt = async (path: string, by?: Visitor): Promise<string> =>
  ((await (await say(path, {}, by)).json()) as { challenge: string }).challenge;
const forNew = (by: Visitor) => challengeAt('/profilo/passkey/opzioni', by);
const forEntrance = () => challengeAt('/accedi/passkey/opzioni');
const keep = async (by: Visitor, answer: object) => (await say('/profilo/passkey', { answer }, by)).status;
const enter = async (answer: object) => (await say('/accedi/passkey', { answer })).status;
/** Anna's device, known to the house. */
const known = async () => expect(await keep(anna, device.register(await forNew(anna)))).toBe(200);

describe('making a passkey', () => {
  it('takes an answer once, and only from whom the challenge was for', async () => {
    const challenge = await forNew(anna);
    expect(await keep(bea, device.register(challenge))).toBe(400);
    expect(await keep(anna, device.register(challenge))).toBe(400);
    const own = device.register(await forNew(anna));
    expect([await keep(anna, own), await keep(anna, own)]).toEqual([200, 400]);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:666' }],
    ['another relying party', { rpId: 'evil.example' }],
  ])('is refused from %s', async (_, lie) =>
    expect(await keep(anna, device.register(await forNew(anna), lie))).toBe(400),
  );

  it('is refused for a challenge of the entrance, or one made up', async () => {
    expect(await keep(anna, device.register(await forEntrance()))).toBe(400);
    expect(await keep(anna, device.register('AAAA'))).toBe(400);
  });

  it('takes nobody else’s credential over', async () => {
    await known();
    const thief = new Authenticator();
    expect(await keep(bea, thief.register(await forNew(bea), { id: device.id }))).toBe(400);
    expect(await enter(thief.assert(await forEntrance(), { id: device.id }))).toBe(403);
    expect(await enter(device.assert(await forEntrance()))).toBe(200);
  });
});

describe('coming in by a passkey', () => {
  beforeEach(known);

  it('takes an answer once, of any number at once', async () => {
    const answer = device.assert(await forEntrance());
    const answers = await Promise.all(Array.from({ length: 10 }, () => enter(answer)));
    expect(answers.sort()).toEqual([200, ...Array.from({ length: 9 }, () => 403)]);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
  ])('is refused from %s', async (_, lie) => expect(await enter(device.assert(await forEntrance(), lie))).toBe(403));

  it('is refused for a challenge of a registration, and for another’s signature', async () => {
    expect(await enter(device.assert(await forNew(anna)))).toBe(403);
    expect(await enter(new Authenticator().assert(await forEntrance(), { id: device.id }))).toBe(403);
  });

  it('is refused to a copy of the device, whose counter goes back', async () => {
    expect(await enter(device.assert(await forEntrance(), { counter: 9 }))).toBe(200);
    for (const counter of [9, 3, 0]) expect(await enter(device.assert(await forEntrance(), { counter }))).toBe(403);
    expect(await enter(device.assert(await forEntrance(), { counter: 10 }))).toBe(200);
  });

  it('opens nothing once taken away, shut out or erased', async () => {
    const { id: person } = anna;
    await setDisabled({ deps: world.deps, input: { by: null, person, disabled: true } });
    expect(await enter(device.assert(await forEntrance()))).toBe(403);
    await setDisabled({ deps: world.deps, input: { by: null, person, disabled: false } });
    expect(await enter(device.assert(await forEntrance()))).toBe(200);
    await erasePerson({ deps: world.deps, input: { by: null, person } });
    expect(await enter(device.assert(await forEntrance()))).toBe(403);
  });

  it('ends the session that stood in the browser before, and sends nobody to another house', async () => {
    const answer = device.assert(await forEntrance());
    const response = await say('/accedi/passkey', { answer, next: '//evil.example' }, bea);
    expect([response.status, await response.json()]).toEqual([200, { to: '/' }]);
    expect((await bea.get('/profilo')).status).toBe(403);
  });
});

it('a network that asks for ceremonies without end is told to wait; others are not', async () => {
  const guarded = createApp(world.deps, { readAsset, access: { trustProxy: true } });
  const ask = async (from: string) => {
    const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': from };
    return (await guarded.request(`${HOST}/accedi/passkey/opzioni`, { method: 'POST', headers })).status;
  };
  for (let n = 0; n < LIMITS.passkey; n += 1) expect(await ask('192.0.2.7')).toBe(200);
  expect([await ask('192.0.2.7'), await ask('192.0.2.8')]).toEqual([429, 200]);
});
