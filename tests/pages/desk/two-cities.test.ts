import { beforeAll, describe, expect, it } from 'vitest';
import { type Desk, dossierVersionIn, idIn, openDesk, textOf } from './desk-world.ts';

const TOPIC = 'HORIZON-CL5-2027-D6-01';
const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

let desk: Desk;
let id: string;
beforeAll(async () => {
  desk = await openDesk();
  id = idIn((await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: TOPIC, owner: 'carlo' })).location);
});

const share = (city: string, own: Record<string, string> = {}) =>
  desk.post('anna', `/dossier/${id}/citta`, {
    'cities[]': [city],
    role: 'follower',
    contactName: 'Anna Segreti',
    contactEmail: 'anna@example.org',
    ...own,
  });

/** The secret addresses that the dossier's page shows the secretariat, by city. */
async function linksOf(): Promise<Record<string, string>> {
  const { html } = await desk.get('anna', `/dossier/${id}`);
  const found = html.matchAll(/data-link="(\w+)">http:\/\/localhost(\/offerte\/[^<]+)</g);
  return Object.fromEntries([...found].map(([, city = '', path = '']) => [city, path]));
}

const say = (path: string, answer: string, author = 'Ugo Torino, Ufficio fondi') =>
  desk.post(null, path, { answer, role: 'follower', author, note: '' });

describe('an offer to another city', () => {
  it('shows call, role and contact, and nothing of the house behind it', async () => {
    await desk.post('anna', `/dossier/${id}/interventi`, { kind: 'fact', text: 'Il Politecnico vuole guidare' });
    expect((await share('genova')).status).toBe(303);
    const path = (await linksOf()).genova ?? '';
    const page = await desk.get(null, path);
    expect(page.status).toBe(200);
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    const text = textOf(page.html);
    expect(text).toContain('Milano cerca: città follower');
    expect(text).toContain('Urban mobility for cities, part 1');
    expect(text).toContain('anna@example.org');
    for (const secret of [id, 'Carlo', 'Politecnico', 'assegnato', '0,80']) expect(page.html).not.toContain(secret);
    const paper = await desk.get(null, `${path}/offerta.json`);
    expect(JSON.parse(paper.html)).toEqual({
      format: 'bandolo-city-offer-1',
      from: { city: 'milano', association: 'Associazione Milano Smart City' },
      call: {
        key: TOPIC,
        title: 'Urban mobility for cities, part 1',
        url: null,
        deadlineAt: '2027-04-15T15:00:00Z',
      },
      role: 'follower',
      contact: { name: 'Anna Segreti', email: 'anna@example.org' },
      offeredAt: '2026-11-22T09:00:00Z',
      link: `http://localhost${path}`,
    });
  });

  it('takes a yes into the consortium with author and date, a second thought in its place, and tells the owner', async () => {
    const path = (await linksOf()).genova ?? '';
    expect((await say(path, 'interested', 'Gino Ligure, Strategie')).status).toBe(303);
    const read = async () => textOf((await desk.get('anna', `/dossier/${id}`)).html);
    expect(await read()).toContain('Genova · città follower secondo Gino Ligure, Strategie, 22 nov 2026');
    expect(textOf((await desk.get('carlo', '/oggi')).html)).toContain('Un’altra città ha risposto');
    await say(path, 'interested', 'Gina Ligure, Strategie');
    expect((await read()).match(/Genova · città follower/g)).toHaveLength(1);
    expect(await read()).toContain('secondo Gina Ligure');
    await say(path, 'not-interested', 'Gina Ligure, Strategie');
    expect(await read()).not.toContain('Genova · città follower');
  });

  it('is shared by the secretariat alone, once a city, with cities that are ours', async () => {
    expect((await desk.post('carlo', `/dossier/${id}/citta`, {})).status).toBe(403);
    expect((await share('genova')).status).toBe(409);
    expect((await share('atlantide')).status).toBe(400);
    expect((await share('milano')).status).toBe(400);
    expect((await share('torino', { contactEmail: 'javascript:alert(1)' })).status).toBe(400);
  });
});

describe('whoever tries the links', () => {
  it('finds nothing with a guessed, cut, swapped or foreign token', async () => {
    await share('torino');
    const { genova = '', torino = '' } = await linksOf();
    const [offer, , mac] = genova.slice('/offerte/'.length).split('.');
    const torinoMac = torino.split('.').at(-1);
    const tries = [
      `/offerte/${offer}.genova.${'A'.repeat(22)}`,
      `/offerte/${offer}.torino.${mac}`,
      `/offerte/${offer}.genova.${torinoMac}`,
      `/offerte/${offer}.genova`,
      genova.slice(0, -1),
      `/offerte/${encodeURIComponent('../dossier')}`,
      `/offerte/${id}.genova.${mac}`,
    ];
    for (const path of tries) {
      expect([path, (await desk.get(null, path)).status]).toEqual([path, 404]);
      expect([path, (await say(path, 'interested')).status]).toEqual([path, 404]);
    }
  });

  it('answers for the city of the link only, whatever the form says', async () => {
    const { torino = '' } = await linksOf();
    await desk.post(null, torino, {
      answer: 'interested',
      role: 'follower',
      author: 'Ugo Torino',
      city: 'genova',
      offerId: 'another',
      dossierId: 'another',
      at: '2020-01-01',
    });
    const text = textOf((await desk.get('anna', `/dossier/${id}`)).html);
    expect(text).toContain('Torino · città follower secondo Ugo Torino, 22 nov 2026');
  });

  it('cannot smuggle markup, nor post from elsewhere, nor fill the file', async () => {
    const { torino = '' } = await linksOf();
    await desk.post(null, torino, { answer: 'interested', role: 'follower', author: HOSTILE, note: HOSTILE });
    for (const page of [await desk.get('anna', `/dossier/${id}`), await desk.get(null, torino)]) {
      expect(page.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(page.html).not.toMatch(/<script>|<img/);
    }
    const foreign = { answer: 'interested', role: 'follower', author: 'Nobody' };
    expect((await desk.post(null, torino, foreign, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await say(torino, 'interested', 'x'.repeat(121))).status).toBe(400);
    expect((await say(torino, 'perhaps')).status).toBe(400);
    const answers = [];
    for (let n = 0; n < 25; n += 1) answers.push((await say(torino, 'interested')).status);
    expect(answers.filter((status) => status === 303)).toHaveLength(18);
    expect(answers.at(-1)).toBe(409);
  });

  it('is told that an offer was taken back, and its answer changes nothing', async () => {
    const { genova = '' } = await linksOf();
    const offerId = /name="offerId" value="(\w+)"/.exec((await desk.get('anna', `/dossier/${id}`)).html)?.[1] ?? '';
    expect((await desk.post('anna', `/dossier/${id}/citta/ritiro`, { offerId: 'another' })).status).toBe(400);
    expect((await desk.post('anna', `/dossier/${id}/citta/ritiro`, { offerId })).status).toBe(303);
    const gone = await desk.get(null, genova);
    expect([gone.status, textOf(gone.html).includes('L’offerta è stata ritirata')]).toEqual([410, true]);
    expect((await say(genova, 'interested')).status).toBe(410);
    expect((await desk.get(null, `${genova}/offerta.json`)).status).toBe(410);
  });
});

describe('an offer pasted among the requests', () => {
  const paper = {
    format: 'bandolo-city-offer-1',
    from: { city: 'genova', association: 'Associazione Genova Smart City' },
    call: { key: 'HORIZON-CL5-2027-D6-02', title: 'A call', url: null, deadlineAt: '2027-05-15T15:00:00Z' },
    role: 'follower',
    contact: { name: 'Gina Ligure', email: 'gina@example.org' },
    offeredAt: '2026-11-20T09:00:00Z',
    link: 'https://bandolo.example.org/offerte/0123456789abcdef.milano.AAAAAAAAAAAAAAAAAAAAAA',
  };
  const paste = (text: string) => desk.post('anna', '/richieste/da-citta', { paper: text });

  it('stands there once, found in the catalogue, with the way to answer', async () => {
    const taken = await paste(JSON.stringify(paper, null, 1));
    expect(taken.status).toBe(303);
    const { html } = await desk.get('anna', taken.location ?? '');
    expect(textOf(html)).toContain('Associazione Genova Smart City');
    expect(html).toContain('href="/bandi/HORIZON-CL5-2027-D6-02"');
    expect(html).toContain(`href="${paper.link}"`);
    expect((await paste(JSON.stringify(paper))).status).toBe(409);
  });

  it('is refused where it is not one, or carries what no offer carries', async () => {
    const link = 'javascript:alert(1)';
    for (const text of [
      '',
      'ciao',
      '[]',
      JSON.stringify({ ...paper, link }),
      JSON.stringify({ ...paper, format: 'x' }),
    ])
      expect([text, (await paste(text)).status]).toEqual([text, 400]);
    const hostile = { ...paper, link: `${paper.link}b`, from: { city: 'genova', association: HOSTILE } };
    const taken = await paste(JSON.stringify(hostile));
    expect((await desk.get('anna', taken.location ?? '')).html).not.toMatch(/<script>|<img/);
  });
});

describe('an offer of a dossier that has ended', () => {
  it('is gone for the other city, and takes no answer', async () => {
    const own = await openDesk();
    const opened = await own.post('anna', '/dossier/nuovo/da-valutare', { topicKey: TOPIC, owner: 'anna' });
    const dossier = `/dossier/${idIn(opened.location)}`;
    const offer = { 'cities[]': 'genova', role: 'follower', contactName: 'Anna', contactEmail: 'anna@example.org' };
    await own.post('anna', `${dossier}/citta`, offer);
    const { html } = await own.get('anna', dossier);
    const link = /(\/offerte\/[^<"]+)</.exec(html)?.[1] ?? '';
    expect((await own.get(null, link)).status).toBe(200);
    const discard = { step: 'discard', reasonCode: 'capacity', note: 'x', version: dossierVersionIn(html) };
    expect((await own.post('anna', `${dossier}/passi`, discard)).status).toBe(303);
    const answer = { answer: 'interested', role: 'follower', author: 'Gino Ligure', note: '' };
    expect((await own.post(null, link, answer)).status).toBe(410);
    expect((await own.get(null, `${link}/offerta.json`)).status).toBe(410);
  });
});
