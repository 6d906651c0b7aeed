import { FetchFailure } from '../domain/fetch-failure.ts';
import type { HttpFetch, HttpInit } from './http-fetch.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Redirects that ask for the same again; after the others a POST becomes a GET, as in every browser. */
const SAME_AGAIN = new Set([307, 308]);

/** Asks where an answer sends to, on the same host only; each hop is a request of its own and waits for its turn. */
export async function followRedirects(
  http: HttpFetch,
  url: string,
  init: HttpInit,
  beforeHop: () => Promise<void>,
): Promise<Response> {
  let address = url;
  let question = init;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    if (hop > 0) await beforeHop();
    const response = await http(address, question);
    refuseOtherHost(url, response.url || address); // an injected fetch may have followed by itself
    const location = response.headers.get('location');
    if (location === null || !REDIRECTS.has(response.status)) return response;
    void response.body?.cancel().catch(() => undefined); // not awaited: nobody needs the rest
    address = new URL(location, address).href;
    refuseOtherHost(url, address);
    if (!SAME_AGAIN.has(response.status) && question.method !== 'GET') question = withoutBody(question);
  }
  throw new FetchFailure('unreachable', `${url}: more than ${MOST_REDIRECTS} redirects`);
}

function refuseOtherHost(url: string, address: string): void {
  const { host } = new URL(address);
  if (host !== new URL(url).host) throw new FetchFailure('unexpected-shape', `${url} led to another host, ${host}`);
}

function withoutBody({ body: _body, ...init }: HttpInit): HttpInit {
  const { 'content-type': _type, ...headers } = init.headers;
  return { ...init, method: 'GET', headers };
}
