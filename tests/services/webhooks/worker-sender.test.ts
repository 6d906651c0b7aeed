import { describe, expect, it } from 'vitest';
import { fetchWebhookSender } from '../../../src/worker/webhook-sender.ts';

const KNOCK = { url: 'https://hook.partner.example/bandolo', headers: { 'webhook-id': 'msg_1' }, body: '{"a":1}' };
const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

/** The internet as the sender sees it: what a name resolves to, and how the door answers. */
function internet(addresses: { type: number; data: string }[], door: () => Response | Promise<Response>) {
  const knocks: Request[] = [];
  const asked: string[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { hostname, searchParams } = new URL(request.url);
    if (hostname !== 'cloudflare-dns.com') {
      knocks.push(request);
      return await door();
    }
    asked.push(`${searchParams.get('name')} ${searchParams.get('type')}`);
    const type = Number(searchParams.get('type'));
    return json({ Status: 0, Answer: addresses.filter((one) => one.type === type || one.type === 5) });
  };
  return { knocks, asked, sender: fetchWebhookSender({ allowPrivate: false, fetch }) };
}

const PUBLIC = [
  { type: 5, data: 'front.partner.example.' },
  { type: 1, data: '93.184.216.34' },
  { type: 28, data: '2606:2800:220:1:248:1893:25c8:1946' },
];

describe('a webhook from a Worker', () => {
  it('goes to a name whose every address is public, as it was signed', async () => {
    const { knocks, asked, sender } = internet(PUBLIC, () => new Response(null, { status: 204 }));
    expect(await sender.send(KNOCK)).toEqual({ status: 204, fault: null });
    expect(asked).toEqual(['hook.partner.example 1', 'hook.partner.example 28']);
    expect([knocks.length, knocks[0]?.method, knocks[0]?.headers.get('webhook-id')]).toEqual([1, 'POST', 'msg_1']);
    expect(await knocks[0]?.text()).toBe(KNOCK.body);
  });

  it('follows no redirect: the door that points elsewhere has answered', async () => {
    const location = { location: 'https://elsewhere.example/' };
    const { knocks, sender } = internet(PUBLIC, () => new Response(null, { status: 307, headers: location }));
    expect(await sender.send(KNOCK)).toEqual({ status: 307, fault: null });
    expect(knocks.map(({ redirect }) => redirect)).toEqual(['manual']);
  });

  it.each([
    ['10.0.0.7', 1],
    ['127.0.0.1', 1],
    ['169.254.169.254', 1],
    ['100.64.0.1', 1],
    ['::1', 28],
    ['fd00::7', 28],
    ['::ffff:10.0.0.7', 28],
    ['fe80::1', 28],
  ])('is refused where one address among public ones is %s', async (data, type) => {
    const { knocks, sender } = internet([...PUBLIC, { type, data }], () => new Response());
    expect(await sender.send(KNOCK)).toEqual({ status: null, fault: expect.stringContaining(data) });
    expect(knocks).toEqual([]);
  });

  it.each([
    'http://hook.partner.example/',
    'https://localhost/',
    'https://10.0.0.7/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://user:pass@hook.partner.example/',
    'https://metadata.internal/',
    'ftp://hook.partner.example/',
    'nonsense',
  ])('is refused before any question: %s', async (url) => {
    const { knocks, asked, sender } = internet(PUBLIC, () => new Response());
    expect((await sender.send({ ...KNOCK, url })).status).toBeNull();
    expect([knocks, asked]).toEqual([[], []]);
  });

  it('is a fault to try again, never a throw, where nothing resolves, nobody answers or the resolver talks nonsense', async () => {
    expect((await internet([], () => new Response()).sender.send(KNOCK)).fault).toContain('has no address');
    const shut = internet(PUBLIC, () => Promise.reject(new Error('connection refused')));
    expect(await shut.sender.send(KNOCK)).toEqual({ status: null, fault: 'connection refused' });
    const mad = fetchWebhookSender({ allowPrivate: false, fetch: async () => new Response('<html>') });
    expect((await mad.send(KNOCK)).status).toBeNull();
  });
});
