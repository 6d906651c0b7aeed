import { Agent, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps, Agent as SecureAgent } from 'node:https';
import { pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { HttpFetch, HttpInit } from './http-fetch.ts';

/** A `Response` with one of these statuses may not have a body. */
const BODILESS = new Set([204, 205, 304]);
const CONNECTIONS = { keepAlive: true, maxSockets: 2 };

/**
 * Node's own HTTP client in the shape of `fetch`: few connections, kept alive; the polite fetcher keeps the time limits and
 * follows redirects.
 * Not undici, which pauses its parser while the reader is busy (unpacking a page, reading an archive): a server that closed
 * the connection in such a pause made it lose the end of the body, or throw where nobody can catch it and the whole
 * process ends (7.30: `assert(!this.paused)`).
 */
export function createNodeHttp(): HttpFetch {
  const agents = { 'http:': new Agent(CONNECTIONS), 'https:': new SecureAgent(CONNECTIONS) };

  function ask(address: URL, { method, headers, body, signal }: HttpInit): Promise<IncomingMessage> {
    const [request, agent] =
      address.protocol === 'https:' ? [overHttps, agents['https:']] : [overHttp, agents['http:']];
    const options = { method, headers: { 'accept-encoding': 'gzip, deflate, br', ...headers }, agent, signal };
    return new Promise((resolve, reject) => request(address, options, resolve).on('error', reject).end(body));
  }

  return async (url, init) => {
    const address = new URL(url);
    const message = await ask(address, init);
    return responseOf(message, message.statusCode ?? 0, address);
  };
}

function responseOf(message: IncomingMessage, status: number, address: URL): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers))
    if (value !== undefined) headers.set(name, [value].flat().join(', '));
  const isBodiless = BODILESS.has(status);
  if (isBodiless) dropBody(message);
  // Node's web streams are the platform's; only the two type declarations differ.
  const body = isBodiless ? null : (Readable.toWeb(decoded(message)) as ReadableStream<Uint8Array>);
  const response = new Response(body, { status, headers });
  // A response that was made by hand has no address; by it is checked where redirects led.
  return Object.defineProperty(response, 'url', { value: address.href });
}

/** Read away, so that the connection can be used again; that it broke meanwhile is nobody's loss. */
function dropBody(message: IncomingMessage): void {
  message.on('error', () => undefined).resume();
}

function decoded(message: IncomingMessage): Readable {
  const decoder = decoderOf(message.headers['content-encoding']?.toLowerCase());
  if (decoder === null) return message;
  // What breaks on the way arrives as an error of the decoder.
  return pipeline(message, decoder, () => undefined);
}

function decoderOf(encoding: string | undefined) {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'deflate') return createInflate();
  return encoding === 'br' ? createBrotliDecompress() : null;
}
