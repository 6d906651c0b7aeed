import { type HouseValue, houseColumn } from '../../../db/repositories/house.ts';
import { readSections } from '../../../db/repositories/topics-read.ts';
import { indexTopics, type Statement } from '../../../db/repositories/topics-write.ts';
import { searchBody } from '../../ingest/search-body.ts';
import type { Deps } from '../deps.ts';

/** The search index keeps no text that could be carried; it is made anew from the topics and their texts. */
export async function searchEntries(db: Deps['db'], topics: readonly HouseValue[][]): Promise<Statement[]> {
  const of = (row: HouseValue[], column: string) => row[houseColumn('topics', column)];
  const key = (row: HouseValue[]) => String(of(row, 'key'));
  const sections = await readSections(db, topics.map(key));
  return indexTopics(
    db,
    topics.map((row) => ({
      row: {
        key: key(row),
        identifier: String(of(row, 'identifier')),
        title: String(of(row, 'title')),
        callTitle: textOrNull(of(row, 'call_title')),
        keywords: JSON.parse(String(of(row, 'keywords'))),
      },
      searchBody: searchBody(sections.get(key(row)) ?? []),
    })),
  );
}

const textOrNull = (value: HouseValue | undefined): string | null => (typeof value === 'string' ? value : null);
