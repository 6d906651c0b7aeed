import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NodeStore } from '../../db/store.node.ts';
import { createApp } from '../../src/app.ts';
import type { ApiScope } from '../../src/domain/api-scope.ts';
import { issueApiKey, revokeApiKey } from '../../src/services/operate/api-keys.ts';
import { score } from '../feeds/stage.ts';
import { depsOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aRound, aTopic } from '../support/topics.ts';
import { axeFindings, sidewaysOverflow } from './house.ts';

const COMUNE = 'comune-di-milano';
const POLITECNICO = 'politecnico-di-milano';
/** As a careful partner would serve the page: nothing inline, nothing from elsewhere but the API. */
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src http://127.0.0.1:*";
const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

let store: NodeStore;
let deps: ReturnType<typeof depsOf>;
let browser: Browser;
let api: string;
let site: string;
const closing: (() => void)[] = [];
const complaints: string[] = [];

async function listen(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => (server.listening ? resolve(null) : server.once('listening', resolve)));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const page404 = new Response('not found', { status: 404 });
const staticSite = new Hono().get('/:file?', (c) => {
  const file = c.req.param('file') ?? 'index.html';
  const type = TYPES[file.split('.').at(-1) ?? ''];
  if (type === undefined) return page404.clone();
  const body = readFileSync(`examples/partner-dashboard/${file}`);
  return c.body(new Uint8Array(body), 200, { 'content-type': type, 'content-security-policy': STRICT });
});

beforeAll(async () => {
  store = await emptyStore();
  deps = depsOf(store);
  const bus = aTopic({
    title: 'Clean <b>buses</b>',
    url: 'https://ec.europa.eu/bus',
    rounds: [aRound({ closesOn: '2026-12-10' })],
  });
  const homes = aTopic({
    title: 'Warm homes',
    url: 'javascript:alert(1)',
    rounds: [aRound({ closesOn: '2027-05-20' })],
  });
  await seed(store, [bus, homes]);
  await score(store, [bus], { partners: { [COMUNE]: 0.91, [POLITECNICO]: 0.3 } });
  await score(store, [homes], { partners: { [POLITECNICO]: 0.8 } });
  api = await listen(createApp(deps).fetch);
  site = await listen(staticSite.fetch);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
});
afterAll(async () => {
  await browser.close();
  for (const close of closing) close();
  store.close();
});
afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

const keyFor = async (partner: string, scopes: ApiScope[] = ['topics:read', 'matches:read']) =>
  await issueApiKey({ deps, input: { partner, scopes, label: '' } });

async function openDoor(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'it-IT', ...options })).newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[13]/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(site);
  return page;
}

async function enter(page: Page, key: string, server = api): Promise<void> {
  await page.getByLabel('Indirizzo di Bandolo').fill(server);
  await page.getByLabel('Chiave').fill(key);
  await page.getByRole('button', { name: 'Apri' }).click();
}

const titles = (page: Page) => page.locator('tbody th').allInnerTexts();

describe('two partners at the example dashboard', () => {
  it('each see their own calls, best first, and their deadlines drawn', async () => {
    const [comune, politecnico] = [await openDoor(), await openDoor()];
    await enter(comune, (await keyFor(COMUNE)).key);
    await enter(politecnico, (await keyFor(POLITECNICO)).key);
    await comune.getByRole('heading', { name: 'Bandi per Comune di Milano' }).waitFor();
    await politecnico.getByRole('heading', { name: /Bandi per Politecnico/ }).waitFor();
    expect((await titles(comune)).map((title) => title.split('\n')[0])).toEqual(['Clean <b>buses</b>']);
    expect((await titles(politecnico)).map((title) => title.split('\n')[0])).toEqual([
      'Warm homes',
      'Clean <b>buses</b>',
    ]);
    expect(await comune.locator('svg circle').count()).toBe(1);
    expect(await politecnico.locator('svg circle').count()).toBe(2);
    expect(await comune.locator('svg circle title').textContent()).toContain('10 dicembre 2026');
    expect(await comune.locator('svg circle').getAttribute('class')).toBe('deadline soon');
    expect(await politecnico.getByRole('link').count()).toBe(1);
  });

  it('keep the key in the tab: not in the address, and gone when they leave', async () => {
    const page = await openDoor();
    await enter(page, (await keyFor(COMUNE)).key);
    await page.getByRole('table').waitFor();
    expect(page.url()).toBe(`${site}/`);
    await page.reload();
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: 'Esci' }).click();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage))).not.toContain(
      'bdl_',
    );
  });

  it('read it in their language', async () => {
    const page = await openDoor();
    await enter(page, (await keyFor(COMUNE)).key);
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: 'EN' }).click();
    await page.getByRole('heading', { name: 'Calls for Comune di Milano' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('tbody td').allInnerTexts()).toContain('10 December 2026 at 17:00');
  });

  it('are told what to do when their key is revoked, too narrow, or Bandolo is not there', async () => {
    const { key, card } = await keyFor(COMUNE);
    await revokeApiKey({ deps, input: { prefix: card.prefix } });
    const page = await openDoor();
    await enter(page, key);
    await page.getByRole('alert').getByText('revocata').waitFor();
    await enter(page, (await keyFor(COMUNE, ['topics:read'])).key);
    await page.getByRole('alert').getByText('matches:read').waitFor();
    await enter(page, key, 'http://127.0.0.1:9');
    await page.getByRole('alert').getByText('non risponde').waitFor();
    complaints.splice(0);
  });

  it.each([
    ['a phone, in the dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const }],
    ['a screen', { viewport: { width: 1280, height: 800 } }],
  ])('find it accessible on %s', async (_, options) => {
    const page = await openDoor(options);
    expect(await axeFindings(page)).toEqual([]);
    await enter(page, (await keyFor(POLITECNICO)).key);
    await page.getByRole('table').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    // Every dot of the timeline is on the screen, without scrolling it sideways.
    const width = page.viewportSize()?.width ?? 0;
    for (const dot of await page.locator('svg circle').all()) {
      const box = await dot.boundingBox();
      expect(box === null ? -1 : box.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
  });
});
