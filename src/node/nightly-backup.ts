import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupStore } from '../../db/backup.node.ts';
import type { NodeStore } from '../../db/store.node.ts';
import type { Instant } from '../domain/topic.ts';

export interface NightlyBackup {
  store: Pick<NodeStore, 'sqlite'>;
  /** Holds nothing but backups: `bandolo-<day>.db`. */
  directory: string;
  /** How many stay, the newest. */
  keep: number;
  secretKey: string;
  at: Instant;
}

/** Copies the store into a file of the day, verified by opening it, and only then drops the oldest ones. */
export async function nightlyBackup({ store, directory, keep, secretKey, at }: NightlyBackup) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, `bandolo-${at.slice(0, 10)}.db`);
  await backupStore(store.sqlite, file, secretKey);
  const expired = backupsIn(directory).slice(keep);
  for (const name of expired) rmSync(join(directory, name));
  return { bytes: statSync(file).size, kept: backupsIn(directory).length, dropped: expired.length };
}

/** The newest first. Other files are none of ours. */
const backupsIn = (directory: string): string[] =>
  readdirSync(directory)
    .filter((name) => /^bandolo-\d{4}-\d{2}-\d{2}\.db$/.test(name))
    .sort()
    .reverse();
