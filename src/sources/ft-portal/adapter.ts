import type { Fetcher } from '../../domain/ports.ts';
import type { TopicKind } from '../../domain/topic.ts';
import type { Reading, SourceRow } from '../reading.ts';
import { bulkUrl, openBulk } from './cross-check.ts';
import { detailsUrl, fetchDetails } from './details.ts';
import { findUnknownCodes } from './facet.ts';
import { readPass } from './pass.ts';
import { hundreds, KEY_FIELDS, nameQuery, type Scope, SEARCH_KINDS, scopeQuery, without } from './query.ts';
import { namesOf } from './row-identity.ts';
import { createSearch } from './search.ts';
import { readUnsorted } from './unsorted.ts';

export interface FtPortal {
  fetcher: Fetcher;
  searchUrl: string;
  dataUrl: string;
  scope: Scope;
  signal?: AbortSignal;
}

const ENGLISH = ['en'] as const;

/** Opens the Funding & Tenders portal for one reading. */
export function openFtPortal({ fetcher, searchUrl, dataUrl, scope, signal }: FtPortal): Reading {
  const ask = createSearch(fetcher, searchUrl, signal);
  const sorted = (kind: TopicKind) => ({
    query: scopeQuery(kind, scope),
    sortBy: SEARCH_KINDS[kind].keyField,
    languages: ENGLISH,
  });
  return {
    kinds: scope.kinds,

    async count(kind) {
      const query = scopeQuery(kind, scope);
      const { answer } = await ask({ query, languages: ENGLISH, page: 1, pageSize: 1, displayFields: KEY_FIELDS });
      return answer.totalResults;
    },

    pass: (kind, depth, from) =>
      readPass(ask, kind, depth === 'full' ? sorted(kind) : { ...sorted(kind), displayFields: KEY_FIELDS }, from),

    unsorted: (kind, listed) => readUnsorted(ask, kind, scopeQuery(kind, scope), listed),

    otherLanguages: (kind, listed) =>
      readPass(ask, kind, { ...sorted(kind), query: without(scopeQuery(kind, scope), kind, listed), languages: null }),

    async byName(kind, names) {
      const rows: SourceRow[] = [];
      for (const part of hundreds(names)) {
        const question = { query: nameQuery(kind, scope, part), sortBy: SEARCH_KINDS[kind].keyField, languages: null };
        for await (const page of readPass(ask, kind, question)) rows.push(...page.rows);
      }
      return rows;
    },

    namesOf,
    details: (identifier, validators) => fetchDetails(fetcher, detailsUrl(dataUrl, identifier), validators, signal),
    detailsUrl: (identifier) => detailsUrl(dataUrl, identifier),

    secondListUrl: bulkUrl(dataUrl),
    secondList: (validators) => openBulk(fetcher, bulkUrl(dataUrl), validators, signal),
    unknownCodes: () => findUnknownCodes(fetcher, searchUrl, scope, signal),
  };
}
