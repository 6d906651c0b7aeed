import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { ConfigError } from '../../src/config.ts';
import { readSecretKey, secretKeyPath } from '../../src/node/secret-key.ts';

let database: string;
beforeEach(() => {
  database = join(mkdtempSync(join(tmpdir(), 'bandolo-key-')), 'b.db');
});

it('is made once, for its owner’s eyes only', () => {
  const key = readSecretKey(database);
  expect(key.length).toBeGreaterThanOrEqual(32);
  expect(readSecretKey(database)).toBe(key);
  expect(statSync(secretKeyPath(database)).mode & 0o777).toBe(0o600);
});

it.each(['', '\n', 'cut off'])('signs nothing where a full disk left «%s» of it, and says what to do', (left) => {
  writeFileSync(secretKeyPath(database), left);
  expect(() => readSecretKey(database)).toThrow(ConfigError);
  expect(() => readSecretKey(database)).toThrow(/is empty or cut off: put the key back with restore FILE, or take/);
});

it('that cannot be read is named, not thrown as a stack', () => {
  mkdirSync(secretKeyPath(database));
  expect(() => readSecretKey(database)).toThrow(/SECRET_KEY: .*secret\.key cannot be read/);
});
