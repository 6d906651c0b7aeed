import { Validator } from '@cfworker/json-schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appOf } from '../support/deps.ts';
import type { TestStore } from '../support/engine.ts';
import { emptyStore } from '../support/store.ts';

const media = z.object({ schema: z.record(z.string(), z.unknown()), example: z.unknown().optional() });
const content = z.object({ content: z.record(z.string(), media).optional() });
const operation = z.object({ responses: z.record(z.string(), content), requestBody: content.optional() });
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
});

let store: TestStore;
let document: z.output<typeof documentSchema>;
beforeAll(async () => {
  store = await emptyStore();
  document = documentSchema.parse(await (await appOf(store).request('/api/openapi.json')).json());
});
afterAll(() => store.close());

/** Every JSON body that the reference speaks of, with the place where it stands. */
const bodies = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses, requestBody }]) =>
      [...Object.entries(responses), ['body', requestBody ?? {}] as const].flatMap(([status, answer]) =>
        Object.entries(answer.content ?? {})
          .filter(([type]) => /json$/.test(type))
          .map(([, one]) => ({ place: `${method} ${path} ${status}`, ...one })),
      ),
    ),
  );

describe('the reference', () => {
  it('shows an example of every JSON body', () => {
    expect(bodies().length).toBeGreaterThan(30);
    expect(bodies().flatMap(({ place, example }) => (example === undefined ? place : []))).toEqual([]);
  });

  it('tells what a door answers to a bad key, and when the allowance is used up, each with its body', () => {
    const place = (name: string, status: string) => document.paths[name]?.['get']?.responses[status]?.content;
    const problem = { 'application/problem+json': expect.anything() };
    for (const path of Object.keys(document.paths).filter((one) => !one.endsWith('{id}') && !one.endsWith('/search')))
      for (const status of ['401', '429']) expect([path, status, place(path, status)]).toEqual([path, status, problem]);
    for (const path of ['/api/v1/interests', '/api/v1/evaluations']) expect(place(path, '403')).toEqual(problem);
    expect(place('/feeds/pillars/{pillar}.ics', '404')).toEqual(problem);
  });

  it('shows none that its own schema would refuse', () => {
    for (const { place, schema, example } of bodies()) {
      const { errors } = new Validator({ ...schema, components: document.components }, '2020-12').validate(example);
      expect([place, errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`)]).toEqual([place, []]);
    }
  });
});
