import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError, SHORTEST_KEY } from '../config.ts';

/** Where the key stands: beside the database, so that a copy of the folder is a copy of the house. */
export const secretKeyPath = (databasePath: string): string => join(dirname(databasePath), 'secret.key');

/** The key that signs cookies and links; made at the first start, readable by its owner only. */
export function readSecretKey(databasePath: string): string {
  if (databasePath === ':memory:') return newKey();
  const path = secretKeyPath(databasePath);
  if (existsSync(path)) return keptKey(path);
  const key = newKey();
  writeSecretKey(databasePath, key);
  return key;
}

/** A key that a full disk cut off, or nobody may read, signs nothing: with an empty one anybody could sign for us. */
function keptKey(path: string): string {
  const refuse = (why: string) =>
    new ConfigError([
      `SECRET_KEY: ${path} ${why}: put the key back with restore FILE, or take the file away and a new key is made (links in mails, calendars and webhooks then start anew)`,
    ]);
  let key: string;
  try {
    key = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw refuse(`cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  if (key.length < SHORTEST_KEY) throw refuse('is empty or cut off');
  return key;
}

export function writeSecretKey(databasePath: string, key: string): void {
  const path = secretKeyPath(databasePath);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${key}\n`, { mode: 0o600 });
  // `mode` counts only for a new file.
  chmodSync(path, 0o600);
}

const newKey = (): string => randomBytes(32).toString('base64url');
