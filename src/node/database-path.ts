import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type NodeStore, openNodeStore } from '../../db/store.node.ts';
import { ConfigError } from '../config.ts';

/** Opens (makes, migrates) the store that the settings name; a path that cannot be one is a `ConfigError` that says why. */
export async function openStoreAt(path: string): Promise<NodeStore> {
  const refuse = (why: string) => new ConfigError([`DATABASE_PATH: "${path}": ${why}`]);
  if (path !== ':memory:') {
    const problem = pathProblem(resolve(path));
    if (problem !== null) throw refuse(problem);
  }
  try {
    return await openNodeStore(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'SQLITE_NOTADB') throw refuse('this file is no database; name another, or restore a backup');
    if (/^SQLITE_(CANTOPEN|READONLY)/.test(code)) throw refuse(`this file cannot be opened for writing (${code})`);
    throw error;
  }
}

function pathProblem(path: string): string | null {
  if (existsSync(path)) return statSync(path).isDirectory() ? 'this is a folder; name a file in it' : null;
  const folder = dirname(path);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    return `the folder ${folder} cannot be made or written to (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** One step at a time: Node's own recursive way never ends under /proc (seen with Node 20.20, 2026-11-22). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
