/** The part of `fetch` that is used; `createNodeHttp`, the global one and a Hono app's `request` all fit. */
export type HttpFetch = (url: string, init: HttpInit) => Promise<Response>;

export interface HttpInit {
  method: string;
  headers: Record<string, string>;
  body?: Uint8Array<ArrayBuffer>;
  redirect: 'manual';
  signal: AbortSignal;
}
