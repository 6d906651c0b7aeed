import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, SETTINGS } from '../../src/config.ts';
import { readSetup } from '../../src/node.ts';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readSetup(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_PATH: 'data/bandolo.db',
      COLLECT_ON_START: true,
      FT_PORTAL_SEARCH_URL: 'https://api.tech.ec.europa.eu/search-api/prod/rest',
    });
  });

  it('takes an empty value for none, and drops the slash after an address', () => {
    expect(readConfig({ PORT: '', BASE_URL: 'https://bandi.example/' })).toMatchObject({
      PORT: 3000,
      BASE_URL: 'https://bandi.example',
    });
  });

  it('names every problem at once, the profile’s too', () => {
    const problems = problemsOf({
      PORT: 'many',
      AS_OF: 'yesterday',
      LOG_LEVEL: 'loud',
      COLLECT_ON_START: 'perhaps',
      CITY_PROFILE: 'atlantide',
    });
    expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
      'AS_OF',
      'CITY_PROFILE',
      'COLLECT_ON_START',
      'LOG_LEVEL',
      'PORT',
    ]);
    expect(problems.find((problem) => problem.startsWith('CITY_PROFILE'))).toContain('milano');
  });

  it('names a store that cannot be together with the rest, and makes nothing', () => {
    const own = mkdtempSync(join(tmpdir(), 'bandolo-config-'));
    writeFileSync(join(own, 'notes.txt'), 'no database');
    const named = (path: string) => problemsOf({ PORT: '99999', DATABASE_PATH: path }).map((one) => one.split(':')[0]);
    expect(named(own)).toEqual(['PORT', 'DATABASE_PATH']);
    expect(named(join(own, 'notes.txt'))).toEqual(['PORT', 'DATABASE_PATH']);
    expect(named(join(own, 'notes.txt', 'b.db'))).toEqual(['PORT', 'DATABASE_PATH']);
    expect(named(join(own, 'new', 'b.db'))).toEqual(['PORT']);
    expect(existsSync(join(own, 'new'))).toBe(false);
  });

  it.each([
    ['HOST', 'two words'],
    ['MAIL_FROM', 'Bandolo'],
    ['MAIL_FROM', 'Bandolo <bandi>'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'perhaps'],
  ])('tells in words of its own what %s wants instead of %s', (name, value) => {
    const problem = problemsOf({ [name]: value }).join();
    expect(problem).toMatch(new RegExp(`^${name}: "${value}": write `));
  });

  it.each(['bandi@comune.example', 'Bandolo <bandi@comune.example>', '"Città, Milano" <bandi@comune.example>'])(
    'takes %s as a sender',
    (sender) => expect(readConfig({ MAIL_FROM: sender }).MAIL_FROM).toBe(sender),
  );

  it.each(['::1', '0.0.0.0', 'localhost', 'bandi.comune.example'])('listens at %s', (host) =>
    expect(readConfig({ HOST: host }).HOST).toBe(host),
  );

  it('repeats no secret', () => expect(problemsOf({ SECRET_KEY: 'hunter2' }).join()).not.toContain('hunter2'));

  it('reads a fixed calendar as an instant or as a day of Brussels', () => {
    expect(readConfig({ AS_OF: '2026-11-22T10:00:00+01:00' }).AS_OF).toBe('2026-11-22T09:00:00Z');
    expect(readConfig({ AS_OF: '2026-11-22' }).AS_OF).toBe('2026-11-21T23:00:00Z');
  });

  it('has a help sentence for each setting', () => {
    for (const [name, { help }] of Object.entries(SETTINGS)) expect(help, name).toMatch(/\.$/);
  });
});
