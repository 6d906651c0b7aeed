import type { Change } from '../../src/domain/change.ts';
import { changes } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { insertRows } from './insert-rows.ts';

export interface NewChange extends Change {
  topicKey: string;
  at: string;
  source: string;
  scanId: number | null;
}

/** Statements that append changes. */
export function appendChanges(db: Db, rows: readonly NewChange[]) {
  return insertRows(db, changes, rows, { target: changes.id, replace: [] });
}
