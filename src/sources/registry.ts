import type { Fetcher } from '../domain/ports.ts';
import { openFtPortal } from './ft-portal/adapter.ts';
import { ftPortalCard } from './ft-portal/card.ts';
import { ftPortalMapping } from './ft-portal/mapping.ts';
import { ARCHIVES, LIVING } from './ft-portal/query.ts';
import type { Mapping } from './mapping.ts';
import type { Reading } from './reading.ts';
import type { SourceCard } from './source.ts';

export interface OpenOptions {
  fetcher: Fetcher;
  endpoints: { ftPortalSearchUrl: string; ftPortalDataUrl: string };
  archive: string | null;
  signal?: AbortSignal;
}

export interface Source {
  card: SourceCard;
  /** Names of the closed archives that `collect --archive` can fill. */
  archives: readonly string[];
  open(options: OpenOptions): Reading;
  mapping: Mapping;
}

/** Every source that `collect` reads. The only list. */
export const SOURCES: readonly Source[] = [
  {
    card: ftPortalCard,
    archives: Object.keys(ARCHIVES),
    mapping: ftPortalMapping,
    open: ({ fetcher, endpoints, archive, signal }) =>
      openFtPortal({
        fetcher,
        searchUrl: endpoints.ftPortalSearchUrl,
        dataUrl: endpoints.ftPortalDataUrl,
        scope: (archive === null ? undefined : ARCHIVES[archive]) ?? LIVING,
        ...(signal ? { signal } : {}),
      }),
  },
];

export const findSource = (id: string): Source | undefined => SOURCES.find((source) => source.card.id === id);
