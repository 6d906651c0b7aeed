import { sql } from 'drizzle-orm';
import type { TopicKey } from '../../../src/domain/topic.ts';
import { topicScores } from '../../schema/index.ts';
import type { Db } from '../../store.ts';

/** How well each partner fits these topics, by key; only scores above zero are kept. */
export async function readPartnerFits(
  db: Db,
  keys: readonly TopicKey[],
): Promise<Map<TopicKey, Record<string, number>>> {
  const rows = await db
    .select({ key: topicScores.topicKey, partners: topicScores.partners })
    .from(topicScores)
    .where(sql`${topicScores.topicKey} in (select value from json_each(${JSON.stringify(keys)}))`);
  return new Map(rows.map(({ key, partners }) => [key, partners]));
}
