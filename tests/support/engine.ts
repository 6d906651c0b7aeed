import { type NodeStore, openNodeStore } from '../../db/store.node.ts';

/** The engine under test: better-sqlite3 here; on workerd `tests/workers/engine.ts` takes this file's place. */
export type TestStore = NodeStore;

export const openEmptyStore = (): Promise<TestStore> => openNodeStore(':memory:');
export const ENGINE: 'node' | 'workers' = 'node';
