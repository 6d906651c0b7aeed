import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JOBS } from '../jobs/registry.ts';
import { SETTINGS } from '../src/config.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

describe('the README', () => {
  it.each(Object.entries(SETTINGS))('explains the setting %s as the code does', (name, { help }) => {
    expect(readme).toMatch(new RegExp(`\\| \`${name}\`[^|]*\\| `));
    expect(readme).toContain(help);
  });

  it.each(JOBS.map((job) => [job.name, job] as const))('lists the job %s with its hour', (name, job) => {
    expect(readme).toContain(`| \`${name}\` | \`${job.cron}\` | ${job.summary.en} |`);
  });

  it('begins with the two commands', () => {
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
  });
});
