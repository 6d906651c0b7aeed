import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type Player, tokenOf } from './desk-world.ts';

/** The browsers of the people of `CAST`, on a house that knows them, whichever engine runs it. */
export interface DeskBrowsers {
  /** A browser of one person, on a page. */
  open(player: Player | null, path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openDeskBrowsers(baseURL: string): Promise<DeskBrowsers> {
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
    close: () => browser.close(),
  };
}
