import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mute, unmute } from '../../db/repositories/mutes.ts';
import { dossiers, interests } from '../../db/schema/index.ts';
import { createClient, walk } from '../../src/client.ts';
import { issueApiKey } from '../../src/services/operate/api-keys.ts';
import { readPortal, score } from '../feeds/stage.ts';
import { appOf, depsOf, MILANO, TODAY } from '../support/deps.ts';
import type { TestStore } from '../support/engine.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aRound, aTopic } from '../support/topics.ts';

const ATM = 'atm';
const SHORTLIST = '/api/v1/shortlist';
const MATCHES = `/api/v1/partners/${ATM}/matches`;
const CURSOR = z.union([z.number(), z.string()]);
const page = z.object({
  items: z.array(z.record(z.string(), z.unknown())),
  page: z.int(),
  pageSize: z.int(),
  total: z.int(),
  next: CURSOR,
});

let store: TestStore;
beforeEach(async () => {
  store = await emptyStore();
});
afterEach(() => store.close());

const ask = async (path: string) => {
  const answer = await appOf(store).request(path);
  return page.parse(await answer.json());
};

const named = z.union([
  z.object({ identifier: z.string() }),
  z.object({ topic: z.object({ identifier: z.string() }) }),
  z.object({ id: z.string() }),
]);
const nameOf = (item: unknown): string => {
  const one = named.parse(item);
  return 'topic' in one ? one.topic.identifier : 'id' in one ? one.id : one.identifier;
};

/** A list in the middle of a walk. */
function walker(path: string, pageSize: number) {
  const met: string[] = [];
  let after: number | string = 0;
  const step = async () => {
    const { items, next } = await ask(`${path}?after=${after}&pageSize=${pageSize}`);
    met.push(...items.map(nameOf));
    after = next;
    return items.length > 0;
  };
  return { met, step };
}

const fresh = (n: number) => aTopic({ identifier: `${'AZ'[n % 2]}-NEW-${n}` });
const scored = async (identifier: string, relevance: number) =>
  await score(store, [aTopic({ identifier })], { relevance, partners: { [ATM]: relevance } });

/** What may happen to a ranked list between two pages of it. */
const event = fc.record({
  act: fc.constantFrom('re-rank', 'come', 'mute', 'unmute', 'sink', 'withdraw', 'rename'),
  at: fc.nat(7),
  relevance: fc.double({ min: 0.7, max: 1, noNaN: true }),
  asks: fc.nat(2),
});

describe.each([SHORTLIST, MATCHES])('who walks %s', (path) => {
  it('meets what stays in it exactly once, and nothing twice, however it is ranked anew meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 10 }), fc.integer({ min: 1, max: 3 }), async (events, pageSize) => {
        store.close();
        store = await emptyStore();
        const first = Array.from({ length: 8 }, (_, n) => aTopic({ identifier: `${'MAZ'[n % 3]}-${n}` }));
        await seed(store, first);
        for (const [n, { identifier }] of first.entries()) await scored(identifier, 0.7 + n / 30);
        const permanent = new Set(first.map(({ identifier }) => identifier));
        const { met, step } = walker(path, pageSize);
        for (const [n, { act, at, relevance, asks }] of events.entries()) {
          const key = first[at]?.identifier ?? '';
          if (act === 're-rank' && permanent.has(key)) await scored(key, relevance);
          if (act === 'come') {
            const newcomer = fresh(n);
            await seed(store, [newcomer], TODAY);
            await scored(newcomer.identifier, relevance);
          }
          if (act === 'unmute') await unmute(store.db, key);
          if (act === 'mute') await mute(store.db, key, TODAY, null);
          if (act === 'sink') await scored(key, 0);
          if (act === 'withdraw') await store.db.run(sql`update topics set withdrawn_at = ${TODAY} where key = ${key}`);
          if (act === 'rename') await store.db.run(sql`update topics set title = ${`Renamed ${n}`} where key = ${key}`);
          if (act === 'sink' || act === 'withdraw' || (act === 'mute' && path === SHORTLIST)) permanent.delete(key);
          for (let times = 0; times < asks; times += 1) await step();
        }
        while (await step());
        expect(met.length).toBe(new Set(met).size);
        expect([...permanent].filter((identifier) => !met.includes(identifier))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('joins the pages to the same list that page numbers give, and tells how many are left', async () => {
    const topics = Array.from({ length: 5 }, () => aTopic());
    await seed(store, topics);
    for (const [n, { identifier }] of topics.entries()) await scored(identifier, 0.75 + n / 20);
    const { met, step } = walker(path, 2);
    while (await step());
    expect(met).toEqual(topics.map(({ identifier }) => identifier));
    const leaves = [];
    for (const n of [1, 2, 3]) leaves.push(...(await ranked(`${path}?page=${n}&pageSize=2`)).items.map(nameOf));
    expect(leaves).toEqual(met.toReversed());
    const { next, total } = await ask(`${path}?after=0&pageSize=2`);
    expect(total).toBe(5);
    const then = await ask(`${path}?after=${next}&pageSize=200`);
    expect([then.total, then.items.length]).toEqual([3, 3]);
    expect(await ask(`${path}?after=${then.next}`)).toMatchObject({ items: [], total: 0, next: then.next });
  });
});

const ranked = async (path: string) => page.omit({ next: true }).parse(await (await appOf(store).request(path)).json());

describe('an entry of the shortlist', () => {
  it('bears its place, so that who walks can rank what was walked', async () => {
    const topics = Array.from({ length: 3 }, () => aTopic());
    await seed(store, topics);
    for (const [n, { identifier }] of topics.entries()) await scored(identifier, 0.75 + n / 20);
    expect((await ask(`${SHORTLIST}?after=0`)).items.map(({ rank }) => rank)).toEqual([3, 2, 1]);
    expect((await ranked(`${SHORTLIST}?page=2&pageSize=2`)).items.map(({ rank }) => rank)).toEqual([3]);
  });
});

describe('who walks the changes of one topic', () => {
  it('meets them the oldest first and no other topic’s, from a day on where that is asked', async () => {
    const [moved, other] = [aTopic(), aTopic()];
    const closing = (topic: typeof moved, day: string) => ({ ...topic, rounds: [aRound({ closesOn: day })] });
    for (const n of [1, 2, 3, 4])
      await readPortal(
        store,
        `2026-09-0${n}T05:00:00Z`,
        [moved, other].map((topic) => closing(topic, `2027-03-0${n}`)),
      );
    const path = `/api/v1/topics/${moved.identifier}/changes`;
    const first = await ask(`${path}?after=0&pageSize=2`);
    expect([first.items.map(({ at }) => at), first.total]).toEqual([
      ['2026-09-02T05:00:00Z', '2026-09-03T05:00:00Z'],
      3,
    ]);
    expect(await ask(`${path}?after=${first.next}`)).toMatchObject({ items: [{ topic: moved.key }], total: 1 });
    expect((await ask(`${path}?after=0&since=2026-09-04`)).items).toHaveLength(1);
    expect((await ask(`/api/v1/changes?after=0&since=2026-09-04`)).items).toHaveLength(2);
  });
});

describe('who walks the partners', () => {
  it('meets each once, though the city takes one in and one leaves meanwhile', async () => {
    const [first, second, third, ...others] = MILANO.partners;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three partners at least');
    const before = { ...MILANO, partners: [first, third, ...others] };
    const after = { ...MILANO, partners: [second, ...others.toReversed(), first] };
    const met: string[] = [];
    let next: string | number = 0;
    for (let step = 0; ; step += 1) {
      const app = appOf(store, { profile: step < 2 ? before : after });
      const answer = page.parse(await (await app.request(`/api/v1/partners?after=${next}&pageSize=10`)).json());
      met.push(...answer.items.map(nameOf));
      next = answer.next;
      if (answer.items.length === 0) break;
    }
    const permanent = [first, ...others].map(({ id }) => id);
    expect(met.length).toBe(new Set(met).size);
    expect(permanent.filter((id) => !met.includes(id))).toEqual([]);
  });
});

describe('a partner that walks its own', () => {
  const dossier = (id: string, openedOn: string) =>
    store.db.insert(dossiers).values({
      id,
      roundKey: `${id}#0`,
      topicKey: null,
      roundSeq: 0,
      origin: { kind: 'ranked' } as never,
      title: `Dossier ${id}`,
      deadlineAt: '2027-01-28T16:00:00Z',
      state: 'gathering-interest',
      weightSetId: 'w1',
      openedOn,
      updatedAt: TODAY,
    });
  const interest = (id: string, dossierId: string, expressedAt: string) =>
    store.db.insert(interests).values({
      id,
      dossierId,
      bodyId: ATM,
      role: 'partner',
      lead: false,
      competences: [],
      contact: 'Ufficio',
      confidentiality: 'group',
      through: 'body',
      by: 'p',
      expressedAt,
    });
  const clientOf = async () => {
    const deps = depsOf(store);
    const { key } = await issueApiKey({
      deps,
      input: { partner: ATM, scopes: ['interests:write', 'evaluations:read'], label: '' },
    });
    const app = appOf(store);
    return createClient('http://bandolo.test', { key, fetch: async (input, init) => await app.request(input, init) });
  };

  it('meets each interest and evaluation once, though newer ones come to the head of the list', async () => {
    for (const [n, id] of ['c', 'a', 'e', 'g', 'i'].entries()) {
      await dossier(id, `2026-11-0${n + 1}`);
      await interest(`${id}1`, id, `2026-11-0${n + 1}T09:00:00Z`);
    }
    const { api } = await clientOf();
    const seen: Record<'interests' | 'evaluations', string[]> = { interests: [], evaluations: [] };
    let came = 0;
    const meanwhile = async () => {
      came += 1;
      if (came > 2) return;
      await dossier(`b${came}`, '2026-11-20');
      await interest(`b${came}1`, `b${came}`, '2026-11-20T09:00:00Z');
    };
    for await (const { id } of walk((after) => api.v1.interests.$get({ query: { after, pageSize: 2 } }))) {
      seen.interests.push(id);
      await meanwhile();
    }
    for await (const { dossier: id } of walk((after) => api.v1.evaluations.$get({ query: { after, pageSize: 2 } })))
      seen.evaluations.push(id);
    for (const list of [seen.interests, seen.evaluations]) expect(list.length).toBe(new Set(list).size);
    expect(seen.interests).toEqual(expect.arrayContaining(['a1', 'c1', 'e1', 'g1', 'i1']));
    expect(seen.evaluations).toEqual(['a', 'b1', 'b2', 'c', 'e', 'g', 'i']);
  });
});

describe('a cursor that is none', () => {
  const lists = [SHORTLIST, MATCHES, '/api/v1/partners', '/api/v1/topics', '/api/v1/scans', '/api/v1/changes'];
  const noWord = ['', '1.5', ' ', '\0', "'; drop table topics", '9'.repeat(90), 'è', '../x'];
  const noNumber = ['-1', '1e99', 'x', '9'.repeat(30)];
  const refusal = z.object({ status: z.int(), detail: z.string() });
  it.each(lists)('is refused by name at %s', async (path) => {
    for (const after of path.endsWith('/partners') ? noWord : [...noWord, ...noNumber]) {
      const answer = await appOf(store).request(`${path}?after=${encodeURIComponent(after)}`);
      const said = refusal.catch({ status: answer.status, detail: '' }).parse(await answer.json());
      expect([after, said]).toMatchObject([
        after,
        { status: 400, detail: expect.stringMatching(/^after: .*begin with 0/) },
      ]);
    }
  });
});
