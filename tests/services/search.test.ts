import { beforeAll, describe, expect, it } from 'vitest';
import { listTopics, listTopicsSchema } from '../../src/services/topics/list-topics.ts';
import { readQuery } from '../../src/services/topics/search-query.ts';
import { depsOf } from '../support/deps.ts';
import type { TestStore } from '../support/engine.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aSection, aTopic } from '../support/topics.ts';

describe('search', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await emptyStore();
    await seed(store, [
      aTopic({ identifier: 'CYCLE-01', title: 'Safe streets', sections: [aSection('More cycle paths for commuters')] }),
      aTopic({ identifier: 'CYCLE-02', title: 'Walking and cycling in cities' }),
      aTopic({ identifier: 'WATER-01', title: 'The water cycle of glaciers' }),
      aTopic({
        identifier: 'TEXTILE-01',
        title: 'Sorting of textiles at city level',
        keywords: ['Circular economy', 'Life Cycle Analysis', 'Ecodesign'],
      }),
      aTopic({ identifier: 'WASTE-01', title: 'Recycling of household waste' }),
      aTopic({ identifier: 'LC-SC3-SCC-1-2018-2019-2020', title: 'Smart Cities and Communities' }),
      aTopic({ identifier: 'GENDER-01', title: 'Preventing gender-based violence' }),
      aTopic({ identifier: 'QUANTUM-01', title: 'Next generation quantum networks' }),
      aTopic({ identifier: 'ISF-2026-TF2-AG-THB', title: 'Trafficking in human beings' }),
      aTopic({ identifier: 'CARE-01', title: 'Healthy ageing at home' }),
      aTopic({ identifier: 'LIGHT-01', title: 'Street lighting with sensors' }),
      aTopic({ identifier: 'LIGHT-02', title: 'Future multirole light aircraft' }),
      aTopic({ identifier: 'HERITAGE-01', title: 'Património e città: old towns' }),
    ]);
  });
  const find = async (q: string) => {
    const { items } = await listTopics({ deps: depsOf(store), input: listTopicsSchema.parse({ q }) });
    return items.map((item) => item.identifier).sort();
  };

  it.each(['pista ciclabile', 'piste ciclabili', 'Pista  CICLABILE!'])(
    '«%s» finds cycling, neither the water cycle nor the life cycle of a city’s textiles',
    async (q) => {
      expect(await find(q)).toEqual(['CYCLE-01', 'CYCLE-02']);
    },
  );
  it.each([
    ['violenza di genere', ['GENDER-01']],
    ['la violenza sulle donne', ['GENDER-01']],
    ['illuminazione pubblica', ['LIGHT-01']],
    ['anziani', ['CARE-01']],
  ])('«%s» finds what it means, not a word of like stem', async (q, found) => {
    expect(await find(q)).toEqual(found);
  });

  it('«rifiuti» finds waste', async () => expect(await find('rifiuti')).toEqual(['WASTE-01']));
  it('folds accents both ways', async () => {
    expect(await find('patrimonio')).toEqual(['HERITAGE-01']);
    expect(await find('citta')).toEqual(await find('città'));
  });
  it.each(['LC-SC3-SCC-1-2018-2019-2020', 'lc-sc3-scc', 'SC3-SCC-1-2018'])(
    'finds a topic by «%s» of its identifier',
    async (q) => {
      expect(await find(q)).toEqual(['LC-SC3-SCC-1-2018-2019-2020']);
    },
  );
  it('finds a word by its beginning', async () => expect(await find('glaci')).toEqual(['WATER-01']));
  it('asks for every word, and for any where none has them all', async () => {
    expect(await find('household recycling')).toEqual(['WASTE-01']);
    expect(await find('glaciers household')).toEqual(['WASTE-01', 'WATER-01']);
  });
  it('takes a phrase word by word where no call has it', async () => {
    expect(await find('acqua potabile')).toEqual(['WATER-01']);
  });
  it('finds nothing for a word that stands nowhere', async () => expect(await find('zzyzx')).toEqual([]));
  it.each(['"', 'a" OR title:*', 'NEAR(', '((', 'waste AND', '-', '*', "'; drop table topics"])(
    'takes «%s» as words',
    async (q) => {
      await expect(find(q)).resolves.toBeInstanceOf(Array);
    },
  );
  it('puts only quoted words into MATCH', () => {
    expect(readQuery('x" OR y')?.every).not.toMatch(/(^|[( ])[xy]([ )]|$)/);
    expect(readQuery(' - ')).toBeNull();
  });
});
