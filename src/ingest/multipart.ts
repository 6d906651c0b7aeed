export interface EncodedBody {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
}

/**
 * JSON parts as the search API wants them: each a *file* part typed `application/json` (PORTAL-CONTRACT §2.1; anything
 * else is silently ignored). Encoded once by the platform through a Response, so that every try sends the same bytes and
 * any `HttpFetch` takes them.
 */
export async function encodeParts(parts: Record<string, unknown>): Promise<EncodedBody> {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    form.append(name, new Blob([JSON.stringify(value)], { type: 'application/json' }), `${name}.json`);
  }
  const encoded = new Response(form);
  const contentType = encoded.headers.get('content-type') ?? 'multipart/form-data';
  return { body: new Uint8Array(await encoded.arrayBuffer()), contentType };
}
