import { FetchFailure } from '../../domain/fetch-failure.ts';
import type { Fetcher } from '../../domain/ports.ts';
import type { CheckableRow } from './check-row.ts';
import { isRecord, type SearchAnswer, searchAnswerSchema } from './payload.ts';
import { PAGE_SIZE, type SearchQuestion, searchRequest } from './query.ts';

/** The part of a row that the network side reads; everything else is the mapping's. */
export interface RawRow extends CheckableRow {
  reference: string;
}

/** Deep enough to go on with; the mapping checks the values. */
function isRow(value: unknown): value is RawRow {
  if (!isRecord(value)) return false;
  const { reference, metadata } = value;
  return isRecord(metadata) && typeof reference === 'string' && reference !== '';
}

export interface SearchPage {
  answer: SearchAnswer;
  rows: RawRow[];
  /** Entries of `results` that are no rows at all. */
  unreadable: number;
}

export type Ask = (question: SearchQuestion) => Promise<SearchPage>;

/** Asks the search API one question and checks that the answer is one, and the answer to it. */
export function createSearch(fetcher: Fetcher, searchUrl: string, signal?: AbortSignal): Ask {
  return async (question) => {
    const request = searchRequest(searchUrl, question, signal);
    const document = await fetcher.fetch(request);
    const parsed = searchAnswerSchema.safeParse(document.json);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new FetchFailure(
        'unexpected-shape',
        `${request.url}: no search answer (${issue?.path.join('.')}: ${issue?.message})`,
      );
    }
    const answer = parsed.data;
    const asked = question.pageSize ?? PAGE_SIZE;
    if (answer.pageSize !== asked || answer.pageNumber !== question.page) {
      const echoed = `page ${answer.pageNumber} of size ${answer.pageSize}`;
      throw new FetchFailure('page-size-ignored', `asked for page ${question.page} of size ${asked}, got ${echoed}`);
    }
    const rows = answer.results.filter(isRow);
    return { answer, rows, unreadable: answer.results.length - rows.length };
  };
}
