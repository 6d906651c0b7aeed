import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JOBS } from '../../jobs/registry.ts';

describe('the cron triggers of wrangler.toml', () => {
  it('are the hours of the jobs, no more and no fewer', () => {
    const toml = readFileSync(join(import.meta.dirname, '../../wrangler.toml'), 'utf8');
    const crons = /^crons = (\[.*\])$/m.exec(toml)?.[1];
    expect([...JSON.parse(crons ?? '[]')].sort()).toEqual(
      JOBS.filter((job) => job.onlyOn !== 'node')
        .map((job) => job.cron)
        .sort(),
    );
  });
});
