import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, dossierVersionIn, idIn, openDesk, type Player, textOf, versionIn } from './desk-world.ts';

let desk: Desk;
let id: string;
beforeEach(async () => {
  desk = await openDesk();
  const opened = await desk.post('anna', '/dossier/nuovo/da-valutare', {
    topicKey: 'HORIZON-CL5-2027-D6-01',
    owner: 'anna',
  });
  id = idIn(opened.location);
  await desk.post('anna', `/dossier/${id}/lettori`, { 'readers[]': ['rita', 'ugo', 'zoe'] });
  await step('anna', 'open-review');
});

async function step(player: Player, name: string) {
  const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
  return desk.post(player, `/dossier/${id}/passi`, { step: name, version, reason: 'perché' });
}

const SECRET = 'frase riservata del primo valutatore';

/** Delivers a sheet: a value for C1, C2 and C8. */
async function deliver(player: Player, values: readonly number[] = [2, 3, 3], sentence = '') {
  const sheet = await desk.get(player, `/dossier/${id}/scheda`);
  const [c1, c2, c8] = values.map(String);
  return desk.post(player, `/dossier/${id}/scheda`, {
    version: versionIn(sheet.html),
    intent: 'deliver',
    declaration: 'none',
    'scores.C1.value': c1 ?? '2',
    'scores.C2.value': c2 ?? '3',
    'scores.C8.value': c8 ?? '3',
    'scores.C2.sentence': sentence,
  });
}

/** Every address of a dossier that answers a GET, in each language. */
const edges = () => [
  `/dossier/${id}`,
  `/dossier/${id}?lang=en`,
  `/dossier/${id}/scheda`,
  `/dossier/${id}/interesse`,
  `/dossier/${id}/parere`,
  '/dossier',
  '/dossier?vista=tabella',
  '/oggi',
  '/',
  '/calendario',
  '/triage',
  '/richieste',
  '/sedute',
  '/verbali',
  '/progetti',
  '/gruppi',
  '/gruppi/mobility',
];

/** All that a person can read, and the ETags with it. */
async function readEverything(player: Player): Promise<string[]> {
  const read: string[] = [];
  for (const path of edges()) {
    const { html, headers, status } = await desk.get(player, path);
    read.push(`${path} ${status} ${headers.get('etag')} ${html}`);
  }
  return read;
}

describe('blindness', () => {
  it.each(['ugo', 'zoe', 'carlo', 'bea', 'pina', 'leo', 'dario', 'ada'] as const)(
    'leaves %s, who may not know, with the same bytes before and after another reader delivers',
    async (player) => {
      // A coordinator who is a reader too is as blind as any reader.
      if (player === 'carlo') await desk.post('anna', `/dossier/${id}/lettori`, { 'readers[]': ['carlo'] });
      // The directorate's sheet is made when it is first opened.
      if (player === 'dario') await desk.get('dario', `/dossier/${id}/scheda`);
      const before = await readEverything(player);
      expect((await deliver('rita', [2, 5, 3], SECRET)).status).toBe(303);
      await desk.post('rita', `/dossier/${id}/interventi`, { kind: 'judgement', text: SECRET });
      const after = await readEverything(player);
      expect(after).toEqual(before);
      expect(after.join()).not.toContain(SECRET);
    },
  );

  it('keeps who is proposed on another dossier the same: a load tells nobody who delivered here', async () => {
    await desk.post('anna', `/dossier/${id}/lettori`, { 'readers[]': ['carlo'] });
    const opened = await desk.post('anna', '/dossier/nuovo/da-valutare', {
      topicKey: 'HORIZON-CL5-2027-D6-02',
      owner: 'carlo',
    });
    const other = `/dossier/${idIn(opened.location)}`;
    const proposed = async () => (await desk.get('carlo', other)).html;
    const before = await proposed();
    expect(textOf(before)).toContain('Nomina i valutatori');
    expect((await deliver('rita')).status).toBe(303);
    expect(await proposed()).toBe(before);
  });

  it('shows a reader the others’ sheets once their own is in, and the desk the four states', async () => {
    await deliver('rita', [2, 5, 3], SECRET);
    expect(textOf((await desk.get('anna', `/dossier/${id}`)).html)).toContain(
      'schede dei valutatori: una consegnata, ne servono 2',
    );
    await deliver('ugo');
    const text = textOf((await desk.get('ugo', `/dossier/${id}`)).html);
    expect(text).toContain('Rita Legge C1 2 · C2 5 · C8 3');
    expect(text).toContain('da fare');
  });

  it('does not let a blind coordinator learn the count by trying to open the table', async () => {
    await desk.post('anna', `/dossier/${id}/lettori`, { 'readers[]': ['carlo'] });
    const before = await step('carlo', 'open-collegial-evaluation');
    await deliver('rita');
    await deliver('ugo');
    const after = await step('carlo', 'open-collegial-evaluation');
    expect(before.status).toBe(403);
    expect(after.html).toBe(before.html);
  });
});

describe('a sheet', () => {
  it('saves itself as a draft, says what is missing, is delivered, taken back and delivered anew', async () => {
    const sheet = await desk.get('rita', `/dossier/${id}/scheda`);
    const version = versionIn(sheet.html);
    const saved = await desk.post(
      'rita',
      `/dossier/${id}/scheda`,
      { version, intent: 'save', 'scores.C1.value': '4' },
      { accept: 'application/json' },
    );
    expect(JSON.parse(saved.html)).toEqual({ version: Number(version) + 1, gaps: 4 });
    const early = await deliver('rita', [4, 3, 3]);
    expect(early.status).toBe(400);
    expect(textOf(early.html)).toContain('l’obiettivo del gruppo per C1');
    expect(early.html).toContain('href="#C1-objective"');
    // What was filled in is not lost for it.
    expect(early.html).toMatch(/id="C1-4"[^>]*checked/);
    expect((await deliver('rita')).status).toBe(303);
    const delivered = await desk.get('rita', `/dossier/${id}/scheda`);
    const back = await desk.post('rita', `/dossier/${id}/scheda`, {
      version: versionIn(delivered.html),
      intent: 'withdraw',
    });
    expect(back.status).toBe(303);
    expect((await deliver('rita')).status).toBe(303);
  });

  it('is delivered once of twenty tries at the same moment', async () => {
    const version = versionIn((await desk.get('rita', `/dossier/${id}/scheda`)).html);
    const form = {
      version,
      intent: 'deliver',
      declaration: 'none',
      'scores.C1.value': '2',
      'scores.C2.value': '3',
      'scores.C8.value': '3',
    };
    const tries = await Promise.all(Array.from({ length: 20 }, () => desk.post('rita', `/dossier/${id}/scheda`, form)));
    expect(tries.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 19 }, () => 409)]);
  });

  it('is nobody else’s, and takes no criterion that its scorer does not score', async () => {
    expect((await desk.get('bea', `/dossier/${id}/scheda`)).status).toBe(403);
    const version = versionIn((await desk.get('rita', `/dossier/${id}/scheda`)).html);
    const foreign = await desk.post('rita', `/dossier/${id}/scheda`, {
      version,
      intent: 'save',
      'scores.C4.value': '5',
    });
    expect(foreign.status).toBe(400);
    const smuggled = await desk.post('rita', `/dossier/${id}/scheda`, {
      version,
      intent: 'save',
      state: 'delivered',
      personId: 'ugo',
      'scores.C1.value': '2',
    });
    expect(smuggled.status).toBe(303);
    expect(textOf((await desk.get('rita', `/dossier/${id}/scheda`)).html)).toContain('da fare');
  });
});

describe('a conflict that arises after delivery', () => {
  it('takes the score out, tells both sides, proposes a substitute, keeps the trace', async () => {
    await deliver('rita');
    await deliver('ugo');
    const said = await desk.post('pina', `/dossier/${id}/interesse`, {
      bodyId: 'politecnico-di-milano',
      role: 'coordinator',
      lead: 'yes',
      contact: 'Pina',
      confidentiality: 'reserved',
    });
    expect(said.status).toBe(303);
    expect(textOf((await desk.get('rita', '/oggi')).html)).toContain('la tua scheda non conta più');
    expect(textOf((await desk.get('rita', `/dossier/${id}/scheda`)).html)).toContain('astenuto per conflitto');
    expect(textOf((await desk.get('anna', '/oggi')).html)).toContain('Un valutatore è astenuto per conflitto');
    const stranger = { 'readers[]': 'carlo', substituteFor: 'f'.repeat(16) };
    expect((await desk.post('anna', `/dossier/${id}/lettori`, stranger)).status).toBe(400);
    const text = textOf((await desk.get('anna', `/dossier/${id}`)).html);
    expect(text).toContain('Astensione per conflitto: Rita Legge. Sostituto proposto: Carlo Coordina');
    expect(text).toContain('schede dei valutatori: una consegnata, ne servono 2');
    const again = await deliver('rita').catch(() => null);
    expect(again?.status).not.toBe(303);
  });
});

describe('the collegial evaluation', () => {
  it('opens on quorum once interest is in, and shows median, spread and what is agreed', async () => {
    expect((await step('anna', 'open-collegial-evaluation')).status).toBe(409);
    await deliver('rita', [2, 1, 3], 'osservatori soltanto');
    await deliver('ugo', [2, 4, 3]);
    const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
    await desk.post('anna', `/dossier/${id}/interesse/chiusura`, { version });
    const sheet = await desk.get('anna', `/dossier/${id}/scheda`);
    await desk.post('anna', `/dossier/${id}/scheda`, {
      version: versionIn(sheet.html),
      intent: 'deliver',
      declaration: 'none',
      'scores.C3.value': '3',
      'scores.C5.value': '3',
      'scores.C6.value': '3',
    });
    expect((await step('anna', 'open-collegial-evaluation')).status).toBe(303);
    const text = textOf((await desk.get('anna', `/dossier/${id}`)).html);
    expect(text).toContain('C2 · Ruolo e beneficio per la città opinioni lontane 15 2,5 3 2,5');
    const agreed = await desk.post('anna', `/dossier/${id}/collegiale`, {
      intent: 'agree',
      criterion: 'C2',
      value: '3',
      reason: 'un sito pilota è certo',
    });
    expect(agreed.status).toBe(303);
    expect((await deliver('zoe')).status).not.toBe(303);
  });
});

describe('«senza quorum»', () => {
  const waive = () =>
    desk.post('bea', `/dossier/${id}/collegiale`, { intent: 'waive-quorum', reason: 'restano in pochi' });
  const leads = (bodyId: string) =>
    desk.post('anna', `/dossier/${id}/interesse`, {
      bodyId,
      role: 'coordinator',
      lead: 'yes',
      contact: 'Anna',
      confidentiality: 'open',
    });
  async function openTable() {
    const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
    await desk.post('anna', `/dossier/${id}/interesse/chiusura`, { version });
    return (await step('anna', 'open-collegial-evaluation')).status;
  }

  it('is for the board to say where conflicts leave too few, not before, not instead of readers', async () => {
    const opened = await desk.post('anna', '/dossier/nuovo/da-valutare', {
      topicKey: 'HORIZON-CL5-2027-D6-02',
      owner: 'anna',
    });
    const early = await desk.post('bea', `/dossier/${idIn(opened.location)}/collegiale`, {
      intent: 'waive-quorum',
      reason: 'intanto',
    });
    expect(early.status).toBe(409);
    expect((await waive()).status).toBe(409);
    for (const body of ['politecnico-di-milano', 'atm']) expect((await leads(body)).status).toBe(303);
    expect((await waive()).status).toBe(303);
    expect(await openTable()).toBe(303);
    expect((await waive()).status).toBe(409);
  });

  it('ends where readers are called in after it', async () => {
    for (const body of ['politecnico-di-milano', 'atm']) await leads(body);
    await waive();
    await desk.post('anna', `/dossier/${id}/lettori`, { 'readers[]': ['carlo'] });
    expect(await openTable()).toBe(409);
  });
});
