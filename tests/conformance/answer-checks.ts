import { type Check, list, PREFIX, read, search, someOpportunity } from './ask.ts';
import { sameJson } from './compare.ts';
import { errorAnswer } from './protocol.ts';
import { demand, expectAnswer } from './server.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Every route answers as the protocol writes it. */
export const ANSWER_CHECKS: readonly Check[] = [
  {
    name: 'list-answers-by-the-schema',
    async run(ask) {
      await list(ask);
      await someOpportunity(ask);
    },
  },
  {
    name: 'read-answers-by-the-schema',
    async run(ask) {
      await read(ask, (await someOpportunity(ask)).id);
    },
  },
  {
    name: 'search-answers-by-the-schema',
    async run(ask) {
      await search(ask, {});
    },
  },
  {
    name: 'read-gives-what-the-list-gave',
    async run(ask) {
      const listed = await someOpportunity(ask);
      const { competitions: _own, ...data } = (await read(ask, listed.id)).data;
      demand(sameJson(data, listed), `${listed.id}: the list and the single reading differ`);
    },
  },
  {
    name: 'unknown-id-is-404-with-the-error-body',
    async run(ask) {
      await expectAnswer(ask, `${PREFIX}/${NOBODY}`, { status: 404, schema: errorAnswer(404) });
    },
  },
];
