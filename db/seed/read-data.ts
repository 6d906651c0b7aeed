import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';

/** A file of the data folder as text, decompressed where its name ends in `.gz`. */
export function readText(folder: string, name: string): string {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`${path} is missing; give the folder of the real data as the first argument.`);
  const bytes = readFileSync(path);
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export function readJsonLines<Schema extends z.ZodType>(
  folder: string,
  name: string,
  schema: Schema,
): z.output<Schema>[] {
  return readText(folder, name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};

/** Some registers hold titles with HTML entities, a few of them twice encoded, and runs of blanks. */
export function plainTitle(text: string): string {
  const decoded = text.replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
  const plain = decoded === text ? text : plainTitle(decoded);
  return plain.replaceAll('\uFFFD', '–').replace(/\s+/g, ' ').trim();
}
