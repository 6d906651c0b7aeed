import { describe, expect, it } from 'vitest';
import { assetRoutes, openAssets } from '../../src/pages/assets.ts';
import { readAsset } from './world.ts';

describe('assets', () => {
  const assets = openAssets(readAsset);
  const app = assetRoutes(assets);

  it('are named by what they contain and may be kept for ever', async () => {
    const { urls } = await assets();
    const response = await app.request(urls.style);
    expect(urls.style).toMatch(/^\/assets\/[0-9a-f]{10}\/bandolo\.css$/);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it('answer an older name too, not to be kept, and nothing else', async () => {
    expect((await app.request('/assets/0000000000/bandolo.js')).headers.get('cache-control')).toBe('no-cache');
    expect((await app.request('/assets/0000000000/nope.css')).status).toBe(404);
    expect((await app.request('/assets/0000000000/..%2f..%2fpackage.json')).status).toBe(404);
    expect((await app.request('/favicon.ico')).status).toBe(302);
  });

  it('hold every font that the stylesheet names, and no address outside', async () => {
    const { files, urls } = await assets();
    const css = await (await app.request(urls.style)).text();
    const named = [...css.matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
    expect(named.length).toBe(6);
    expect(named.filter((name) => !files.has(name))).toEqual([]);
    expect(css).not.toMatch(/https?:/);
  });

  it('are read again after a failure', async () => {
    let tries = 0;
    const flaky = openAssets((path) => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('disk')) : readAsset(path);
    });
    await expect(flaky()).rejects.toThrow('disk');
    expect((await flaky()).files.size).toBeGreaterThan(8);
  });
});
