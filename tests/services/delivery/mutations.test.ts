import { describe, expect, it } from 'vitest';
import {
  addMute,
  addSearch,
  followTopic,
  updateSubscription,
} from '../../../db/repositories/delivery/subscriptions.ts';
import { dossiers } from '../../../db/schema/index.ts';
import type { Grant } from '../../../src/domain/desk/people/person.ts';
import { prepareDigests } from '../../../src/services/delivery/prepare-digests.ts';
import { setDisabled } from '../../../src/services/people/manage-person.ts';
import { score } from '../../feeds/stage.ts';
import { BUSES, deliveryWorld, HEAT, LABORATORY, MONDAY, OLD, type World } from './world.ts';

type Act = (world: World, person: string) => Promise<unknown>;
const mute =
  (kind: 'topic' | 'pillar' | 'partner' | 'kind', value: string, untilChange = false): Act =>
  ({ store }, personId) =>
    addMute(store.db, { personId, kind, value, untilChange, changeMark: 0, mutedAt: MONDAY });
const set =
  (own: Parameters<typeof updateSubscription>[2]): Act =>
  ({ store }, person) =>
    updateSubscription(store.db, person, own);
const topic =
  (...drafts: ReturnType<typeof BUSES>[]): Act =>
  ({ topics }) =>
    topics(drafts);
const change =
  (field: Parameters<World['change']>[1]['field'], before: unknown, after: unknown, material = true): Act =>
  (world) =>
    world.change(OLD.key, { field, before, after, material });
const nothing: Act = async () => undefined;
const search: Act = ({ store }, personId) =>
  addSearch(store.db, { personId, query: 'buses', pillar: null, createdAt: MONDAY });

const followAt =
  (followedAt: string): Act =>
  ({ store }, personId) =>
    followTopic(store.db, { personId, topicKey: OLD.key, followedAt });
const follow = followAt('2026-11-18T09:00:00Z');

/** One's own dossier, of a matter that no catalogue holds. */
const dossier =
  (deadlineAt: string): Act =>
  ({ store }, ownerId) =>
    store.db.insert(dossiers).values({
      id: 'd1',
      roundKey: 'd1#0',
      topicKey: null,
      roundSeq: 0,
      origin: { kind: 'ranked' } as never,
      title: 'Una lettera',
      deadlineAt,
      state: 'in-preparation',
      ownerId,
      weightSetId: 'w1',
      openedOn: '2026-11-01',
      updatedAt: '2026-11-01T09:00:00Z',
    });

const ALL: Grant = { role: 'secretariat' };
const MOBILITY: Grant = { role: 'group-member', group: 'mobility' };
const LIVING: Grant = { role: 'group-member', group: 'living' };
const many = () => Array.from({ length: 61 }, (_, n) => ({ ...BUSES(), key: `B-${n}`, identifier: `B-${n}` }));

/** What happens in a week, and whether a mail tells of it. */
const TABLE: [string, Grant, Act[], 'mail' | 'no mail', string?][] = [
  ['nothing', ALL, [nothing], 'no mail'],
  ['a new call', ALL, [topic(BUSES())], 'mail'],
  ['a new call that is not for a city', ALL, [topic(LABORATORY())], 'no mail'],
  ['a new call of one’s pillar', MOBILITY, [topic(BUSES())], 'mail'],
  ['a new call of another pillar', LIVING, [topic(BUSES())], 'no mail'],
  ['a new call found by a saved search', LIVING, [search, topic(BUSES())], 'mail'],
  ['a new call that the search does not find', LIVING, [search, topic(HEAT())], 'no mail'],
  ['a burst of sixty-one calls, told as one', ALL, [topic(...many())], 'mail', '61 bandi arrivati insieme'],
  ['a burst in another pillar', LIVING, [topic(...many())], 'no mail'],
  ['two pillars at once', ALL, [topic(BUSES(), HEAT())], 'mail'],
  ['a deadline that moved', ALL, [change('deadlines', ['2027-01-28T16:00Z'], ['2027-02-28T16:00Z'])], 'mail'],
  ['a budget that moved', ALL, [change('budgetEur', [1e6], [2e6])], 'mail'],
  ['a call that opened', ALL, [change('statedStatus', 'forthcoming', 'open')], 'mail'],
  [
    'an edited text',
    ALL,
    [change('text', [{ heading: 'Scope', excerpt: 'a' }], [{ heading: 'Scope', excerpt: 'b' }])],
    'mail',
  ],
  ['keywords', ALL, [change('keywords', ['a'], ['b'], false)], 'no mail'],
  ['an address', ALL, [change('url', 'a', 'b', false)], 'no mail'],
  ['a change that was undone', ALL, [change('budgetEur', [1], [2]), change('budgetEur', [2], [1])], 'no mail'],
  ['a change in another pillar', LIVING, [change('budgetEur', [1], [2])], 'no mail'],
  ['a change in one’s pillar', MOBILITY, [change('budgetEur', [1], [2])], 'mail'],
  ['a muted topic that changed', ALL, [mute('topic', OLD.key), change('budgetEur', [1], [2])], 'no mail'],
  ['a topic muted until it changes', ALL, [mute('topic', OLD.key, true), change('budgetEur', [1], [2])], 'mail'],
  ['a muted pillar', ALL, [mute('pillar', 'mobility'), topic(BUSES())], 'no mail'],
  ['another muted pillar', ALL, [mute('pillar', 'living'), topic(BUSES())], 'mail'],
  ['digests muted as a kind', ALL, [mute('kind', 'digest'), topic(BUSES())], 'no mail'],
  ['reminders muted as a kind', ALL, [mute('kind', 'reminder'), topic(BUSES())], 'mail'],
  ['frequency off', ALL, [set({ frequency: 'off' }), topic(BUSES())], 'no mail'],
  ['daily', ALL, [set({ frequency: 'daily' }), topic(BUSES())], 'mail'],
  ['an address that bounced', ALL, [set({ bouncedAt: MONDAY }), topic(BUSES())], 'no mail'],
  ['English', ALL, [set({ language: 'en' }), topic(BUSES())], 'mail', 'new call'],
  ['a subscription begun after the hour', ALL, [set({ since: MONDAY }), topic(BUSES())], 'no mail'],
  ['an opening day that moved', ALL, [change('opensOn', ['2026-09-15'], ['2026-10-15'])], 'mail'],
  ['another number of grants', ALL, [change('expectedGrants', [2], [4])], 'mail'],
  ['another type of action', ALL, [change('typesOfAction', ['RIA'], ['IA'])], 'mail'],
  ['another title', ALL, [change('title', 'a', 'b')], 'mail'],
  ['another call title', ALL, [change('callTitle', 'a', 'b', false)], 'no mail'],
  [
    'a pillar muted until it changes, and it did',
    ALL,
    [mute('pillar', 'mobility', true), change('budgetEur', [1], [2])],
    'mail',
  ],
  ['alerts muted as a kind', ALL, [mute('kind', 'alert'), topic(BUSES())], 'mail'],
  ['a muted partner of whom nothing is followed', ALL, [mute('partner', 'atm'), topic(BUSES())], 'mail'],
  ['a followed call in another pillar, which alerts tell', LIVING, [follow, change('budgetEur', [1], [2])], 'no mail'],
  [
    'a followed call in one’s own pillar, which alerts tell too',
    ALL,
    [follow, change('budgetEur', [1], [2])],
    'no mail',
  ],
  [
    'a call followed only after it changed, which no alert told',
    ALL,
    [change('budgetEur', [1], [2]), followAt('2026-11-21T09:00:00Z')],
    'mail',
    '1 bando cambiato',
  ],
  [
    'the same beside other news, where it stands in the list',
    ALL,
    [follow, change('budgetEur', [1], [2]), topic(BUSES())],
    'mail',
    '1 nuovo bando, 1 bando cambiato',
  ],
  [
    'a followed call in another pillar, alerts muted',
    LIVING,
    [follow, mute('kind', 'alert'), change('budgetEur', [1], [2])],
    'mail',
  ],
  ['a deadline of one’s dossier that came near', ALL, [dossier('2026-12-18T16:00:00Z')], 'mail'],
  ['a deadline of one’s dossier that was near already', ALL, [dossier('2026-12-10T16:00:00Z')], 'no mail'],
  ['a deadline of one’s dossier far ahead', ALL, [dossier('2027-03-10T16:00:00Z')], 'no mail'],
  ['a search muted by its pillar', LIVING, [search, mute('pillar', 'mobility'), topic(BUSES())], 'no mail'],
  [
    'a person shut out',
    ALL,
    [({ deps }, person) => setDisabled({ deps, input: { by: null, person, disabled: true } }), topic(BUSES())],
    'no mail',
  ],
];

describe('a partner that one follows, and muted', () => {
  const PINA: Grant = { role: 'partner', body: 'politecnico-di-milano' };
  const OURS = 'politecnico-di-milano';
  const fits =
    (drafts: ReturnType<typeof BUSES>[]): Act =>
    async (world) => {
      await world.topics(drafts);
      await score(world.store, drafts, { partners: { [OURS]: 0.9, atm: 0.9 } });
    };
  const mailsOf = async (...acts: Act[]) => {
    const world = await deliveryWorld();
    const person = await world.person([PINA]);
    for (const act of acts) await act(world, person);
    await prepareDigests({ deps: world.deps });
    const mails = await world.ledger();
    world.store.close();
    return mails;
  };

  it('brings what fits it, and nothing new any more once muted; another muted partner changes nothing', async () => {
    const [mail] = await mailsOf(fits([BUSES()]));
    expect(mail?.text).toContain(BUSES().title);
    expect(await mailsOf(mute('partner', OURS), fits([BUSES()]))).toEqual([]);
    expect(await mailsOf(mute('partner', 'atm'), fits([BUSES()]))).toHaveLength(1);
  });

  it('leaves in the mail what comes for another reason', async () => {
    const [mail, ...more] = await mailsOf(search, mute('partner', OURS), fits([BUSES(), HEAT()]));
    expect(more).toEqual([]);
    expect(mail?.text).toContain(BUSES().title);
    expect(mail?.text).not.toContain(HEAT().title);
  });
});

describe('a week', () => {
  it.each(TABLE)('with %s (%o)', async (_what, grant, acts, outcome, words) => {
    const world = await deliveryWorld();
    const person = await world.person([grant]);
    for (const act of acts) await act(world, person);
    await prepareDigests({ deps: world.deps });
    const mails = await world.ledger();
    expect(mails).toHaveLength(outcome === 'mail' ? 1 : 0);
    if (words !== undefined) expect(mails[0]?.subject).toContain(words);
    await prepareDigests({ deps: world.deps });
    expect(await world.ledger()).toHaveLength(mails.length);
    world.store.close();
  });
});
