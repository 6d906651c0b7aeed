import { statusByCode } from './lookups.ts';
import { fieldValues } from './payload.ts';
import type { Query } from './query.ts';

export interface CheckableRow {
  language?: string | null | undefined;
  metadata: Record<string, unknown>;
}

/**
 * Why a row is not of what was asked, or null. A body that the service does not understand makes it ignore every filter
 * without a word (PORTAL-CONTRACT §7.1, n≥5), so each row is held against the question. A field that a row lacks says
 * nothing: displayFields, the old index and types 2 and 8 all leave fields out. Neither does a status that our table lacks
 * (`310945031` was seen on external calls, §2.6): an ignored filter shows in those that it holds.
 */
export function outsideQuery(row: CheckableRow, query: Query, languages: readonly string[] | null): string | null {
  for (const clause of query.bool.must) {
    if (!('terms' in clause)) continue;
    for (const [field, allowed] of Object.entries(clause.terms)) {
      const values = fieldValues(row.metadata[field]);
      if (field === 'status' && values.every((code) => statusByCode(code) === null)) continue;
      if (values.length > 0 && !values.some((value) => allowed.includes(value))) {
        return `${field} ${values[0]} instead of ${allowed.slice(0, 3).join(' or ')}`;
      }
    }
  }
  const language = row.language ?? fieldValues(row.metadata.language)[0];
  if (languages !== null && language !== undefined && !languages.includes(language)) {
    return `language ${language} instead of ${languages.join(' or ')}`;
  }
  return null;
}
