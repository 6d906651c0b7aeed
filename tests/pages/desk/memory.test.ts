import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, dossierVersionIn, idIn, openDesk, textOf } from './desk-world.ts';
import { recorded, TOPIC } from './opinion-story.ts';

const NEXT = 'HORIZON-CL5-2027-D6-02';
const THIRD = 'HORIZON-CL5-2027-D6-03';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const pageOf = async (player: Parameters<Desk['get']>[0], key: string, lang = 'it') =>
  (await desk.get(player, `/bandi/${key}`, { 'accept-language': lang })).html;

const memoryIn = (html: string): string =>
  textOf((html.match(/<section[\s\S]*?<\/section>/g) ?? []).find((one) => one.includes('id="h-memory"')) ?? '');

describe('the page of a call remembers its family', () => {
  it('with the opinion of the board, its grounds and the role, and a way to the dossier', async () => {
    const { id, link } = await recorded(desk);
    await desk.post(null, link);
    const html = await pageOf('anna', NEXT);
    expect(memoryIn(html)).toMatch(/parere favorevole · .*città follower.* «Replica ciò che il PUMS già prevede\.»/);
    expect(html).toContain(`href="/dossier/${id}"`);
    expect(memoryIn(await pageOf('anna', NEXT, 'en'))).toContain('favourable opinion');
  });

  it('and says nothing of an opinion that the president has not confirmed', async () => {
    await recorded(desk);
    const text = memoryIn(await pageOf('anna', NEXT));
    expect(text).toContain('in via breve');
    expect(text).not.toContain('Replica ciò che');
  });

  it('with what triage let go, and why, in words', async () => {
    await desk.post('anna', '/triage/decisioni', {
      'keys[]': TOPIC,
      decision: 'discard',
      reasonCode: 'overlap-with-project',
      note: 'già in Sharing Cities',
      owner: 'anna',
    });
    const text = memoryIn(await pageOf('carlo', NEXT));
    expect(text).toContain('Urban mobility for cities, part 1');
    expect(text).toMatch(
      /scartato alla prima selezione · .*«sovrapposizione con altro progetto: già in Sharing Cities»/,
    );
    // Its own page tells it as well; a call of another family does not.
    expect(memoryIn(await pageOf('carlo', TOPIC))).toContain('già in Sharing Cities');
    expect(memoryIn(await pageOf('carlo', 'CASCADE-A1'))).not.toContain('Sharing Cities');
  });

  it('with a dossier that was let go, and the reason that was given', async () => {
    const opened = await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: TOPIC, owner: 'anna' });
    const id = idIn(opened.location);
    const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
    const note = 'Il capofila lombardo si è ritirato.';
    expect(
      (
        await desk.post('anna', `/dossier/${id}/passi`, {
          step: 'discard',
          reasonCode: 'no-coordinator',
          note,
          version,
        })
      ).status,
    ).toBe(303);
    expect(memoryIn(await pageOf('anna', NEXT))).toMatch(
      /scartato · .*«nessun capofila: Il capofila lombardo si è ritirato\.»/,
    );
  });

  it('with our own projects that grew from it', async () => {
    const saved = await desk.post('anna', '/progetti', {
      acronym: 'PEDALA',
      topicKey: TOPIC,
      startsOn: '2027-01-01',
      endsOn: '2030-12-31',
    });
    expect(saved.status).toBe(303);
    expect(memoryIn(await pageOf('rita', THIRD))).toContain('PEDALA progetto nostro, dal');
  });

  it('but tells no visitor, partner or reader of the pages what was decided', async () => {
    const { link } = await recorded(desk);
    await desk.post(null, link);
    for (const player of [null, 'pina', 'leo'] as const) {
      const html = await pageOf(player, NEXT);
      expect(html).not.toContain('id="h-memory"');
      expect(html).not.toContain('Replica ciò che');
    }
  });

  it('and gives a member of another group the decision without a door that is shut', async () => {
    const { id, link } = await recorded(desk);
    await desk.post(null, link);
    await desk.store.db.run(`update role_grants set scope = 'people' where person_id = 'zoe'`);
    const html = await pageOf('zoe', NEXT);
    expect(memoryIn(html)).toContain('parere favorevole');
    expect(html).not.toContain(`href="/dossier/${id}"`);
  });
});
