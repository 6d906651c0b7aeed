import { Agent, fetch as undiciFetch } from 'undici';
import type { HttpFetch } from './exchange.ts';

/** undici with a pool of its own for Node: few connections, kept alive; the polite fetcher keeps the time limits. */
export function createNodeHttp(): HttpFetch {
  const dispatcher = new Agent({ connections: 2, headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 15_000 } });
  // undici's Response is the same interface as the platform's; only the two type declarations differ.
  return async (url, init) => (await undiciFetch(url, { ...init, dispatcher })) as unknown as Response;
}
