import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { BrowserContextOptions } from 'playwright-core';
import type { NodeStore } from '../../../db/store.node.ts';
import { createApp } from '../../../src/app.ts';
import type { Deps } from '../../../src/services/deps.ts';
import { depsOf } from '../../support/deps.ts';
import { readAsset } from '../world.ts';
import { type DeskBrowsers, openDeskBrowsers } from './desk-browsers.ts';

export interface DeskHouse extends DeskBrowsers {
  /** The whole address of a path of this house. */
  at(path: string): string;
}

/** The real app over a store of the desk, behind a real browser. */
export async function openDeskHouse(store: NodeStore, own: Partial<Deps> = {}): Promise<DeskHouse> {
  const app = createApp(depsOf(store, { secretKey: 'of a test', ...own }), { readAsset });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => (server.listening ? resolve(null) : server.once('listening', resolve)));
  const { port } = server.address() as AddressInfo;
  const baseURL = `http://127.0.0.1:${port}`;
  const browsers = await openDeskBrowsers(baseURL);
  return {
    open: browsers.open,
    at: (path) => new URL(path, baseURL).href,
    async close() {
      await browsers.close();
      server.close();
    },
  };
}

/** The windows that people look through. */
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 } };
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
