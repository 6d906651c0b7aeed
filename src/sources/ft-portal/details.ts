import { FetchFailure } from '../../domain/fetch-failure.ts';
import type { Fetcher } from '../../domain/ports.ts';
import type { DetailsAnswer } from '../reading.ts';
import { topicDetailsSchema } from './payload.ts';

const MAX_BYTES = 16 * 1024 * 1024;

/** The path is case-sensitive and wants lower case; upper case answers 404 (PORTAL-CONTRACT §3, seen 2026-09). */
export function detailsUrl(dataUrl: string, identifier: string): string {
  return `${dataUrl}/topicDetails/${encodeURIComponent(identifier.toLowerCase())}.json`;
}

/** Reads the details file of a topic; a file that does not exist is an answer, not a failure. */
export async function fetchDetails(
  fetcher: Fetcher,
  url: string,
  validators: { etag: string | null; lastModified: string | null },
  signal?: AbortSignal,
): Promise<DetailsAnswer> {
  try {
    const document = await fetcher.fetch({
      url,
      json: true,
      maxBytes: MAX_BYTES,
      ...validators,
      ...(signal ? { signal } : {}),
    });
    if (document.status === 304) return { outcome: 'unchanged' };
    if (!topicDetailsSchema.safeParse(document.json).success) {
      throw new FetchFailure('unexpected-shape', `${url} answered without «TopicDetails»`, 200);
    }
    const { body, etag, lastModified, json } = document;
    return { outcome: 'found', payload: json, body, etag, lastModified };
  } catch (error) {
    if (error instanceof FetchFailure && error.status === 404) return { outcome: 'absent' };
    throw error;
  }
}
