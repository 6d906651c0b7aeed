import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { NodeStore } from '../../../db/store.node.ts';
import { createApp } from '../../../src/app.ts';
import type { Deps } from '../../../src/services/deps.ts';
import { depsOf } from '../../support/deps.ts';
import { readAsset } from '../world.ts';
import { type Player, tokenOf } from './desk-world.ts';

export interface DeskHouse {
  /** A browser of one person, on a page. */
  open(player: Player | null, path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The whole address of a path of this house. */
  at(path: string): string;
  close(): Promise<void>;
}

/** The real app over a store of the desk, behind a real browser. */
export async function openDeskHouse(store: NodeStore, own: Partial<Deps> = {}): Promise<DeskHouse> {
  const app = createApp(depsOf(store, { secretKey: 'of a test', ...own }), { readAsset });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => (server.listening ? resolve(null) : server.once('listening', resolve)));
  const { port } = server.address() as AddressInfo;
  const baseURL = `http://127.0.0.1:${port}`;
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
  return {
    async open(player, path, options = {}) {
      const context = await browser.newContext({ baseURL, locale: 'it-IT', ...options });
      if (player !== null) await context.addCookies([{ name: 'bandolo', value: tokenOf(player), url: baseURL }]);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
    at: (path) => new URL(path, baseURL).href,
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** The windows that people look through. */
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 } };
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
