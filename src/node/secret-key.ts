import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the key stands: beside the database, so that a copy of the folder is a copy of the house. */
export const secretKeyPath = (databasePath: string): string => join(dirname(databasePath), 'secret.key');

/** The key that signs cookies and links; made at the first start, readable by its owner only. */
export function readSecretKey(databasePath: string): string {
  if (databasePath === ':memory:') return newKey();
  const path = secretKeyPath(databasePath);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const key = newKey();
  writeSecretKey(databasePath, key);
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
