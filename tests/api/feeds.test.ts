import { spawnSync } from 'node:child_process';
import { load } from 'cheerio';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countMissing } from '../../db/repositories/live-topics.ts';
import { mute, unmute } from '../../db/repositories/mutes.ts';
import { touchTopics } from '../../db/repositories/topics-write.ts';
import type { NodeStore } from '../../db/store.node.ts';
import { PILLARS } from '../../src/domain/pillar.ts';
import type { TopicDraft } from '../../src/domain/topic.ts';
import { readPortal, score } from '../feeds/stage.ts';
import { appOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aRound, aTopic } from '../support/topics.ts';

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
const bus = (closesOn = '2027-02-09'): TopicDraft =>
  aTopic({ identifier: 'HORIZON-BUS-2027-01', title: 'Autobus puliti & città', rounds: [aRound({ closesOn })] });

let store: NodeStore;
beforeEach(async () => {
  store = await emptyStore();
});
afterEach(() => store.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  appOf(store, { baseUrl: 'https://bandolo.example' }).request(path, { headers });
const textOf = async (path: string) => {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  return await answer.text();
};
const eventsOf = async (path: string) =>
  new ICAL.Component(ICAL.parse(await textOf(path)))
    .getAllSubcomponents('vevent')
    .map((event) => ({ event: new ICAL.Event(event), status: event.getFirstPropertyValue('status') }));
const entriesOf = async (path: string) => {
  const $ = load(await textOf(path), { xml: true });
  return $('entry')
    .map((_, entry) => ({
      id: $(entry).find('id').text(),
      title: $(entry).find('title').text(),
      summary: $(entry).find('summary').text(),
      link: $(entry).find('link').attr('href'),
    }))
    .get();
};

describe('the calendars', () => {
  it('move an event when its date moves, counting every move', async () => {
    await readPortal(store, '2026-09-01T05:00:00Z', [bus()]);
    await score(store, [bus()]);
    const [first] = await eventsOf('/feeds/pillars/mobility.ics');
    await readPortal(store, '2026-10-01T05:00:00Z', [bus('2027-02-16')]);
    await readPortal(store, '2026-10-08T05:00:00Z', [bus('2027-02-23')]);
    const [last] = await eventsOf('/feeds/pillars/mobility.ics');
    expect(last?.event.uid).toBe(first?.event.uid);
    expect([first?.event.sequence, last?.event.sequence]).toEqual([0, 2]);
    expect(last?.event.startDate.toJSDate().toISOString()).toBe('2027-02-23T16:00:00.000Z');
    expect(String(last?.event.component.getFirstPropertyValue('dtstamp'))).toBe('2026-10-08T05:00:00Z');
  });

  it('never count backwards, whatever is withdrawn, muted, moved and comes back, in whatever order', async () => {
    const acts = fc.array(fc.constantFrom('withdraw', 'read', 'move', 'touch', 'mute', 'unmute'), {
      minLength: 3,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(acts, async (story) => {
        store.close();
        store = await emptyStore();
        await readPortal(store, '2026-09-01T05:00:00Z', [bus()]);
        await score(store, [bus()]);
        const path = `/feeds/topics/${bus().key}.ics`;
        let [last] = await eventsOf(path);
        let moves = 0;
        for (const [n, act] of story.entries()) {
          const at = `2026-10-${String(n + 1).padStart(2, '0')}T05:00:00Z`;
          if (act === 'move') moves += 1;
          if (act === 'read' || act === 'move') await readPortal(store, at, [bus(`2027-02-${10 + moves}`)]);
          else if (act === 'touch') await touchTopics(store.db, [bus().key], at);
          else if (act === 'mute') await mute(store.db, bus().key, at, null);
          else if (act === 'unmute') await unmute(store.db, bus().key);
          else await store.db.run(sql`update topics set withdrawn_at = ${at} where key = ${bus().key}`);
          const [now] = await eventsOf(path);
          const differs =
            now?.status !== last?.status || String(now?.event.startDate) !== String(last?.event.startDate);
          const [before, after] = [last?.event.sequence ?? 0, now?.event.sequence ?? 0];
          if (differs)
            expect([story, after], String(n)).toEqual([story, expect.toSatisfy((is) => Number(is) > before)]);
          else expect(after).toBeGreaterThanOrEqual(before);
          last = now;
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('cancel what was withdrawn, in the pillar, the shortlist, the partner and the topic alike', async () => {
    await readPortal(store, '2026-09-01T05:00:00Z', [bus()]);
    await score(store, [bus()], { partners: { 'comune-di-milano': 0.9 } });
    for (const day of ['2026-10-01', '2026-10-02', '2026-10-03']) {
      const [missing] = countMissing(store.db, [bus().key], `${day}T05:00:00Z`);
      if (missing !== undefined) await store.db.batch([missing]);
    }
    for (const path of ['pillars/mobility', 'shortlist', 'partners/comune-di-milano', `topics/${bus().key}`]) {
      const [one] = await eventsOf(`/feeds/${path}.ics`);
      expect([path, one?.status, one?.event.sequence]).toEqual([path, 'CANCELLED', 1]);
    }
  });

  it('hold what is theirs: the pillar its own, the partner what fits it, no irrelevant topic', async () => {
    const [own, other, weak] = [aTopic(), aTopic(), aTopic()];
    await seed(store, [own, other, weak]);
    await score(store, [own], { partners: { 'comune-di-milano': 0.9, 'politecnico-di-milano': 0.2 } });
    await score(store, [other], { pillar: 'living', partners: { 'politecnico-di-milano': 0.8 } });
    await score(store, [weak], { relevance: 0.001 });
    const titles = async (path: string) => (await eventsOf(path)).map(({ event }) => event.summary.split(' · ')[0]);
    expect(await titles('/feeds/pillars/mobility.ics')).toEqual([own.identifier]);
    expect(await titles('/feeds/shortlist.ics')).toEqual([own.identifier, other.identifier]);
    expect(await titles('/feeds/partners/comune-di-milano.ics')).toEqual([own.identifier]);
    expect(await titles('/feeds/partners/politecnico-di-milano.ics')).toEqual([other.identifier]);
  });

  it('speak the language asked for and link to the public address', async () => {
    await seed(store, [bus()]);
    await score(store, [bus()]);
    expect(await textOf('/feeds/pillars/mobility.ics')).toContain('Scadenze · Mobilità');
    expect(await textOf('/feeds/pillars/mobility.ics?lang=en')).toContain('Deadlines · Mobility');
    const [one] = await eventsOf('/feeds/shortlist.ics');
    expect(one?.event.component.getFirstPropertyValue('url')).toBe(`https://bandolo.example/bandi/${bus().key}`);
  });

  it('send a former name of a topic to the one it has now', async () => {
    await seed(store, [{ ...bus(), aliases: ['HORIZON-OLD-BUS'] }]);
    const answer = await get('/feeds/topics/HORIZON-OLD-BUS.ics?lang=en');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/feeds/topics/${bus().key}.ics?lang=en`]);
  });

  it('keep a title within its line, whatever it holds', async () => {
    const odd = aTopic({ title: 'Due\r\nBEGIN:VEVENT\nUID:x, e; altro' });
    await seed(store, [odd]);
    expect(await eventsOf(`/feeds/topics/${odd.key}.ics`)).toHaveLength(1);
  });

  it('answer 304 to who has them already', async () => {
    await seed(store, [bus()]);
    const etag = (await get('/feeds/shortlist.ics')).headers.get('etag') ?? '';
    expect((await get('/feeds/shortlist.ics', { 'if-none-match': etag })).status).toBe(304);
  });
});

describe('the news', () => {
  it('stay silent over a baseline: a loaded snapshot, and the first complete reading after it', async () => {
    await seed(store, [bus()], '2026-08-22T05:00:00Z', 'snapshot');
    await readPortal(store, '2026-09-01T05:00:00Z', [bus('2027-02-16'), aTopic(), aTopic()]);
    expect(await entriesOf('/feeds/changes.atom')).toEqual([]);
  });

  it('tell the new, the changed and the withdrawn, the latest first, each once', async () => {
    const late = aTopic({ identifier: 'HORIZON-LATE-2027-02', title: 'Nuovo arrivato' });
    await readPortal(store, '2026-09-01T05:00:00Z', [bus()]);
    await readPortal(store, '2026-10-01T05:00:00Z', [bus('2027-02-16')]);
    await readPortal(store, '2026-10-08T05:00:00Z', [bus('2027-02-16'), late]);
    const entries = await entriesOf('/feeds/changes.atom?lang=en');
    expect(entries.map(({ title }) => title)).toEqual([
      'New: HORIZON-LATE-2027-02 · Nuovo arrivato',
      'Changed: HORIZON-BUS-2027-01 · Autobus puliti & città',
    ]);
    expect(entries[1]?.summary).toBe('deadline: 9 February 2027, 17:00 → 16 February 2027, 17:00');
    expect(entries[1]?.link).toBe('https://bandolo.example/bandi/HORIZON-BUS-2027-01');
    expect((await entriesOf('/feeds/changes.atom?lang=it')).map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  });

  it('do not call an archive of closed calls new', async () => {
    await readPortal(store, '2026-09-01T05:00:00Z', [bus()]);
    await seed(
      store,
      [aTopic({ rounds: [aRound({ opensOn: '2015-01-01', closesOn: '2015-05-05' })] })],
      '2026-10-01T05:00:00Z',
    );
    expect(await entriesOf('/feeds/changes.atom')).toEqual([]);
  });

  it('of a pillar are those of its relevant topics', async () => {
    const fresh = [aTopic(), aTopic(), aTopic()] as const;
    await readPortal(store, '2026-09-01T05:00:00Z', [bus()]);
    await readPortal(store, '2026-10-01T05:00:00Z', fresh);
    await score(store, [fresh[0]], { pillar: 'living' });
    await score(store, [fresh[1]], { pillar: 'mobility' });
    await score(store, [fresh[2]], { pillar: 'living', relevance: 0.001 });
    const titles = (await entriesOf('/feeds/pillars/living.atom?lang=en')).map(({ title }) => title);
    expect(titles).toEqual([`New: ${fresh[0].identifier} · ${fresh[0].title}`]);
  });

  it.runIf(hasXmllint)('are well-formed to an independent parser', async () => {
    await readPortal(store, '2026-09-01T05:00:00Z', [bus()]);
    await readPortal(store, '2026-10-01T05:00:00Z', [aTopic({ title: 'A & B <script>\u0007' })]);
    const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input: await textOf('/feeds/changes.atom') });
    expect([status, stderr.toString()]).toEqual([0, '']);
  });
});

describe('whatever is asked of the feeds', () => {
  it('is answered, refused by name, or not found, but never breaks', async () => {
    await seed(store, [bus()]);
    const app = appOf(store);
    const kinds = fc.constantFrom('pillars', 'partners', 'topics', 'x');
    const ends = fc.constantFrom('.ics', '.atom', '', '.ics.ics');
    const name = fc.oneof(fc.constantFrom(...PILLARS), fc.string({ unit: 'binary', maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(kinds, name, ends, fc.string(), async (kind, one, end, query) => {
        const path = `/feeds/${kind}/${encodeURIComponent(one)}${end}?lang=${encodeURIComponent(query)}`;
        expect((await app.request(path)).status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
    const refused = await app.request('/feeds/shortlist.ics?langage=en');
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('langage')]);
  }, 120_000);
});
