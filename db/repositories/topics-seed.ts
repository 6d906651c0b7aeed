import { sql } from 'drizzle-orm';
import { windowOf } from '../../src/domain/submission-status.ts';
import type { Instant, TopicDraft } from '../../src/domain/topic.ts';
import type { Db } from '../store.ts';
import { jsonList } from './topics-read.ts';
import { type TopicWrite, writeTopics } from './topics-write.ts';

/** A draft with what ingest derives from it. */
export interface SeedTopic extends TopicDraft {
  scoredHash: string;
  /** What the search index shall hold of its text. */
  searchBody: string;
  /** Since when the stated status is known, where not since now. */
  statedSince?: Instant | null;
}

/** Topics of one batch: a stop in between leaves whole topics only. */
const CHUNK = 500;

/**
 * Inserts topics whose key the store does not know, and leaves every known one as it is. No changes are written: this is
 * a baseline. Returns how many were new.
 */
export async function insertNewTopics(
  db: Db,
  drafts: readonly SeedTopic[],
  source: string,
  at: Instant,
): Promise<number> {
  let added = 0;
  for (let from = 0; from < drafts.length; from += CHUNK) {
    const unknown = await unknownOnes(db, drafts.slice(from, from + CHUNK));
    const [first, ...rest] = writeTopics(
      db,
      unknown.map((draft) => toWrite(draft, source, at)),
    );
    if (unknown.length === 0 || first === undefined) continue;
    await db.batch([first, ...rest]);
    added += unknown.length;
  }
  return added;
}

async function unknownOnes(db: Db, drafts: readonly SeedTopic[]): Promise<SeedTopic[]> {
  const rows = await db.all<{ key: string }>(
    sql`select key from topics where key in ${jsonList(drafts.map((draft) => draft.key))}`,
  );
  const known = new Set(rows.map((row) => row.key));
  return drafts.filter((draft) => !known.has(draft.key) && known.add(draft.key));
}

function toWrite(draft: SeedTopic, source: string, at: Instant): TopicWrite {
  const { rounds, sections, aliases, stated, statedSince, searchBody, ...facts } = draft;
  return {
    renamedFrom: null,
    row: {
      ...facts,
      statedStatus: stated?.status ?? null,
      statedStatusCode: stated?.code ?? null,
      statedSince: stated === null ? null : (statedSince ?? at),
      source,
      firstSeenAt: at,
      lastSeenAt: at,
      lastChangedAt: null,
      withdrawnAt: null,
      returns: 0,
      returnedAt: null,
      missedScans: 0,
      rawHash: null,
    },
    rounds: rounds.map((round, seq) => ({ ...round, ...windowOf(round), topicKey: draft.key, seq })),
    sections: sections.length === 0 ? null : sections,
    searchBody,
    aliases,
  };
}
