import { z } from 'zod';
import type { Issue } from '../../domain/issue.ts';
import type { Fetcher } from '../../domain/ports.ts';
import { programmeById } from '../../domain/programme.ts';
import { kindByType, statusByCode } from './lookups.ts';
import { type Scope, SEARCH_KINDS } from './query.ts';

const facetSchema = z.looseObject({
  facets: z.array(
    z.looseObject({
      name: z.string(),
      values: z.array(
        z.looseObject({ rawValue: z.string(), value: z.string().nullish(), count: z.number().nullish() }),
      ),
    }),
  ),
});

/** Which codes of a facet we know. Its labels are half-encoded and lossy (PORTAL-CONTRACT §2.9): only its ids count. */
const KNOWN: Readonly<Record<string, (code: string) => boolean>> = {
  status: (code) => statusByCode(code) !== null,
  type: (code) => kindByType(code) !== null,
  frameworkProgramme: (code) => programmeById(code) !== null,
};

const MAX_BYTES = 32 * 1024 * 1024;

/** Codes that the index uses for our rows and that our tables lack. */
export async function findUnknownCodes(
  fetcher: Fetcher,
  searchUrl: string,
  scope: Scope,
  signal?: AbortSignal,
): Promise<Issue[]> {
  const terms = [
    { terms: { type: scope.kinds.map((kind) => SEARCH_KINDS[kind].type) } },
    { terms: { status: scope.statuses } },
    { terms: { DATASOURCE: scope.datasources } },
  ];
  const { json } = await fetcher.fetch({
    url: `${searchUrl}/facet?apiKey=SEDIA&text=***`,
    method: 'POST',
    parts: { query: { bool: { must: terms } }, languages: ['en'], displayLanguage: 'en' },
    json: true,
    maxBytes: MAX_BYTES,
    ...(signal ? { signal } : {}),
  });
  const answer = facetSchema.safeParse(json);
  if (!answer.success) return [];
  return answer.data.facets.flatMap(({ name, values }) => {
    const isKnown = KNOWN[name];
    if (isKnown === undefined) return [];
    return values
      .filter(({ rawValue }) => !isKnown(rawValue))
      .map(({ rawValue, value, count }) => ({
        kind: 'unknown-code' as const,
        subject: `${name} ${rawValue}`,
        message: `the facet ${name} has a code that our table lacks, on ${count ?? 'some'} rows`,
        value: value ?? rawValue,
      }));
  });
}
