import { JSONParser } from '@streamparser/json';
import { FetchFailure } from '../../domain/fetch-failure.ts';
import type { Fetcher } from '../../domain/ports.ts';
import type { ListedElsewhere, SecondList } from '../reading.ts';
import { mapBulkItem } from './bulk.ts';

const MAX_BYTES = 512 * 1024 * 1024;
const ITEMS = '$.fundingData.GrantTenderObj.*';

export const bulkUrl = (dataUrl: string): string => `${dataUrl}/referenceData/grantsTenders.json`;

/** Opens `grantsTenders.json`, 130 MB rebuilt daily (PORTAL-CONTRACT §4.1): conditional, and read as a stream. */
export async function openBulk(
  fetcher: Fetcher,
  url: string,
  validators: { etag: string | null; lastModified: string | null },
  signal?: AbortSignal,
): Promise<SecondList> {
  const stream = await fetcher.stream({ url, maxBytes: MAX_BYTES, ...validators, ...(signal ? { signal } : {}) });
  const { status, etag, lastModified } = stream;
  return { url, etag, lastModified, items: status === 304 ? null : readItems(stream.chunks, url) };
}

/** One item at a time: the whole would need more than a gigabyte as one parsed value. */
export async function* readItems(chunks: AsyncIterable<Uint8Array>, url: string): AsyncGenerator<ListedElsewhere> {
  const found: ListedElsewhere[] = [];
  const parser = new JSONParser({ paths: [ITEMS], keepStack: false, stringBufferSize: 65_536 });
  parser.onValue = ({ value }) => {
    const facts = mapBulkItem(value);
    if (facts !== null) found.push(facts);
  };
  let failure: FetchFailure | null = null;
  parser.onError = (error) => {
    failure ??= new FetchFailure('cut-json', `${url} is not whole: ${error.message}`, 200);
  };
  for await (const chunk of chunks) {
    parser.write(chunk);
    if (failure !== null) throw failure;
    yield* found.splice(0);
  }
  if (!parser.isEnded) throw new FetchFailure('cut-json', `${url} ended in the middle`, 200);
}
