import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OutgoingMail } from '../../../src/domain/ports.ts';
import { httpMailer } from '../../../src/node/http-mailer.ts';
import { bindingMailer } from '../../../src/worker/binding-mailer.ts';

const MAIL: OutgoingMail = {
  to: 'anna@example.org',
  subject: 'Tre bandi per la città',
  text: 'Buongiorno',
  html: '<p>Buongiorno</p>',
  headers: { 'List-Unsubscribe': '<https://bandolo.example/u/1>' },
  messageId: '<1@bandolo.example>',
};

afterEach(() => vi.unstubAllGlobals());

describe('mail by HTTP', () => {
  /** The engine's own Request is made of what the mailer asks, so that an option it does not know fails as it would. */
  function service(answer: (request: Request) => Response) {
    const asked: Request[] = [];
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const request = new Request(url, init);
      asked.push(request);
      return answer(request);
    });
    return { asked, mailer: httpMailer({ url: 'https://mail.example/send', from: 'Bandolo <b@bandolo.example>' }) };
  }

  it('goes out as JSON with its id, and is sent when the service takes it', async () => {
    const { asked, mailer } = service(() => new Response('{}'));
    expect(await mailer.send(MAIL)).toEqual({ outcome: 'sent' });
    expect(asked[0]?.headers.get('idempotency-key')).toBe(MAIL.messageId);
    expect(await asked[0]?.json()).toEqual({ ...MAIL, from: 'Bandolo <b@bandolo.example>' });
  });

  it.each([
    [422, 'bounced'],
    [429, 'retry'],
    [503, 'retry'],
    [302, 'retry'],
  ] as const)('HTTP %i is %s; an address that moved gets no mail', async (status, outcome) => {
    const { asked, mailer } = service(
      () => new Response(null, { status, headers: { location: 'https://other.example' } }),
    );
    expect(await mailer.send(MAIL)).toEqual({ outcome, reason: `HTTP ${status}` });
    expect(asked).toHaveLength(1);
  });
});

describe('mail by the binding', () => {
  it('leaves only where it may be handed over', async () => {
    const sent: unknown[] = [];
    const binding = { send: async (mail: unknown) => ({ messageId: String(sent.push(mail)) }) };
    const mailer = bindingMailer({ binding, from: 'b@bandolo.example' });
    await expect(mailer.send(MAIL, () => Promise.reject(new Error('another sender has it')))).rejects.toThrow(
      'another',
    );
    expect(sent).toEqual([]);
  });

  it('hands over who, what and the headers; the id travels as one of them', async () => {
    const sent: unknown[] = [];
    const binding = {
      send: async (mail: unknown) => {
        sent.push(mail);
        return { messageId: 'theirs' };
      },
    };
    expect(await bindingMailer({ binding, from: 'b@bandolo.example' }).send(MAIL)).toEqual({ outcome: 'sent' });
    expect(sent).toMatchObject([
      { from: 'b@bandolo.example', to: MAIL.to, headers: { 'X-Bandolo-Message-Id': MAIL.messageId } },
    ]);
  });

  it.each([
    ['E_RECIPIENT_SUPPRESSED', 'bounced'],
    ['E_RATE_LIMIT_EXCEEDED', 'retry'],
    ['', 'doubtful'],
  ])('%j is %s', async (code, outcome) => {
    const binding = { send: () => Promise.reject(Object.assign(new Error('no'), { code })) };
    expect(await bindingMailer({ binding, from: 'b@bandolo.example' }).send(MAIL)).toMatchObject({ outcome });
  });
});
