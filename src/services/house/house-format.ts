import { z } from 'zod';
import type { HouseValue } from '../../../db/repositories/house.ts';

/** Another number = an older Bandolo must not read it. */
export const HOUSE_FORMAT = 1;

/** First line of a house file. No time stands in it: the same house is the same file, byte for byte. */
export const houseHeaderSchema = z.object({
  house: z.literal('bandolo', { error: 'not a house file; make one with: bandolo house export FILE' }),
  format: z.literal(HOUSE_FORMAT, { error: 'written by another version of Bandolo; export with this one' }),
  /** The newest migration of the store it came from. */
  schema: z.string(),
  city: z.string(),
});
export type HouseHeader = z.infer<typeof houseHeaderSchema>;

/** Stands before the rows of each table. */
export const tableLineSchema = z.object({ table: z.string(), columns: z.array(z.string()) });

/** Last line: a file without it was cut. */
export const houseEndSchema = z.object({ rows: z.record(z.string(), z.number().int()), sha256: z.string() });
export type HouseEnd = z.infer<typeof houseEndSchema>;

const storedValueSchema = z.union([z.string(), z.number(), z.null(), z.object({ base64: z.string() })]);
export const rowLineSchema = z.array(storedValueSchema);
export type StoredValue = z.infer<typeof storedValueSchema>;

/** A row as it stands in the file; bytes as base64. */
export const toStored = (row: readonly HouseValue[]): StoredValue[] =>
  row.map((value) => (value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value));

export const fromStored = (row: readonly StoredValue[]): HouseValue[] =>
  row.map((value) => (value !== null && typeof value === 'object' ? Buffer.from(value.base64, 'base64') : value));

/** Rows of one table, small enough for one request and one batch of the store. */
export const housePieceSchema = z.object({
  number: z.number().int().nonnegative(),
  table: z.string(),
  rows: z.array(rowLineSchema),
});
export type HousePiece = z.infer<typeof housePieceSchema>;
