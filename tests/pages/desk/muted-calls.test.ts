import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { mute } from '../../../db/repositories/mutes.ts';
import { shortlist, shortlistSchema } from '../../../src/services/matching/shortlist.ts';
import { erasePerson } from '../../../src/services/people/privacy.ts';
import { TODAY } from '../../support/deps.ts';
import { type Desk, deskStore, openDesk, textOf } from './desk-world.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(await deskStore(4));
});

const KEY = 'HORIZON-CL5-2027-D6-01';
const PAGE = `/bandi/${KEY}`;
const muteIt = (form: Record<string, string> = {}, player: 'anna' | 'carlo' | 'rita' = 'anna') =>
  desk.post(player, '/triage/decisioni', { 'keys[]': KEY, decision: 'mute', ...form });
const isListed = async () =>
  (await shortlist({ deps: desk.deps, input: shortlistSchema.parse({}) })).items.some(
    ({ identifier }) => identifier === KEY,
  );

describe('a call that the association does not want to see any more', () => {
  it('stands at triage and on its own page with who, when and why, and is shown again from either', async () => {
    for (const [page, from, back] of [
      ['/triage', 'triage', '/triage?fatto=mostrato'],
      [PAGE, 'topic', PAGE],
    ] as const) {
      await muteIt({ reasonCode: 'out-of-scope', note: 'Solo per regioni ultraperiferiche' });
      expect(await isListed()).toBe(false);
      const text = textOf((await desk.get('anna', page)).html);
      expect(text).toMatch(/Deciso da Anna Segreti · .*2026.* · «fuori ambito: Solo per regioni ultraperiferiche»/);
      expect(text).toContain('Mostra di nuovo');
      expect(await desk.post('anna', '/triage/di-nuovo', { key: KEY, from })).toMatchObject({ location: back });
      expect(await isListed()).toBe(true);
      expect(textOf((await desk.get('anna', page)).html)).not.toContain('Mostra di nuovo');
    }
  });

  it('speaks the reader’s language', async () => {
    await muteIt({ reasonCode: 'out-of-scope' });
    for (const page of ['/triage', PAGE]) {
      const text = textOf((await desk.get('anna', `${page}?lang=en`)).html);
      expect(text).toMatch(/Decided by Anna Segreti · .* · «out of scope»/);
      expect(text).toContain('Show again');
    }
  });

  it('is muted and shown again by the same people, and both stand in the log', async () => {
    expect((await muteIt({}, 'rita')).status).toBe(403);
    expect((await muteIt({}, 'carlo')).status).toBe(303);
    // A member of the group reads why, and has no button; who has no part in triage reads only that it is muted.
    const rita = textOf((await desk.get('rita', PAGE)).html);
    expect(rita).toContain('Deciso da Carlo Coordina');
    expect(rita).not.toContain('Mostra di nuovo');
    for (const stranger of [null, 'pina'] as const) {
      const text = textOf((await desk.get(stranger, PAGE)).html);
      expect(text).toContain('l’associazione lo ha silenziato');
      expect(text).not.toContain('Carlo Coordina');
    }
    for (const player of [null, 'rita', 'pina', 'bea'] as const)
      expect((await desk.post(player, '/triage/di-nuovo', { key: KEY })).location ?? '').not.toContain('mostrato');
    expect(await isListed()).toBe(false);
    expect((await desk.post('anna', '/triage/di-nuovo', { key: KEY })).status).toBe(303);
    const log = await desk.store.db.all(
      sql`select person_id as by, action from audit_log where subject_id = ${KEY} order by id`,
    );
    expect(log).toEqual([
      { by: 'carlo', action: 'triage.mute' },
      { by: 'anna', action: 'triage.unmute' },
    ]);
  });

  it('is of its group’s coordinator alone: of another pillar’s one there is no button', async () => {
    await desk.store.db.run(sql`update topic_scores set primary_pillar = 'living' where topic_key = ${KEY}`);
    await muteIt();
    expect(textOf((await desk.get('carlo', '/triage')).html)).not.toContain('Mostra di nuovo');
    expect((await desk.post('carlo', '/triage/di-nuovo', { key: KEY })).status).toBe(403);
  });

  it('is taken back once; the second is told, and an unknown one is not found', async () => {
    await muteIt();
    expect((await desk.post('anna', '/triage/di-nuovo', { key: KEY })).status).toBe(303);
    expect((await desk.post('anna', '/triage/di-nuovo', { key: KEY })).status).toBe(409);
    expect((await desk.post('anna', '/triage/di-nuovo', { key: 'NO-SUCH' })).status).toBe(404);
  });

  it('of which nobody noted who muted it says so; whoever was erased has no name, in the note neither', async () => {
    await mute(desk.store.db, KEY, TODAY, 'perché sì');
    expect(textOf((await desk.get('anna', PAGE)).html)).toMatch(/Non è annotato chi lo ha deciso · .*«perché sì»/);
    await muteIt({ note: 'Lo chiede Carlo Coordina' }, 'carlo');
    await erasePerson({ deps: desk.deps, input: { person: 'carlo', by: 'ada' } });
    const { html } = await desk.get('anna', PAGE);
    expect(textOf(html)).toContain('Deciso da');
    expect(html).not.toContain('Carlo Coordina');
  });
});
