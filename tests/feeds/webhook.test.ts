import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signedHeaders, webhookMessage, webhookOutcome } from '../../src/feeds/webhook.ts';

const SECRET = `whsec_${Buffer.from('a secret of twenty-four bytes or more').toString('base64')}`;
const now = () => {
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  return { at, sentAt: at };
};

describe('a webhook', () => {
  it('is accepted by an independent reader of the standard', () => {
    const message = webhookMessage('msg_1', 'topic.changed', now(), {
      identifier: 'HORIZON-MISS-2026-04-CIT-01',
      field: 'città',
    });
    expect(new Webhook(SECRET).verify(message.body, signedHeaders(message, SECRET))).toMatchObject({
      type: 'topic.changed',
    });
  });

  it('is accepted hours after what it tells of, as it is signed anew for each try', () => {
    const message = webhookMessage('msg_1', 'topic.listed', { ...now(), at: '2026-01-01T00:00:00Z' }, {});
    expect(new Webhook(SECRET).verify(message.body, signedHeaders(message, SECRET))).toMatchObject({
      timestamp: '2026-01-01T00:00:00Z',
    });
  });

  it('is refused by that reader once a letter of it was touched', () => {
    const message = webhookMessage('msg_1', 'topic.listed', now(), { identifier: 'A' });
    const headers = signedHeaders(message, SECRET);
    expect(() => new Webhook(SECRET).verify(message.body.replace('"A"', '"B"'), headers)).toThrow();
    expect(() => new Webhook(SECRET).verify(message.body, { ...headers, 'webhook-id': 'msg_2' })).toThrow();
  });

  it('never carries whole texts', () => {
    expect(() => webhookMessage('msg_1', 'topic.changed', now(), { text: 'x'.repeat(30_000) })).toThrow(
      /identifiers, not texts/,
    );
  });

  it('refuses a secret too short to keep anything', () => {
    expect(() => signedHeaders(webhookMessage('msg_1', 'topic.listed', now(), {}), 'whsec_c2hvcnQ=')).toThrow(
      /24 to 64 bytes/,
    );
  });

  it.each([
    [204, 1, { next: 'delivered' }],
    [301, 1, { next: 'retry', inSeconds: 5 }],
    [500, 2, { next: 'retry', inSeconds: 300 }],
    [null, 3, { next: 'retry', inSeconds: 1800 }],
    [410, 1, { next: 'disable' }],
    [503, 8, { next: 'given-up' }],
  ])('answered %s at try %i', (status, tries, outcome) => {
    expect(webhookOutcome(status, tries)).toEqual(outcome);
  });

  it('is tried for about a day, not longer', () => {
    let total = 0;
    for (let tries = 1; ; tries += 1) {
      const outcome = webhookOutcome(500, tries);
      if (outcome.next !== 'retry') break;
      total += outcome.inSeconds;
    }
    expect(total).toBeGreaterThan(20 * 3600);
    expect(total).toBeLessThanOrEqual(24 * 3600);
  });
});
