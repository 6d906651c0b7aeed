import { expect, it } from 'vitest';
import { listTopics, listTopicsSchema } from '../../../src/services/topics/list-topics.ts';
import { depsOf } from '../../support/deps.ts';
import { emptyStore, seed } from '../../support/store.ts';
import { aSection, aTopic } from '../../support/topics.ts';

it('finds those that bear the word before those that speak of it, and each once over all pages, filtered or not', async () => {
  const store = await emptyStore();
  const bearing = Array.from({ length: 5 }, (_, n) => aTopic({ identifier: `NAME-${n}`, title: `Trams ${n}` }));
  const speaking = Array.from({ length: 7 }, (_, n) =>
    aTopic({ identifier: `TEXT-${n}`, title: `Other ${n}`, sections: [aSection(`${'trams '.repeat(12 + n)} run.`)] }),
  );
  await seed(store, [...speaking, ...bearing, aTopic({ title: 'Nothing of the kind' })]);
  const deps = depsOf(store);
  for (const narrowed of [{}, { status: 'open' }, { programme: 'HORIZON' }]) {
    const found: string[] = [];
    for (let page = 1; page <= 5; page += 1) {
      const input = listTopicsSchema.parse({ q: 'trams', page, pageSize: 3, ...narrowed });
      const { items, total } = await listTopics({ deps, input });
      expect(total).toBe(12);
      found.push(...items.map(({ identifier }) => identifier));
    }
    expect([...found].sort()).toEqual([...bearing, ...speaking].map(({ identifier }) => identifier).sort());
    expect(found.slice(0, 5).every((identifier) => identifier.startsWith('NAME-'))).toBe(true);
  }
});
