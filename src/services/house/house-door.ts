import type { HouseHeader, HousePiece, StoredValue } from './house-format.ts';

/** What moving house needs of a store, be it here or behind a Worker's door. Every call may be repeated. */
export interface HouseDoor {
  header(): Promise<HouseHeader>;
  /** Rows of a table after a row number; `next` null = its end. */
  page(table: string, after: number): Promise<{ rows: StoredValue[][]; next: number | null }>;
  /** Empties what readings filled and answers with the first piece that is still missing. Throws where people live already. */
  begin(file: { header: HouseHeader; digest: string }): Promise<{ next: number }>;
  take(piece: HousePiece): Promise<void>;
  /** Checks that every row arrived, then opens the house. */
  finish(rows: Record<string, number>): Promise<void>;
}
