import { describe, expect, it } from 'vitest';
import { FetchFailure } from '../../src/domain/fetch-failure.ts';
import type { HttpFetch } from '../../src/ingest/http-fetch.ts';
import { createPoliteFetcher } from '../../src/ingest/polite-fetcher.ts';
import { unlimited } from '../../src/ingest/rate-limiter.ts';

const URL_A = 'http://portal.test/search';
const json = (value: unknown, init: ResponseInit = {}) => Response.json(value, init);

function setUp(answers: (Response | Error | 'hang')[], policy = {}) {
  const seen: { url: string; init: Parameters<HttpFetch>[1] }[] = [];
  const slept: number[] = [];
  const http: HttpFetch = async (url, init) => {
    seen.push({ url, init });
    const answer = answers[Math.min(seen.length, answers.length) - 1];
    if (answer === 'hang') return new Promise(() => undefined);
    if (answer instanceof Error) throw answer;
    return (answer as Response).clone();
  };
  const fetcher = createPoliteFetcher({
    http,
    version: '1.2.3',
    contact: 'desk@example.org',
    limiter: unlimited,
    policy,
    timers: { now: () => 0, sleep: async (ms) => void slept.push(ms) },
    random: () => 1,
  });
  return { fetcher, seen, slept };
}

const ask = (over = {}) => ({ url: URL_A, maxBytes: 1000, json: true, ...over });

async function failureOf(work: Promise<unknown>): Promise<FetchFailure> {
  const error = await work.then(
    () => new Error('no failure'),
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(FetchFailure);
  return error as FetchFailure;
}

describe('the polite fetcher', () => {
  it('gives its name and a contact, and hands out parsed JSON', async () => {
    const { fetcher, seen } = setUp([json({ ok: 1 }, { headers: { etag: '"a"' } })]);
    expect(await fetcher.fetch(ask())).toMatchObject({ status: 200, json: { ok: 1 }, etag: '"a"' });
    expect(seen[0]?.init.headers['user-agent']).toBe('Bandolo/1.2.3 (+desk@example.org)');
    expect(fetcher.traffic).toEqual({ requests: 1, retries: 0, bytes: 8 });
  });

  it('sends every part as a file typed application/json', async () => {
    const { fetcher, seen } = setUp([json({})]);
    await fetcher.fetch(ask({ parts: { query: { bool: {} }, languages: ['en'] } }));
    const { init } = seen[0] ?? expect.fail('nothing sent');
    const form = await new Response(init.body, { headers: init.headers }).formData();
    const part = form.get('query');
    expect(part).toBeInstanceOf(File);
    expect((part as File).type).toBe('application/json');
    expect(await (part as File).text()).toBe('{"bool":{}}');
    expect(init.method).toBe('POST');
  });

  it('tries four times with growing pauses, then says so', async () => {
    const { fetcher, slept } = setUp([new Response('', { status: 500 })]);
    const failure = await failureOf(fetcher.fetch(ask()));
    expect(failure).toMatchObject({ reason: 'http-error', status: 500 });
    expect(failure.message).toBe('http://portal.test/search answered HTTP 500 (4 tries)');
    expect(slept).toEqual([1000, 2000, 4000]);
    expect(fetcher.traffic).toMatchObject({ requests: 4, retries: 3 });
  });

  it('waits as long as Retry-After asks, but not beyond its own patience', async () => {
    const busy = (after: string) => new Response('', { status: 429, headers: { 'retry-after': after } });
    const patient = setUp([busy('7'), json({ ok: 1 })]);
    expect((await patient.fetcher.fetch(ask())).json).toEqual({ ok: 1 });
    expect(patient.slept).toEqual([7000]);
    const impatient = setUp([busy('3600'), json({ ok: 1 })]);
    expect(await failureOf(impatient.fetcher.fetch(ask()))).toMatchObject({ status: 429 });
    expect(impatient.slept).toEqual([]);
  });

  it.each([
    ['a dropped connection', new TypeError('fetch failed', { cause: new Error('ECONNRESET') }), 'unreachable', 4],
    [
      'a web page with 200',
      new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'html-instead-of-json',
      4,
    ],
    ['cut JSON', new Response('{"results":[{"a":'), 'cut-json', 4],
    ['an empty body', new Response('  '), 'empty-answer', 4],
    ['a missing page', new Response('', { status: 404 }), 'http-error', 1],
    ['too many bytes', new Response('x'.repeat(1001)), 'too-large', 1],
  ] as const)('names %s', async (_, answer, reason, tries) => {
    const { fetcher, seen } = setUp([answer]);
    expect((await failureOf(fetcher.fetch(ask()))).reason).toBe(reason);
    expect(seen).toHaveLength(tries);
  });

  it('recovers when a later try is good', async () => {
    const { fetcher } = setUp([new TypeError('fetch failed'), new Response('{"a":'), json({ ok: 1 })]);
    expect((await fetcher.fetch(ask())).json).toEqual({ ok: 1 });
  });

  it('gives a silent server up after its tries or its patience, whichever ends first', async () => {
    const byTries = setUp(['hang'], { firstByteMs: 5, tries: 3 });
    expect((await failureOf(byTries.fetcher.fetch(ask()))).reason).toBe('time-out');
    expect(byTries.seen).toHaveLength(3);
    const byTime = setUp(['hang'], { firstByteMs: 20, requestMs: 30, backOffMs: 0 });
    expect((await failureOf(byTime.fetcher.fetch(ask()))).reason).toBe('time-out');
    expect(byTime.seen.length).toBeLessThan(4);
  });

  it('ends a body that stops in the middle', async () => {
    const stuck = new Response(
      new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{"a":')) }),
    );
    const { fetcher } = setUp([stuck], { requestMs: 20, tries: 1 });
    expect((await failureOf(fetcher.fetch(ask()))).reason).toBe('time-out');
  });

  it('ends a body that drips on and on, a byte at a time', async () => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const dripping = new ReadableStream({
      start: (controller) => {
        timer = setInterval(() => controller.enqueue(new Uint8Array([32])), 5);
      },
      cancel: () => clearInterval(timer),
    });
    const http: HttpFetch = async () => new Response(dripping);
    const drip = createPoliteFetcher({ http, version: '1', limiter: unlimited, policy: { requestMs: 40, tries: 1 } });
    expect((await failureOf(drip.fetch(ask({ maxBytes: 1e9 })))).reason).toBe('time-out');
  });

  it('refuses an answer from another host', async () => {
    const moved = json({});
    Object.defineProperties(moved, { url: { value: 'http://login.test/' }, clone: { value: () => moved } });
    const { fetcher, seen } = setUp([moved]);
    expect((await failureOf(fetcher.fetch(ask()))).message).toContain('another host, login.test');
    expect(seen).toHaveLength(1);
  });

  it('asks conditionally and takes 304 for an answer', async () => {
    const { fetcher, seen } = setUp([new Response(null, { status: 304 })]);
    expect((await fetcher.fetch(ask({ etag: '"a"', lastModified: 'yesterday' }))).status).toBe(304);
    expect(seen[0]?.init.headers).toMatchObject({ 'if-none-match': '"a"', 'if-modified-since': 'yesterday' });
  });

  it('streams in pieces, capped', async () => {
    const { fetcher } = setUp([new Response('abc')]);
    const { chunks } = await fetcher.stream(ask());
    let text = '';
    for await (const chunk of chunks) text += new TextDecoder().decode(chunk);
    expect(text).toBe('abc');
    const capped = await setUp([new Response('abc')]).fetcher.stream(ask({ maxBytes: 2 }));
    const drain = async () => {
      for await (const chunk of capped.chunks) expect(chunk).toBeDefined();
    };
    await expect(drain()).rejects.toMatchObject({ reason: 'too-large' });
  });

  it('stops at once when told to', async () => {
    const { fetcher, seen } = setUp(['hang']);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 2);
    expect((await failureOf(fetcher.fetch(ask({ signal: stop.signal })))).reason).toBe('interrupted');
    expect(seen).toHaveLength(1);
  });

  it('a stop ends the waiting between two tries at once', async () => {
    const http: HttpFetch = async () => new Response('', { status: 429, headers: { 'retry-after': '30' } });
    const fetcher = createPoliteFetcher({ http, version: '1.2.3', limiter: unlimited });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    expect((await failureOf(fetcher.fetch(ask({ signal: stop.signal })))).reason).toBe('interrupted');
  });
});
