import type { OpenAPIHono } from '@hono/zod-openapi';
import { html } from 'hono/html';
import { z } from 'zod';
import { describeWebhooks } from './describe-webhooks.ts';

const VERSION = '1.0.0';

/** What the reference page reads of the OpenAPI document. */
const documentSchema = z.object({
  webhooks: z.record(z.string(), z.object({ post: z.object({ summary: z.string() }) })).default({}),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        summary: z.string().default(''),
        tags: z.array(z.string()).default([]),
        parameters: z
          .array(
            z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema: z.unknown() }),
          )
          .default([]),
      }),
    ),
  ),
});

/** The OpenAPI 3.1 document of everything registered on an app. */
export function openApiDocument(app: OpenAPIHono): object {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Bandolo',
      version: VERSION,
      description:
        'EU funding calls for a city and its partners. Data: European Union, Funding & Tenders Portal / CORDIS.',
    },
    servers: [{ url: '/' }],
  });
}

/** `/api/openapi.json` and `/api/docs`, a page without scripts or anything from elsewhere. */
export function docs(app: OpenAPIHono): void {
  describeWebhooks(app);
  app.get('/api/openapi.json', (c) => c.json(openApiDocument(app)));
  app.get('/api/docs', (c) => c.html(page(documentSchema.parse(JSON.parse(JSON.stringify(openApiDocument(app)))))));
  app.get('/api/docs.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
}

const page = ({ paths, webhooks }: z.output<typeof documentSchema>) => html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bandolo API</title><link rel="stylesheet" href="/api/docs.css"></head>
<body><main>
<h1>Bandolo API</h1>
<p>The machine's version of this page is <a href="/api/openapi.json">the OpenAPI 3.1 document</a>. Unknown is <code>null</code>,
never 0 or an empty text. Lists answer <code>{items, page, pageSize, total}</code>; a parameter that a list does not know is a 400
that names it. Every list that may move while it is read can be walked: <code>?after=0</code>, then <code>?after=</code> with the
<code>next</code> of each answer until a page is empty. What is in the list all the while is met exactly once, however it is ranked
anew meanwhile; who wants the list as it stands then begins again. Errors are RFC 9457 problem documents; every GET has an ETag.</p>
${Object.entries(paths).map(([path, methods]) =>
  Object.entries(methods).map(
    ([
      method,
      { summary, parameters },
    ]) => html`<section><h2><code>${method.toUpperCase()} ${path}</code></h2><p>${summary}</p>
${
  parameters.length === 0
    ? ''
    : html`<table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Takes</th></tr></thead><tbody>
${parameters.map((one) => html`<tr><th scope="row"><code>${one.name}</code></th><td>${one.in}</td><td><code>${JSON.stringify(one.schema)}</code></td></tr>`)}
</tbody></table>`
}</section>`,
  ),
)}
<h2 id="webhooks">Webhooks</h2>
<p>Messages to a partner's server, by Standard Webhooks 1.0.0: any of its libraries
checks the signature with the secret that the page of webhooks showed once. Tell repetitions by <code>webhook-id</code>; answer with
any 2xx within 15 seconds; 410 ends it.</p>
<table><thead><tr><th scope="col">Type</th><th scope="col">Told when</th></tr></thead><tbody>
${Object.entries(webhooks).map(
  ([type, { post }]) => html`<tr><th scope="row"><code>${type}</code></th><td>${post.summary}</td></tr>`,
)}
</tbody></table>
</main></body></html>`;

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#17324d;background:#fff}
main{max-width:60rem;margin:0 auto;padding:1.5rem}h1{font-size:1.8rem}h2{font-size:1.1rem;margin-top:2rem}
code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #c5c7c9;vertical-align:top;font-weight:400}a{color:#0059b3}
`;
