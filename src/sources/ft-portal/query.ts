import type { FetchRequest } from '../../domain/ports.ts';
import type { TopicKind } from '../../domain/topic.ts';

/**
 * Each kind is one `type` with a sort key that should be unique among its rows (PORTAL-CONTRACT §0 rule 3, §2.3). In the
 * rows of August 2026 `callccm2Id` is not: up to 14 cascade calls share one (ties.ts).
 */
export const SEARCH_KINDS = {
  topic: { type: '1', keyField: 'identifier' },
  cascade: { type: '8', keyField: 'callccm2Id' },
  external: { type: '2', keyField: 'callIdentifier' },
} as const satisfies Record<TopicKind, { type: string; keyField: string }>;

export const PAGE_SIZE = 100;
/** pageNumber × pageSize may not pass this (§2.2). */
export const RESULT_WINDOW = 10_000;
export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / PAGE_SIZE));
const MAX_PAGE_BYTES = 32 * 1024 * 1024;

/** What a stream consists of: the living one, or a closed archive. */
export interface Scope {
  statuses: readonly string[];
  frameworkProgrammes?: readonly string[];
  datasources: readonly string[];
  kinds: readonly TopicKind[];
}

export const LIVING: Scope = {
  statuses: ['31094501', '31094502'],
  datasources: ['SEDIA'],
  kinds: ['topic', 'cascade', 'external'],
};

/** Closed archives by programme. Rows of 2014–2020 may stand in the old index only, so both are asked (§4.3). */
export const ARCHIVES: Readonly<Record<string, Scope>> = {
  H2020: {
    statuses: ['31094503'],
    frameworkProgrammes: ['31045243'],
    datasources: ['SEDIA', 'SEDIA_PRD_CENTRICITY'],
    kinds: ['topic', 'cascade'],
  },
};

type Clause = { terms: Record<string, readonly string[]> } | { range: Record<string, { gte: string; lt: string }> };
export interface Query {
  bool: { must: Clause[]; must_not?: Clause[] };
}

export function scopeQuery(kind: TopicKind, scope: Scope): Query {
  const must: Clause[] = [
    { terms: { type: [SEARCH_KINDS[kind].type] } },
    { terms: { status: scope.statuses } },
    { terms: { DATASOURCE: scope.datasources } },
  ];
  if (scope.frameworkProgrammes) must.push({ terms: { frameworkProgramme: scope.frameworkProgrammes } });
  return { bool: { must } };
}

/** Rows by name, whatever their status: to learn what became of a topic. */
export function nameQuery(kind: TopicKind, scope: Scope, names: readonly string[]): Query {
  const { type, keyField } = SEARCH_KINDS[kind];
  return {
    bool: {
      must: [
        { terms: { type: [type] } },
        { terms: { DATASOURCE: scope.datasources } },
        { terms: { [keyField]: names } },
      ],
    },
  };
}

/** The same, without the rows that are known already; names go in hundreds (§2.1). */
export function without(query: Query, kind: TopicKind, names: readonly string[]): Query {
  const { keyField } = SEARCH_KINDS[kind];
  return { bool: { ...query.bool, must_not: hundreds(names).map((part) => ({ terms: { [keyField]: part } })) } };
}

/** Only the rows with one of these sort keys. */
export function withKeys(query: Query, kind: TopicKind, keys: readonly string[]): Query {
  const { keyField } = SEARCH_KINDS[kind];
  return { bool: { ...query.bool, must: [...query.bool.must, { terms: { [keyField]: keys } }] } };
}

/** The index compares dates only in its own long form; a bare day would match everything (§0 rule 8). */
export function withinDays(query: Query, from: string, until: string): Query {
  const range = { gte: `${from}T00:00:00.000+0000`, lt: `${until}T00:00:00.000+0000` };
  return { bool: { ...query.bool, must: [...query.bool.must, { range: { es_SortDate: range } }] } };
}

export interface SearchQuestion {
  query: Query;
  page: number;
  pageSize?: number;
  sortBy?: string;
  /** `null`: rows in any language. */
  languages: readonly string[] | null;
  displayFields?: readonly string[];
}

/** What is asked, whatever the page. */
export type Question = Omit<SearchQuestion, 'page'>;

/** Page and size travel in the URL, everything else as JSON file parts (§2.1). */
export function searchRequest(searchUrl: string, question: SearchQuestion, signal?: AbortSignal): FetchRequest {
  const pageSize = question.pageSize ?? PAGE_SIZE;
  const parts: Record<string, unknown> = { query: question.query };
  if (question.languages !== null) parts.languages = question.languages;
  if (question.sortBy !== undefined) parts.sort = { field: question.sortBy, order: 'ASC' };
  if (question.displayFields !== undefined) parts.displayFields = question.displayFields;
  const url = `${searchUrl}/search?apiKey=SEDIA&text=***&pageSize=${pageSize}&pageNumber=${question.page}`;
  return { url, method: 'POST', parts, json: true, maxBytes: MAX_PAGE_BYTES, ...(signal ? { signal } : {}) };
}

/** Enough to know a row and to check it against what was asked. */
export const KEY_FIELDS = [
  'identifier',
  'callccm2Id',
  'callIdentifier',
  'ccm2Id',
  'type',
  'status',
  'DATASOURCE',
  'frameworkProgramme',
  'language',
] as const;

export function hundreds<T>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += 100) parts.push(items.slice(at, at + 100));
  return parts;
}
