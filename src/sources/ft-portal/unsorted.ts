import type { TopicKind } from '../../domain/topic.ts';
import type { KeylessRow, PassPage, PassProblem } from '../reading.ts';
import { keylessRow } from './check-page.ts';
import { readPass } from './pass.ts';
import { fieldValues } from './payload.ts';
import { type Query, SEARCH_KINDS, without } from './query.ts';
import type { Ask, RawRow } from './search.ts';

/**
 * The rows that the sorted passes do not list. A cascade or external call without the field of its sort is known by its
 * reference all the same; but it must lack that field, or the sort has hidden it for another reason.
 */
export async function* readUnsorted(
  ask: Ask,
  kind: TopicKind,
  query: Query,
  listed: readonly string[],
): AsyncGenerator<PassPage> {
  const { keyField } = SEARCH_KINDS[kind];
  for await (const page of readPass(ask, kind, { query: without(query, kind, listed), languages: ['en'] })) {
    const problems: PassProblem[] = [];
    const lacking: KeylessRow[] = [];
    for (const { reference, payload } of page.rows) {
      const row = payload as RawRow; // checkPage puts the row itself there
      if (fieldValues(row.metadata[keyField]).length === 0) lacking.push(keylessRow(row, keyField));
      else problems.push({ reason: 'control-count-differs', detail: `the sort left out ${reference}`, fatal: true });
    }
    yield { ...page, keyless: [...page.keyless, ...lacking], problems: [...page.problems, ...problems] };
  }
}
