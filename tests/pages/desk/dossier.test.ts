import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, dossierVersionIn, idIn, openDesk, textOf } from './desk-world.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const TOPIC = 'HORIZON-CL5-2027-D6-01';

async function opened(): Promise<string> {
  const answer = await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: TOPIC, owner: 'anna' });
  expect(textOf(answer.html)).toBe('');
  expect(answer.status).toBe(303);
  return idIn(answer.location);
}

async function step(player: Parameters<Desk['post']>[0], id: string, name: string, reason = '') {
  const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
  return desk.post(player, `/dossier/${id}/passi`, { step: name, reason, version });
}

describe('who may take part', () => {
  it('closes the call for interest only once it has begun, and not twice', async () => {
    const id = await opened();
    const offered = async () => (await desk.get('anna', `/dossier/${id}`)).html.includes('/interesse/chiusura');
    expect(await offered()).toBe(false);
    expect((await step('anna', id, 'gather-interest')).status).toBe(303);
    expect(await offered()).toBe(true);
    const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
    expect((await desk.post('anna', `/dossier/${id}/interesse/chiusura`, { version })).status).toBe(303);
    expect(await offered()).toBe(false);
  });

  it('finds a body among seventy by its kind and its name', async () => {
    const id = await opened();
    const { html } = await desk.get('anna', `/dossier/${id}`, { 'accept-language': 'it' });
    const universities = /<optgroup label="Università">([\s\S]*?)<\/optgroup>/.exec(html)?.[1] ?? '';
    const names = [...universities.matchAll(/<option[^>]*>([^<]*)</g)].map(([, name = '']) => name);
    expect(names).toContain('Politecnico di Milano');
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'it')));
  });
});

describe('where a dossier comes from', () => {
  it('is opened from the ranked list, once a round, and says who was first', async () => {
    const id = await opened();
    const page = await desk.get('anna', `/dossier/${id}`);
    expect(page.status).toBe(200);
    expect(textOf(page.html)).toContain('assegnato');
    const again = await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: TOPIC });
    expect(again.status).toBe(409);
    expect(textOf(again.html)).toContain('Anna Segreti è arrivato prima: dossier aperto');
  });

  it('proposes the role that triage showed, decides nothing by it, and proposes no more once one is chosen', async () => {
    const shown = /Urban mobility for cities, part 1 .*? (città \w+|partner|capofila) cominciare entro/.exec(
      textOf((await desk.get('anna', '/triage')).html),
    )?.[1];
    const id = await opened();
    const page = async () => (await desk.get('anna', `/dossier/${id}`)).html;
    const before = await page();
    expect(textOf(before)).toContain(`proposto: ${shown}`);
    const [, select = ''] =
      /<select id="role"[^>]*aria-describedby="role-hint">([\s\S]*?)<\/select>/.exec(before) ?? [];
    expect(/<option value="\w+" selected[^>]*>([^<]+)/.exec(select)?.[1]).toBe(shown);
    const role = async () => await desk.store.db.all(`select role from dossiers where id = '${id}'`);
    expect(await role()).toEqual([{ role: null }]);
    const form = { version: dossierVersionIn(before), 'groups[]': 'mobility', owner: 'anna', role: 'partner' };
    expect((await desk.post('anna', `/dossier/${id}/dati`, form)).status).toBe(303);
    const after = await page();
    expect(textOf(after)).not.toContain('proposto:');
    expect(after).not.toContain('role-hint');
  });

  it('is opened by hand in a minute, scored and listed like any other call', async () => {
    const answer = await desk.post('anna', '/dossier/nuovo/a-mano', {
      title: 'Città in bici: urban cycling for cities',
      programme: 'EUI',
      link: 'https://www.urban-initiative.eu/call',
      deadlineOn: '2027-05-10',
      note: 'Visto in newsletter <script>alert(1)</script>',
    });
    expect(answer.status).toBe(303);
    const page = await desk.get('anna', answer.location ?? '');
    expect(page.html).not.toContain('<script>alert');
    const key = /href="\/bandi\/(EUI-[0-9A-F]+)"/.exec(page.html)?.[1] ?? '';
    const call = await desk.get(null, `/bandi/${key}`);
    expect(call.status).toBe(200);
    expect(textOf(call.html)).toContain('0,80');
    // Its words are ours, not the Commission's, and not English.
    expect(call.html).toContain('<h1>Città in bici');
    expect(textOf(call.html)).toContain('Scritto da chi ha aggiunto il bando');
    expect(textOf(call.html)).not.toContain('della Commissione');
  });

  it('waits for an expected call with the date as people say it', async () => {
    const answer = await desk.post('anna', '/dossier/nuovo/atteso', {
      title: 'Driving Urban Transitions 2028',
      programme: 'DUT',
      expectedText: 'primavera 2028',
    });
    expect(textOf((await desk.get('anna', answer.location ?? '')).html)).toContain('primavera 2028');
  });

  it('names the fields that are missing', async () => {
    const answer = await desk.post('anna', '/dossier/nuovo/a-mano', {
      title: '',
      programme: '',
      link: 'javascript:alert(1)',
    });
    expect(answer.status).toBe(400);
    expect(textOf(answer.html)).toContain(
      'Titolo: scrivi qualcosa. Programma: scrivi qualcosa. Collegamento: scrivi un indirizzo che comincia con https://.',
    );
  });
});

describe('the page of a dossier', () => {
  it('offers what can be done, and what still stands in the way', async () => {
    const id = await opened();
    const text = textOf((await desk.get('anna', `/dossier/${id}`)).html);
    expect(text).toContain('Apri la valutazione: mancano i valutatori');
    expect((await step('anna', id, 'gather-interest')).status).toBe(303);
    expect(textOf((await desk.get('anna', `/dossier/${id}`)).html)).toContain('raccolta interesse');
    expect((await step('anna', id, 'open-review')).status).toBe(409);
    expect((await step('rita', id, 'discard', 'other')).status).toBe(403);
  });

  it('lets a call go by a reason code and words, and asks for what is missing', async () => {
    const id = await opened();
    const drop = async (form: Record<string, string>) => {
      const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
      const { status, html } = await desk.post('anna', `/dossier/${id}/passi`, { step: 'discard', version, ...form });
      return { status, text: textOf(html) };
    };
    expect((await drop({ reason: 'non per noi' })).text).toContain('Motivo dello scarto: scegli una voce dell’elenco.');
    expect((await drop({ reasonCode: 'other' })).text).toContain('Nota: scrivi qualcosa.');
    expect((await drop({ reasonCode: 'co-financing', note: 'serve il 40 %' })).status).toBe(303);
    expect(textOf((await desk.get('anna', `/dossier/${id}`)).html)).toContain('«cofinanziamento: serve il 40 %»');
  });

  it('draws its plan once it has a role', async () => {
    const id = await opened();
    const drawn = async () => (await desk.get('anna', `/dossier/${id}`)).html.includes('id="plan-drawing-0"');
    expect(await drawn()).toBe(false);
    const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
    const data = { version, 'groups[]': 'mobility', owner: 'anna', role: 'partner' };
    expect((await desk.post('anna', `/dossier/${id}/dati`, data)).status).toBe(303);
    expect(await drawn()).toBe(true);
  });

  it('takes one step of twenty that are tried at once', async () => {
    const id = await opened();
    const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => desk.post('anna', `/dossier/${id}/passi`, { step: 'gather-interest', version })),
    );
    expect(tries.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(tries.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  it('is not there for partners who have no part in it, nor for visitors', async () => {
    const id = await opened();
    expect((await desk.get('pina', `/dossier/${id}`)).status).toBe(403);
    expect((await desk.get(null, `/dossier/${id}`)).status).toBe(403);
    expect((await desk.get('leo', '/dossier')).status).toBe(403);
    expect((await desk.get('anna', '/dossier/nessuno')).status).toBe(404);
  });

  it('shows hostile text as text, everywhere it can be typed', async () => {
    const id = await opened();
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    await desk.post('anna', `/dossier/${id}/interventi`, { kind: 'fact', text: hostile });
    await desk.post('anna', `/dossier/${id}/partenariato`, { bodyId: '', name: hostile, role: 'partner' });
    const { html } = await desk.get('anna', `/dossier/${id}`);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script>|<img/);
  });
});

describe('lists', () => {
  it('show dossiers as a board and as a table, each language', async () => {
    await opened();
    for (const path of ['/dossier', '/dossier?vista=tabella', '/dossier?lang=en', '/oggi', '/calendario', '/']) {
      const page = await desk.get('anna', path);
      expect(page.status).toBe(200);
      expect(page.html).not.toMatch(/undefined|\[object |NaN/);
    }
    expect(textOf((await desk.get('anna', '/dossier')).html)).toContain('Urban mobility for cities, part 1');
  });
});
