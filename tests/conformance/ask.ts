import { listAnswer, type Opportunity, readAnswer, searchAnswer } from './protocol.ts';
import { type Ask, demand, expectAnswer, postJson } from './server.ts';

/** One claim about a server. */
export interface Check {
  name: string;
  /** Throws a `Finding` where the server does not conform. */
  run(ask: Ask): Promise<void>;
}

export const PREFIX = '/common-grants/opportunities';

export const list = (ask: Ask, query = '') =>
  expectAnswer(ask, `${PREFIX}${query}`, { status: 200, schema: listAnswer });
export const read = (ask: Ask, id: string) => expectAnswer(ask, `${PREFIX}/${id}`, { status: 200, schema: readAnswer });
export const search = (ask: Ask, body: unknown) =>
  expectAnswer(ask, `${PREFIX}/search`, { status: 200, schema: searchAnswer, init: postJson(body) });

/** The first of the list; without any there is nothing to check. */
export async function someOpportunity(ask: Ask): Promise<Opportunity> {
  const [first] = (await list(ask, '?page=1&pageSize=1')).items;
  demand(first !== undefined, 'the list is empty: put at least one opportunity in before checking');
  return first;
}
