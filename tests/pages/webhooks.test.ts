import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeWebhookSender } from '../../src/node/webhook-sender.ts';
import { deliverWebhooks } from '../../src/services/webhooks/deliver-webhooks.ts';
import { type Door, openDoor } from '../services/webhooks/door.ts';
import { type Desk, deskStore, idIn, openDesk, versionIn } from './desk/desk-world.ts';
import { recorded, TOPIC } from './desk/opinion-story.ts';

const doors: Door[] = [];
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
});

async function house(allowPrivate = true) {
  const desk = await openDesk(await deskStore(), {
    secretKey: 'k'.repeat(40),
    webhooks: nodeWebhookSender({ allowPrivate }),
  });
  const door = await openDoor(204);
  doors.push(door);
  return { desk, door };
}

const secretIn = (html: string): string => /whsec_[A-Za-z0-9+/=]+/.exec(html)?.[0] ?? '';
const endpointIn = (html: string): string => /href="\/webhook\/([0-9a-f]{16})"/.exec(html)?.[1] ?? '';
const add = (desk: Desk, url: string, events: string[], partner = 'politecnico-di-milano') =>
  desk.post('pina', '/webhook', { partner, url, 'events[]': events });

describe('the page of webhooks', () => {
  it('lets a partner add one, shows its secret once, logs each delivery and replays it', async () => {
    const { desk, door } = await house();
    const added = await add(desk, door.url, ['interest.requested']);
    expect(added.headers.get('cache-control')).toBe('no-store');
    const secret = secretIn(added.html);
    const id = endpointIn(added.html);
    expect(new Webhook(secret)).toBeDefined();
    for (const page of ['/webhook', `/webhook/${id}`]) expect(secretIn((await desk.get('pina', page)).html)).toBe('');

    const dossier = idIn(
      (await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: 'HORIZON-CL5-2027-D6-01', owner: 'anna' }))
        .location,
    );
    const version = versionIn((await desk.get('anna', `/dossier/${dossier}`)).html);
    await desk.post('anna', `/dossier/${dossier}/passi`, { step: 'gather-interest', version });
    await deliverWebhooks({ deps: desk.deps });
    const [knock] = door.knocks;
    const told = new Webhook(secret).verify(knock?.body ?? '', knock?.headers as Record<string, string>);
    expect(told).toMatchObject({
      type: 'interest.requested',
      data: { dossier, topic: 'HORIZON-CL5-2027-D6-01' },
    });
    const log = (await desk.get('pina', `/webhook/${id}`)).html;
    expect(log).toContain('consegnato');
    const delivery = /consegne\/(\d+)\/ripeti/.exec(log)?.[1] ?? '';
    const replayed = await desk.post('pina', `/webhook/${id}/consegne/${delivery}/ripeti`);
    expect(replayed.location).toBe(`/webhook/${id}?fatto=delivered`);
    expect(door.knocks[1]?.headers['webhook-id']).toBe(knock?.headers['webhook-id']);
    desk.store.close();
  });

  it('tells the bodies with a part in a dossier of its opinion, when the president confirms it, and nothing more', async () => {
    const { desk, door } = await house();
    const elsewhere = await openDoor(204);
    doors.push(elsewhere);
    const secret = secretIn((await add(desk, door.url, ['dossier.decided'])).html);
    await desk.post('ada', '/webhook', { partner: 'atm', url: elsewhere.url, 'events[]': ['dossier.decided'] });
    const { id, link } = await recorded(desk, async (dossier) => {
      const said = { role: 'partner', lead: 'no', contact: 'Ufficio riservato', ownFundsEur: '7654321' };
      const interest = { ...said, bodyId: 'politecnico-di-milano', confidentiality: 'reserved' };
      expect((await desk.post('pina', `/dossier/${dossier}/interesse`, interest)).status).toBe(303);
    });
    await deliverWebhooks({ deps: desk.deps });
    expect(door.knocks).toEqual([]);
    await desk.post(null, link);
    expect(await deliverWebhooks({ deps: desk.deps })).toMatchObject({ delivered: 1 });
    expect(elsewhere.knocks).toEqual([]);
    const [knock] = door.knocks;
    const told = new Webhook(secret).verify(knock?.body ?? '', knock?.headers as Record<string, string>);
    // Said whole: whatever is added to it must be something that the partner may read.
    expect(told).toEqual({
      type: 'dossier.decided',
      timestamp: expect.any(String),
      data: {
        dossier: id,
        topic: TOPIC,
        opinion: 'favourable',
        links: {
          api: expect.stringContaining(`/api/v1/topics/${TOPIC}`),
          page: expect.stringContaining(`/bandi/${TOPIC}`),
          dossier: expect.stringContaining(`/dossier/${id}`),
        },
      },
    });
    desk.store.close();
  });

  it('shows a partner nothing of another’s, nor lets it add one in another’s name', async () => {
    const { desk, door } = await house();
    const mine = await desk.post('ada', '/webhook', { partner: 'atm', url: door.url, 'events[]': ['topic.listed'] });
    const id = endpointIn(mine.html);
    expect((await desk.get('pina', '/webhook')).html).not.toContain(id);
    expect((await desk.get('pina', `/webhook/${id}`)).status).toBe(403);
    const form = { on: 'no', url: door.url, 'events[]': ['topic.listed'] };
    for (const rest of ['', '/segreto', '/stato', '/togli', '/consegne/1/ripeti'])
      expect((await desk.post('pina', `/webhook/${id}${rest}`, form)).status).toBe(403);
    expect((await add(desk, door.url, ['topic.listed'], 'atm')).status).toBe(403);
    expect((await desk.get('ada', `/webhook/${id}`)).status).toBe(200);
    desk.store.close();
  });

  it.each([
    ['http://hooks.example.org/', 'scrivi un indirizzo https'],
    ['https://127.0.0.1/', 'rete privata'],
    ['https://[::1]/', 'rete privata'],
    ['https://localhost:8443/', 'rete privata'],
    ['https://me:secret@hooks.example.org/', 'togli nome e password'],
    ['javascript:alert(1)', 'comincia con https://'],
    ['x'.repeat(600), 'comincia con https://'],
  ])('says what is wrong with %s', async (url, words) => {
    const { desk } = await house(false);
    const answer = await add(desk, url, ['topic.listed']);
    expect(answer.status).toBe(400);
    expect(answer.html).toContain(words);
    desk.store.close();
  });

  it('switches off, on and away', async () => {
    const { desk, door } = await house();
    const id = endpointIn((await add(desk, door.url, ['topic.listed'])).html);
    await desk.post('pina', `/webhook/${id}/stato`, { on: 'no' });
    expect((await desk.get('pina', `/webhook/${id}`)).html).toContain('>spento<');
    await desk.post('pina', `/webhook/${id}/stato`, { on: 'yes' });
    expect((await desk.get('pina', `/webhook/${id}`)).html).toContain('>acceso<');
    expect((await desk.post('pina', `/webhook/${id}/togli`)).location).toBe('/webhook');
    expect((await desk.get('pina', `/webhook/${id}`)).status).toBe(404);
    desk.store.close();
  });
});
