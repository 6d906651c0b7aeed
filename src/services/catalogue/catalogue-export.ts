import { createHash } from 'node:crypto';
import type { CatalogueEntry } from '../../../db/repositories/catalogue.ts';
import { readCatalogue } from '../../../db/repositories/catalogue.ts';
import { findChangesAfter } from '../../../db/repositories/changes-read.ts';
import type { RecordedChange } from '../../domain/change.ts';
import type { Deps } from '../deps.ts';
import {
  CATALOGUE_FORMAT,
  type CatalogueEnd,
  changeRecordSchema,
  manifestSchema,
  topicRecordSchema,
} from './catalogue-format.ts';

const CHUNK = 200;
const ATTRIBUTION = 'European Union, Funding & Tenders Portal / CORDIS; gathered with Bandolo';

/** The lines of the public catalogue; what is yielded last tells how much it was. */
export async function* exportCatalogue({ deps }: { deps: Deps }): AsyncGenerator<string, CatalogueEnd> {
  yield JSON.stringify(
    manifestSchema.parse({
      type: 'manifest',
      format: CATALOGUE_FORMAT,
      city: deps.profile.id,
      exportedAt: deps.clock.now(),
      attribution: ATTRIBUTION,
    }),
  );
  const hash = createHash('sha256');
  const counts = { topics: 0, changes: 0 };
  for await (const line of changeLines(deps)) {
    counts.changes += 1;
    hash.update(`${line}\n`);
    yield line;
  }
  for await (const line of topicLines(deps)) {
    counts.topics += 1;
    hash.update(`${line}\n`);
    yield line;
  }
  const end: CatalogueEnd = { type: 'end', ...counts, sha256: hash.digest('hex') };
  yield JSON.stringify(end);
  return end;
}

async function* topicLines({ db }: Deps): AsyncGenerator<string> {
  let after = '';
  while (true) {
    const entries = await readCatalogue(db, after, CHUNK);
    for (const entry of entries) yield JSON.stringify(toTopicRecord(entry));
    const last = entries.at(-1);
    if (last === undefined) return;
    after = last.row.key;
  }
}

async function* changeLines({ db }: Deps): AsyncGenerator<string> {
  let after = 0;
  while (true) {
    const { items } = await findChangesAfter(db, {}, after, { limit: CHUNK, offset: 0 });
    for (const change of items) yield JSON.stringify(toChangeRecord(change));
    const last = items.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** Field by field, through the schema: a column added one day stays at home until it is named there. */
function toTopicRecord({ row, rounds, sections, aliases }: CatalogueEntry) {
  const { missedScans: _missed, rawHash: _raw, scoredHash: _scored, ...facts } = row;
  return topicRecordSchema.parse({
    type: 'topic',
    ...facts,
    rounds: rounds.map(({ topicKey: _key, seq: _seq, opensAt: _opens, closesAt: _closes, ...round }) => round),
    sections,
    aliases,
  });
}

/** Without its number and its scan, which mean something in this store alone. */
function toChangeRecord({ id: _id, scanId: _scan, ...change }: RecordedChange) {
  return changeRecordSchema.parse({ type: 'change', ...change });
}
