import { expect, it } from 'vitest';
import { listProgrammes } from '../../../src/services/topics/list-programmes.ts';
import { emptyStore, seed } from '../../support/store.ts';
import { aTopic } from '../../support/topics.ts';

it('offers the programmes of which there is a topic, and no other', async () => {
  const store = await emptyStore();
  expect(await listProgrammes({ deps: store })).toEqual([]);
  await seed(store, [aTopic({ programme: 'LIFE' }), aTopic({ programme: 'LIFE' }), aTopic({ programme: null })]);
  expect(await listProgrammes({ deps: store })).toEqual([{ programme: 'LIFE', topics: 2 }]);
});
