import { describe, expect, it } from 'vitest';
import { mute } from '../../../db/repositories/mutes.ts';
import type { TopicDraft } from '../../../src/domain/topic.ts';
import { scoreTopics } from '../../../src/services/matching/score-topics.ts';
import { shortlist, shortlistSchema } from '../../../src/services/matching/shortlist.ts';
import { whyNot } from '../../../src/services/matching/why-not.ts';
import { listTopics, listTopicsSchema } from '../../../src/services/topics/list-topics.ts';
import { depsOf } from '../../support/deps.ts';
import { emptyStore, seed } from '../../support/store.ts';
import { aRound, aTopic } from '../../support/topics.ts';

async function scored(...topics: TopicDraft[]) {
  const store = await emptyStore();
  await seed(store, topics);
  const deps = depsOf(store);
  await scoreTopics({ deps });
  const keys = async (query: object = {}) =>
    (await shortlist({ deps, input: shortlistSchema.parse(query) })).items.map((item) => item.identifier);
  const reason = async (identifier: string) => (await whyNot({ deps, input: { identifier } })).verdict;
  return { deps, keys, reason };
}

const city = (identifier: string, own: Partial<TopicDraft> = {}) =>
  aTopic({ identifier, title: 'Mobility in cities', ...own });

describe('Da valutare', () => {
  it('lists what is relevant and lies ahead, and says why the rest is not there', async () => {
    const { keys, reason } = await scored(
      city('OPEN'),
      city('FORTHCOMING', { rounds: [aRound({ opensOn: '2027-01-10', closesOn: '2027-04-20' })] }),
      city('CLOSED', { rounds: [aRound({ closesOn: '2026-11-19' })] }),
      city('UNKNOWN', { rounds: [], stated: { status: 'open', code: '31094502' } }),
      aTopic({ identifier: 'IRRELEVANT', title: 'Quantum sensors' }),
    );
    expect((await keys()).sort()).toEqual(['FORTHCOMING', 'OPEN', 'UNKNOWN']);
    expect(await reason('CLOSED')).toMatchObject({ listed: false, rule: 'closed' });
    expect(await reason('IRRELEVANT')).toMatchObject({ listed: false, rule: 'not-relevant' });
    expect(await reason('UNKNOWN')).toEqual({ listed: true, statusToVerify: true });
  });

  it('marks in every list the same calls as listed, whatever keeps the others off it', async () => {
    const { deps, keys } = await scored(
      city('OPEN'),
      city('CLOSED', { rounds: [aRound({ closesOn: '2026-11-19' })] }),
      city('MUTED'),
      city('TOMORROW', { rounds: [aRound({ closesOn: '2026-11-24' })] }),
      city('ERC-2027-STG', { typesOfAction: ['ERC-STG'] }),
      aTopic({ identifier: 'IRRELEVANT', title: 'Quantum sensors' }),
    );
    await mute(deps.db, 'MUTED', '2026-11-22T09:00:00Z', 'not ours');
    const { items } = await listTopics({ deps, input: listTopicsSchema.parse({}) });
    expect(items).toHaveLength(6);
    expect(items.filter(({ listed }) => listed).map(({ identifier }) => identifier)).toEqual(await keys());
  });

  it('forgets a muted topic at once', async () => {
    const { deps, keys, reason } = await scored(city('LOUD'), city('MUTED'));
    expect(await keys()).toContain('MUTED');
    await mute(deps.db, 'MUTED', '2026-11-22T09:00:00Z', 'not ours');
    expect(await keys()).toEqual(['LOUD']);
    expect(await reason('MUTED')).toMatchObject({ rule: 'muted' });
  });

  it('drops a call that leaves no time even for a letter', async () => {
    const { keys, reason } = await scored(city('TOMORROW', { rounds: [aRound({ closesOn: '2026-11-24' })] }));
    expect(await keys()).toEqual([]);
    expect(await reason('TOMORROW')).toMatchObject({ rule: 'not-eligible', eligibilityRule: 'H6' });
  });

  it('drops what only researchers may apply for', async () => {
    const { keys, reason } = await scored(city('ERC-2027-STG', { typesOfAction: ['ERC-STG'] }));
    expect(await keys()).toEqual([]);
    expect(await reason('ERC-2027-STG')).toMatchObject({ rule: 'not-eligible', eligibilityRule: 'H3' });
  });

  it('can be read as it was on a past day', async () => {
    const { keys } = await scored(
      city('PAST', { rounds: [aRound({ opensOn: '2026-02-01', closesOn: '2026-09-15' })] }),
    );
    expect(await keys()).toEqual([]);
    expect(await keys({ asOf: '2026-04-01' })).toEqual(['PAST']);
  });

  it('gives each topic its reasons, its possible role and the last day to start', async () => {
    const { deps } = await scored(city('REASONS', { rounds: [aRound({ closesOn: '2027-02-25' })] }));
    const { items } = await shortlist({ deps, input: shortlistSchema.parse({}) });
    expect(items[0]?.reasons.map((item) => item.phrase)).toContain('cities');
    // 95 days: too few for a coordinator's 16 weeks, enough for the ten of the next role or the five of a partner.
    expect(items[0]).toMatchObject({
      daysLeft: 95,
      inTime: false,
      possibleRole: 'partner',
      leadTimeDays: 35,
      lastDayToStart: '2027-01-21',
    });
  });

  it('puts a call of little time after one of much, of equal relevance', async () => {
    const { keys } = await scored(
      city('HURRY', { rounds: [aRound({ closesOn: '2026-12-10' })] }),
      city('TIME', { rounds: [aRound({ closesOn: '2027-09-10' })] }),
    );
    expect(await keys()).toEqual(['TIME', 'HURRY']);
  });

  it('is split by pillar', async () => {
    const { keys } = await scored(city('MOVE'), aTopic({ identifier: 'HOME', title: 'Housing in the city' }));
    expect(await keys({ pillar: 'living' })).toEqual(['HOME']);
  });
});

describe('a laboratory', () => {
  it('narrows the list to the pillars that it works on, together with a pillar', async () => {
    const { deps, keys } = await scored(
      city('MOBILITY'),
      aTopic({ identifier: 'DEMOCRACY', title: 'Democracy in cities' }),
      aTopic({ identifier: 'BUSINESS', title: 'Business in cities' }),
    );
    expect(deps.profile.laboratories).toHaveLength(7);
    expect((await keys({ laboratory: 'citta-globale' })).sort()).toEqual(['BUSINESS', 'DEMOCRACY']);
    expect(await keys({ laboratory: 'citta-globale', pillar: 'governance' })).toEqual(['DEMOCRACY']);
    expect(await keys({ laboratory: 'citta-globale', pillar: 'mobility' })).toEqual([]);
  });

  it('that the city does not have is refused by name', async () => {
    const { keys } = await scored(city('MOBILITY'));
    await expect(keys({ laboratory: 'porto' })).rejects.toThrow(/«porto».*citta-globale/);
  });
});
