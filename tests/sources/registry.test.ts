import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from '../../src/pages/messages/index.ts';
import { SOURCES } from '../../src/sources/registry.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

describe.each(SOURCES.map(({ card }) => card))('the source $id', ({ id }) => {
  it('has its README and its fixtures', () => {
    for (const path of [`src/sources/${id}/README.md`, `tests/fixtures/${id}`])
      expect(existsSync(join(ROOT, path)), `${path} is missing`).toBe(true);
  });

  it.each(Object.entries(MESSAGES))('has its name for people in the catalogue %s', (lang, { words }) => {
    const named: Readonly<Record<string, string>> = words.source;
    expect(named[id], `add it to words.source in src/pages/messages/${lang}/words.ts`).toBeDefined();
  });
});
