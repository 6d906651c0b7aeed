import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { followRedirects } from '../../src/ingest/follow-redirects.ts';
import { createNodeHttp } from '../../src/ingest/node-http.ts';

const http = createNodeHttp();
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an AddressInfo; only pipes have text.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = (url: string, over = {}) =>
  http(url, { method: 'GET', headers: {}, redirect: 'manual', signal: new AbortController().signal, ...over });

/** Reads with work between the pieces, as an archive is read. */
async function readSlowly(response: Response, ms: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of response.body ?? []) {
    pieces.push(piece);
    await pause(ms);
  }
  return Buffer.concat(pieces);
}

/** Does not get smaller: a page of real text, packed, is longer than what a socket hands over at once. */
const LONG = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => (at * 2_654_435_761) >>> 24));

describe('a server that closes the connection after each answer', () => {
  it.each([
    ['plain', undefined, LONG],
    ['gzip', 'gzip', gzipSync(LONG)],
    ['deflate', 'deflate', deflateSync(LONG)],
    ['br', 'br', brotliCompressSync(LONG)],
  ])('loses nothing of a body read slowly (%s)', async (_, encoding, sent) => {
    const url = await serving((_request, response) => {
      response.writeHead(200, { connection: 'close', ...(encoding ? { 'content-encoding': encoding } : {}) });
      response.end(sent);
    });
    const read = await readSlowly(await get(url), 5);
    expect(read.equals(LONG)).toBe(true);
  });

  it('a body that ends before its length is an error, plain and packed', async () => {
    for (const encoding of ['identity', 'gzip']) {
      const url = await serving((_request, response) => {
        response.writeHead(200, { 'content-length': '9000', 'content-encoding': encoding });
        response.write(gzipSync(LONG).subarray(0, 500));
        setTimeout(() => response.destroy(), 20);
      });
      await expect(get(url).then((response) => readSlowly(response, 1))).rejects.toThrow();
    }
  });
});

describe('redirects', () => {
  const follow = (url: string, over = {}) => {
    const hops: string[] = [];
    const init = {
      method: 'GET',
      headers: {},
      redirect: 'manual',
      signal: new AbortController().signal,
      ...over,
    } as const;
    return { hops, answer: followRedirects(http, url, init, async () => void hops.push('hop')) };
  };

  it('keep a POST where the server says so, else ask for a page, and tell where they led', async () => {
    const seen: string[] = [];
    const url = await serving((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers['content-type'] ?? '-'}`);
      if (request.url === '/kept') response.writeHead(307, { location: '/end' }).end();
      else if (request.url === '/turned') response.writeHead(302, { location: '/end' }).end();
      else response.end('there');
    });
    const post = { method: 'POST', headers: { 'content-type': 'text/x' }, body: new Uint8Array([65]) };
    for (const path of ['/kept', '/turned']) {
      const { answer, hops } = follow(`${url}${path}`, post);
      const response = await answer;
      expect([await response.text(), response.url, hops]).toEqual(['there', `${url}/end`, ['hop']]);
    }
    expect(seen).toEqual(['POST /kept text/x', 'POST /end text/x', 'POST /turned text/x', 'GET /end -']);
  });

  it('that never end are given up, each hop having waited for its turn', async () => {
    let count = 0;
    const url = await serving((_request, response) => {
      count += 1;
      response.writeHead(307, { location: '/' }).end();
    });
    const { answer, hops } = follow(url);
    await expect(answer).rejects.toThrow('more than 5 redirects');
    expect([count, hops.length]).toEqual([6, 5]);
  });

  it('to another host are refused before it is asked', async () => {
    let asked = 0;
    const other = await serving((_request, response) => {
      asked += 1;
      response.end('there');
    });
    const url = await serving((_request, response) => void response.writeHead(302, { location: other }).end());
    await expect(follow(url).answer).rejects.toThrow('led to another host');
    expect(asked).toBe(0);
  });
});

it('an answer that has not changed has no body; an abort ends the waiting', async () => {
  const url = await serving((request, response) => {
    if (request.headers['if-none-match'] === '"a"') response.writeHead(304, { etag: '"a"' }).end();
  });
  expect(await get(url, { headers: { 'if-none-match': '"a"' } })).toMatchObject({ status: 304, body: null });
  const controller = new AbortController();
  const waiting = get(url, { signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  await expect(waiting).rejects.toThrow();
});
