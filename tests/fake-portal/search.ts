import type { WireRow } from './wire.ts';

/** The part of the query language that clients use. A query in a part of another type counts as none (§2.1). */
export interface WireQuery {
  bool?: { must?: Clause[]; must_not?: Clause[]; filter?: Clause[] };
}
interface Clause {
  terms?: Record<string, string[]>;
  range?: Record<string, { gte?: string; lt?: string; lte?: string; gt?: string }>;
}

export interface WireQuestion {
  query: WireQuery | null;
  languages: string[] | null;
  sort: { field: string; order?: string } | null;
  displayFields: string[] | null;
}

export function findRows(
  rows: readonly WireRow[],
  { query, languages, sort }: WireQuestion,
  random: () => number = () => 0,
): WireRow[] {
  const must = [...(query?.bool?.must ?? []), ...(query?.bool?.filter ?? [])];
  const found = rows.filter(
    (row) =>
      must.every((clause) => matches(row, clause)) &&
      !(query?.bool?.must_not ?? []).some((clause) => matches(row, clause)) &&
      (languages === null || languages.includes(row.language)),
  );
  if (sort === null) return found;
  // Sorting on a field drops the rows that lack it.
  const value = (row: WireRow) => values(row, sort.field)[0] ?? '';
  // Equal values come in another order with every request, so that a page may begin with the row that ended the last (§2.3).
  const sorted = found
    .filter((row) => value(row) !== '')
    .map((row) => ({ row, value: value(row), luck: random() }))
    .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.luck - b.luck))
    .map(({ row }) => row);
  return sort.order === 'DESC' ? sorted.reverse() : sorted;
}

/** Cuts a row down to the fields asked for; the real service then also leaves topicConditions out (§2.2). */
export function display(row: WireRow, fields: string[] | null): WireRow {
  if (fields === null) return row;
  const shown = Object.entries(row.metadata).filter(([name]) => fields.includes(name) && name !== 'topicConditions');
  return { ...row, metadata: Object.fromEntries(shown) };
}

function matches(row: WireRow, { terms, range }: Clause): boolean {
  const inTerms = Object.entries(terms ?? {}).every(([field, allowed]) =>
    values(row, field).some((value) => allowed.includes(value)),
  );
  const inRange = Object.entries(range ?? {}).every(([field, bounds]) => {
    const isLong = Object.values(bounds).every((bound) => /T\d\d:/.test(bound ?? ''));
    const own = values(row, field);
    // A bare day compares nothing: everything that has a date passes (§0 rule 8).
    if (!isLong) return own.length > 0;
    return own.some(
      (value) => (bounds.gte === undefined || value >= bounds.gte) && (bounds.lt === undefined || value < bounds.lt),
    );
  });
  return inTerms && inRange;
}

function values(row: WireRow, field: string): string[] {
  const value = row.metadata[field];
  return Array.isArray(value) ? value.map(String) : [];
}
