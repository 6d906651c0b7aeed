import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type NodeStore, openNodeStore } from '../../db/store.node.ts';
import { ConfigError } from '../config.ts';

const NO_DATABASE = 'this file is no database; name another, or restore a backup';

/** Opens (makes, migrates) the store that the settings name; a path that cannot be one is a `ConfigError` that says why. */
export async function openStoreAt(path: string): Promise<NodeStore> {
  const refuse = (why: string) => new ConfigError([`DATABASE_PATH: "${path}": ${why}`]);
  if (path !== ':memory:') {
    const problem = storeProblem(path) ?? folderProblem(dirname(resolve(path)));
    if (problem !== null) throw refuse(problem);
  }
  try {
    return await openNodeStore(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'SQLITE_NOTADB') throw refuse(NO_DATABASE);
    if (/^SQLITE_(CANTOPEN|READONLY)/.test(code)) throw refuse(`this file cannot be opened for writing (${code})`);
    throw error;
  }
}

/** What is wrong with the place of a store, as far as looking tells; nothing is made. Null where nothing is. */
export function placeProblem(path: string): string | null {
  if (path === ':memory:') return null;
  const full = resolve(path);
  if (existsSync(full))
    return statSync(full).isDirectory() ? 'this is a folder; name a file in it' : accessProblem(full);
  const folder = nearest(dirname(full));
  return statSync(folder).isDirectory() ? accessProblem(folder) : `${folder} is no folder; name another`;
}

/** What is wrong with a place whose store is to be opened: what stands there must be a database, or nothing yet. */
export function storeProblem(path: string): string | null {
  const problem = placeProblem(path);
  if (problem !== null || path === ':memory:' || !existsSync(path) || looksLikeDatabase(path)) return problem;
  return NO_DATABASE;
}

const SQLITE_HEADER = 'SQLite format 3\0';

/** By its first bytes; an empty file is a database that holds nothing yet. */
function looksLikeDatabase(path: string): boolean {
  if (statSync(path).size === 0) return true;
  const start = Buffer.alloc(SQLITE_HEADER.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, start);
  } finally {
    closeSync(file);
  }
  return start.toString('latin1') === SQLITE_HEADER;
}

const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)));

function accessProblem(place: string): string | null {
  try {
    accessSync(place, constants.W_OK);
    return null;
  } catch (error) {
    return `${place} cannot be written to (${messageOf(error)})`;
  }
}

function folderProblem(folder: string): string | null {
  try {
    makeFolder(folder);
    return null;
  } catch (error) {
    return `the folder ${folder} cannot be made or written to (${messageOf(error)})`;
  }
}

/** One step at a time: Node's own recursive way never ends under /proc (seen with Node 20.20, 2026-11-22). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
