import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { dropChangesOf, knownKeys } from '../../../db/repositories/catalogue.ts';
import { appendChanges } from '../../../db/repositories/changes.ts';
import { type TopicWrite, writeTopics } from '../../../db/repositories/topics-write.ts';
import type { ChangeField } from '../../domain/change.ts';
import { invalid } from '../../domain/errors.ts';
import { windowOf } from '../../domain/submission-status.ts';
import { scoredHash } from '../../ingest/scored-hash.ts';
import { searchBody } from '../../ingest/search-body.ts';
import { writeAll } from '../../ingest/write-all.ts';
import type { Deps } from '../deps.ts';
import {
  type CatalogueEnd,
  type ChangeRecord,
  endSchema,
  manifestSchema,
  recordSchema,
  type TopicRecord,
} from './catalogue-format.ts';

const CHUNK = 200;

export interface CatalogueImport {
  city: string;
  topics: number;
  /** Topics that the store did not know. The others stay as they are, with their own history. */
  added: number;
  changes: number;
}

/**
 * Another city's catalogue as a beginning: what the store does not know comes in, with its history; what it knows stays.
 * The file is read twice, first to see that it is whole and fits, so that a bad one writes nothing. History is written
 * before its topics: an import that was cut off knows what is still missing when it is begun again. Throws `invalid`.
 */
export async function importCatalogue({
  deps,
  input,
}: {
  deps: Deps;
  input: { open: () => AsyncIterable<string> };
}): Promise<CatalogueImport> {
  const { city, keys } = await verify(input.open());
  const known = await knownKeys(deps.db, keys);
  const fresh = new Set(keys.filter((key) => !known.has(key)));
  await writeAll(deps.db, [dropChangesOf(deps.db, [...fresh])]);
  let changes = 0;
  for await (const records of chunks(input.open())) {
    const history = records.filter((record) => record.type === 'change').filter((one) => fresh.has(one.topicKey));
    const topics = records.filter((record) => record.type === 'topic').filter((one) => fresh.has(one.key));
    changes += history.length;
    await writeAll(deps.db, [
      ...appendChanges(deps.db, history.map(toChange)),
      ...(topics.length === 0 ? [] : writeTopics(deps.db, topics.map(toWrite))),
    ]);
  }
  return { city, topics: keys.length, added: fresh.size, changes };
}

/** Reads a file to its end and compares it with what its last line says. */
async function verify(lines: AsyncIterable<string>): Promise<{ city: string; keys: string[] }> {
  const hash = createHash('sha256');
  const keys: string[] = [];
  let changes = 0;
  let city: string | null = null;
  let end: CatalogueEnd | null = null;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (end !== null) throw invalid(`line ${number}: something stands after the end; take a whole export, unedited.`);
    const json = readLine(line, number);
    if (number === 1) city = readAs(manifestSchema, json, number).city;
    else if (typeof json === 'object' && json !== null && 'type' in json && json.type === 'end')
      end = readAs(endSchema, json, number);
    else {
      const record = readAs(recordSchema, json, number);
      if (record.type === 'topic') keys.push(record.key);
      else changes += 1;
      hash.update(`${line}\n`);
    }
  }
  if (city === null) throw invalid('The file is empty; make one with: bandolo catalogue export FILE.');
  if (end === null)
    throw invalid(`The file ends at line ${number} without its last line; it was cut: export it again.`);
  if (end.sha256 !== hash.digest('hex') || end.topics !== keys.length || end.changes !== changes)
    throw invalid('The file is not what its last line says; it was changed after the export: take an unedited one.');
  return { city, keys };
}

/** The records of a file already verified, some at a time, in order. */
async function* chunks(lines: AsyncIterable<string>): AsyncGenerator<(TopicRecord | ChangeRecord)[]> {
  let records: (TopicRecord | ChangeRecord)[] = [];
  for await (const line of lines) {
    const record = recordSchema.safeParse(JSON.parse(line));
    if (record.success) records.push(record.data);
    if (records.length < CHUNK) continue;
    yield records;
    records = [];
  }
  yield records;
}

function readLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw invalid(`line ${number}: no JSON; take a whole export, unedited.`);
  }
}

function readAs<Value>(schema: z.ZodType<Value>, json: unknown, number: number): Value {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [{ path, message } = { path: [], message: '' }] = parsed.error.issues;
  throw invalid(`line ${number}: ${path.map(String).join('.') || '(line)'}: ${message}.`);
}

function toWrite({ type: _type, rounds, sections, aliases, ...facts }: TopicRecord): TopicWrite {
  return {
    renamedFrom: null,
    // Not yet read by this house: the first scan reads the row whatever its hash.
    row: { ...facts, missedScans: 0, rawHash: null, scoredHash: scoredHash({ ...facts, rounds, sections }) },
    rounds: rounds.map((round, seq) => ({ ...round, ...windowOf(round), topicKey: facts.key, seq })),
    sections: sections.length === 0 ? null : sections,
    searchBody: searchBody(sections),
    aliases,
  };
}

const toChange = ({ type: _type, field, before, after, ...change }: ChangeRecord) => ({
  ...change,
  // A field that this version does not know is kept as it is told: history is not ours to edit.
  field: field as ChangeField,
  before,
  after,
  scanId: null,
});
