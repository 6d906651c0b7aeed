import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { storeFacts } from '../../db/schema/index.ts';
import { createApp } from '../../src/app.ts';
import { emptyStore } from '../support/store.ts';
import { CYCLING, HEATING, HOSTILE, pageDeps, readAsset, SMART_CITIES, UNDATED, worldApp } from './world.ts';

let app: Awaited<ReturnType<typeof worldApp>>;
beforeAll(async () => {
  app = await worldApp();
});

const PAGES = [
  '/',
  '/da-valutare',
  '/bandi',
  `/bandi/${CYCLING}`,
  '/partner',
  '/partner/atm',
  '/fonti',
  '/qualita',
  '/privacy',
  '/accessibilita',
];

async function read(path: string, headers: Record<string, string> = {}) {
  const response = await app.request(path, { headers });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** What a reader reads: tags and white space aside. */
const textOf = (html: string): string =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|&#039;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00a0]+/g, ' ');

describe('every page', () => {
  it.each(PAGES)(
    '%s stands in both languages, with one heading of the first level and no inline code',
    async (path) => {
      for (const lang of ['it', 'en']) {
        const { status, html, headers } = await read(path, { 'accept-language': lang });
        expect(status).toBe(200);
        expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${lang}">`));
        expect(html.match(/<h1[ >]/g)).toHaveLength(1);
        expect(html).not.toMatch(/ style="|<style| on[a-z]+="|<script(?! src="\/assets\/)|javascript:/);
        expect(html).not.toMatch(/undefined|\[object |NaN/);
        expect(headers.get('cache-control')).toMatch(/^(private, no-cache|public, max-age=0, s-maxage=60)/);
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      }
    },
  );

  it.each(PAGES)('%s has its headings in order and no id twice', async (path) => {
    const { html } = await read(path);
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('language', () => {
  it('is Italian unless wished otherwise, and a choice in the address is kept in a cookie', async () => {
    expect((await read('/bandi')).html).toContain('<html lang="it">');
    const chosen = await read('/bandi?lang=en', { 'accept-language': 'it' });
    expect(chosen.html).toContain('<html lang="en">');
    expect(chosen.headers.get('set-cookie')).toMatch(/^lang=en; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax/);
    expect((await read('/bandi', { cookie: 'lang=en', 'accept-language': 'it' })).html).toContain('<html lang="en">');
  });

  it('offers the same page in the other language with its filters', async () => {
    const { html } = await read('/bandi?q=citt%C3%A0&pillar=mobility');
    expect(html).toContain('href="/bandi?q=citt%C3%A0&amp;pillar=mobility&amp;lang=en"');
  });
});

describe('Da valutare', () => {
  it('shows calls by pillar with reasons, time, role and budget', async () => {
    const text = textOf((await read('/da-valutare')).html);
    expect(text).toContain('Da valutare');
    expect(text).toMatch(/Mobilità Smart Mobility 1 bando/);
    expect(text).toMatch(/perché .{0,80}cycling/i);
    expect(text).toContain('67 giorni');
    expect(text).toContain('28 gen 2027, 17:00');
    expect(text).toContain('20 M€');
    expect(text).toContain('apre tra 149 giorni');
    expect(text).toContain('750.000 €');
    expect(text).toContain('n. progetti non indicato');
    expect(text).toContain('stato da verificare');
    expect(text).toContain('FP10 (programma da riconoscere)');
    expect(text).not.toContain('Smart Cities and Communities');
  });

  it('narrows by pillar in the address, and says so where nothing is left', async () => {
    const mobility = await read('/da-valutare?pillar=mobility');
    expect(mobility.html).toContain(CYCLING);
    expect(mobility.html).not.toContain(HEATING);
    expect(textOf((await read('/da-valutare?pillar=people')).html)).toContain('Nessun bando di Persone supera oggi');
  });

  it('is a spreadsheet too, with formulas disarmed', async () => {
    const bytes = new Uint8Array(await (await app.request('/da-valutare.csv')).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { html: csv, headers } = await read('/da-valutare.csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.split('\r\n')[0]).toBe(
      'Codice;Titolo;Programma;Tipo di azione;Stato;Apertura;Scadenza (UTC);Giorni rimasti;Dotazione (euro);Progetti attesi;Pertinenza;Pilastro;Pagina ufficiale',
    );
    expect(csv).toContain(`"'=HYPERLINK(`);
    expect(csv).not.toContain('javascript:');
  });
});

describe('Bandi', () => {
  it('finds English calls by Italian words', async () => {
    expect((await read('/bandi?q=piste+ciclabili')).html).toContain(CYCLING);
  });

  it('shows what is live first, and the archive where nothing live answers', async () => {
    const browse = await read('/bandi');
    expect(browse.html).not.toContain(SMART_CITIES);
    const archive = textOf((await read('/bandi?q=communities')).html);
    expect(archive).toContain(SMART_CITIES);
    expect(archive).toContain('questi sono chiusi');
    expect(textOf((await read('/bandi?status=closed')).html)).toContain('1 bando trovato');
  });

  it('keeps its filters in the form and in the link to the spreadsheet', async () => {
    const { html } = await read(
      '/bandi?q=urban&status=open&programme=HORIZON&minRelevance=0.5&deadlineBefore=2027-06-01',
    );
    expect(html).toContain('value="urban"');
    expect(html).toMatch(/<option value="HORIZON" selected/);
    expect(html).toContain('value="2027-06-01"');
    expect(html).toContain(
      'href="/bandi.csv?q=urban&amp;status=open&amp;programme=HORIZON&amp;minRelevance=0.5&amp;deadlineBefore=2027-06-01"',
    );
  });

  it('takes empty fields of its own form as no filter', async () => {
    expect((await read('/bandi?q=&status=&programme=&pillar=&minRelevance=&deadlineBefore=&sort=')).status).toBe(200);
  });

  it('pages, and says when nothing fits', async () => {
    const second = textOf((await read('/bandi?pageSize=2&page=2')).html);
    expect(second).toContain('pagina 2 di 3');
    expect(textOf((await read('/bandi?q=zzzz')).html)).toContain('Nessun bando trovato');
  });

  it('names each parameter that cannot be used, and how to go on', async () => {
    const { status, html } = await read('/bandi?minRelevance=9&colore=blu');
    const text = textOf(html);
    expect(status).toBe(400);
    expect(text).toContain('Il parametro «minRelevance» non accetta il valore «9»');
    expect(text).toContain('Il parametro «colore» non esiste');
    expect(text).toContain('La stessa pagina senza filtri');
  });
});

describe('the page of a call', () => {
  it('says what it is, how much time, why it is here, who fits and what moved', async () => {
    const { html } = await read(`/bandi/${CYCLING}`);
    const text = textOf(html);
    expect(text).toContain('giovedì 28 gennaio 2027 ore 17:00 (Bruxelles) · mancano 67 giorni');
    expect(text).toContain('azione di innovazione (IA)');
    expect(text).toContain('È da valutare:');
    expect(text).toContain('ATM');
    expect(text).toContain('H1');
    expect(text).toContain('21 gen 2027, 17:00 → 28 gen 2027, 17:00');
    expect(text).toContain('in arrivo → aperto');
    expect(text).toContain('non noto → cycling');
    expect(html).toContain('<h1 lang="en">Safe cycling and urban mobility in cities</h1>');
  });

  it('marks the evidence in the text with the number it has in the table', async () => {
    const { html } = await read(`/bandi/${CYCLING}`);
    expect(html).toMatch(/<mark class="p-mobility">Cycle paths<sup>\d+<\/sup><\/mark>/);
    expect(html).toMatch(/<mark class="against">rural<sup>\d+<\/sup><\/mark>/);
    expect(html).toContain('Somma dei pesi');
  });

  it('draws several rounds and gives them as a table', async () => {
    const { html } = await read(`/bandi/${SMART_CITIES}`);
    expect(html.match(/<circle class="ring"/g)).toHaveLength(3);
    expect(textOf(html)).toContain('29 gennaio 2020, ore 17:00 Scadenza −2.489');
    expect(textOf(html)).toContain('Non è da valutare: le scadenze sono passate.');
  });

  it('names stages, shared pots and unknown numbers', async () => {
    const text = textOf((await read(`/bandi/${HEATING}`)).html);
    expect(text).toContain('a due fasi');
    expect(text).toContain('Scadenza della fase 2');
    expect(text).toContain('somma comune a più topic');
    expect(textOf((await read(`/bandi/${UNDATED}`)).html)).toContain('Nessuna data nota');
  });

  it('moves an old name for good, and asks which sibling is meant', async () => {
    const moved = await app.request('/bandi/HORIZON-OLD-NAME-01?lang=en');
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe(`/bandi/${CYCLING}?lang=en`);
    const siblings = await read('/bandi/HORIZON-EIT-2025-KIC');
    expect(siblings.status).toBe(404);
    expect(siblings.html).toContain('href="/bandi/41550002COMPETITIVE"');
    expect(textOf((await read('/bandi/41550002COMPETITIVE')).html)).toContain('ora da verificare');
  });

  it('shows hostile text as text', async () => {
    const { html } = await read(`/bandi/${HOSTILE}`);
    expect(html).not.toMatch(/<script(?! src="\/assets\/)|<img|onclick|href="javascript/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('partners and sources', () => {
  it('narrow by pillar and show the calls that fit', async () => {
    expect((await read('/partner?pillar=mobility')).html).toContain('/partner/atm');
    const text = textOf((await read('/partner/atm')).html);
    expect(text).toContain('998529156');
    expect(text).toContain('trasporto pubblico locale');
    expect((await app.request('/partner/998529156')).headers.get('location')).toBe('/partner/atm');
  });

  it('tell whether the data can be relied on', async () => {
    const text = textOf((await read('/fonti')).html);
    expect(text).toContain('Portale non raggiungibile');
    expect(text).toContain('Dati di agosto: mancano 3 mesi');
    expect(text).toContain('lettura incompleta');
    expect(text).toContain('905 su 905');
    expect(text).toContain('programma da riconoscere');
    expect(text).toContain('1.200, visto un giorno');
    expect(text).toContain('lettura delle fonti');
  });
});

describe('a running collect', () => {
  it('shows how far it is, and is read again with and without a script only while it runs', async () => {
    expect((await read('/fonti')).html).not.toMatch(/http-equiv="refresh"|data-live/);
    const store = await emptyStore();
    const value = {
      source: 'ft-portal',
      phase: 'topic: pass 1',
      pagesRead: 3,
      pagesTotal: 12,
      topicsSeen: 300,
      secondsLeft: 95,
    };
    await store.db.insert(storeFacts).values({ name: 'collect-progress', value, at: new Date().toISOString() });
    const html = await (await createApp(pageDeps(store), { readAsset }).request('/fonti')).text();
    expect(html).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>');
    expect(html).toContain('data-live="/fonti"');
    expect(textOf(html)).toContain('Pagine lette 3 di 12 Topic visti 300 Tempo rimasto circa 2 minuti');
  });
});

describe('when something is missing or broken', () => {
  it('says what is not there and where to go', async () => {
    for (const [path, words] of [
      ['/non-esiste', 'Questa pagina non c’è'],
      ['/bandi/NESSUNO', 'Nessun bando si chiama «NESSUNO»'],
      ['/partner/nessuno', 'Nessun partner ha il codice «nessuno»'],
    ] as const) {
      const { status, html } = await read(path);
      expect(status).toBe(404);
      expect(textOf(html)).toContain(words);
      expect(html).toContain('class="btn"');
    }
    expect((await app.request('/api/v1/nope')).headers.get('content-type')).toContain('application/problem+json');
  });

  it('keeps standing over an empty store', async () => {
    const store = await emptyStore();
    const bare = createApp(pageDeps(store), { readAsset });
    for (const path of ['/', '/bandi', '/partner', '/partner/atm', '/fonti']) {
      const response = await bare.request(path);
      expect(response.status).toBe(200);
    }
    expect(textOf(await (await bare.request('/')).text())).toContain('Nessun dato ancora');
  });

  it('tells nothing of a fault but the time, and logs the cause', async () => {
    const store = await emptyStore();
    const logged: unknown[] = [];
    const log = { ...pageDeps(store).log, error: (fields: object) => void logged.push(fields) };
    const broken = createApp(pageDeps(store, { log }), { readAsset });
    await store.db.run(sql`alter table topics rename to mislaid`);
    const response = await broken.request('/bandi');
    const text = textOf(await response.text());
    expect(response.status).toBe(500);
    expect(text).toContain('Qualcosa si è rotto qui');
    expect(text).not.toMatch(/sqlite|database|stack/i);
    expect(logged).toHaveLength(1);
  });
});
