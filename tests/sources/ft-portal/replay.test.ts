import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mapTopic } from '../../../src/sources/ft-portal/map.ts';

const FOLDER = new URL('../../fixtures/ft-portal/', import.meta.url);
const fixtureSchema = z.strictObject({
  about: z.string(),
  row: z.unknown().optional(),
  details: z.unknown().optional(),
});
/** What is expected stands in `.snap` files: JSON, but as the test writes it and not as the formatter would. */
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));

describe('ft-portal fixtures, mapped as they were when somebody read the result', () => {
  it.each(names)('%s', async (name) => {
    const { row, details } = fixtureSchema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')));
    const mapped = JSON.stringify(mapTopic({ row, details }), null, 2);
    await expect(`${mapped}\n`).toMatchFileSnapshot(new URL(`${name}.expected.snap`, FOLDER).pathname);
  });
});
