import { Hono } from 'hono';

/** Reads one file of `src/pages/assets` by its path there: from the disk on Node, from the assets binding on Workers. */
export type ReadAsset = (path: string) => Promise<Uint8Array>;

/** The stylesheet is written in parts and served as one file, in this order. */
const STYLES = ['tokens', 'base', 'frame', 'parts', 'lists', 'forms', 'charts', 'sketch', 'desk', 'print'];
const FONTS = ['400', '600', '700'].flatMap((weight) =>
  ['latin', 'latin-ext'].map((subset) => `fonts/titillium-web-${subset}-${weight}-normal.woff2`),
);
const SINGLE_FILES = ['bandolo.js', 'passkeys.js', 'favicon.svg', 'fonts/OFL.txt', ...FONTS];

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  woff2: 'font/woff2',
};
const YEAR_S = 31_536_000;

export type AssetUrls = Readonly<Record<'style' | 'script' | 'passkeys' | 'icon', string>>;
type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export interface AssetSet {
  version: string;
  files: Files;
  urls: AssetUrls;
}

/** All assets, read at the first wish and then kept (about 100 kB); a failed reading is tried again at the next. */
export function openAssets(read: ReadAsset): () => Promise<AssetSet> {
  let loaded: Promise<AssetSet> | undefined;
  return () => {
    loaded ??= loadAssets(read).catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

/**
 * Names the assets by what they contain: one version for the set, so that the stylesheet's relative font addresses
 * hold, and any address may be cached for ever.
 */
async function loadAssets(read: ReadAsset): Promise<AssetSet> {
  const styles = await Promise.all(STYLES.map((name) => read(`styles/${name}.css`)));
  const singles = await Promise.all(SINGLE_FILES.map(async (path) => [path, joined([await read(path)])] as const));
  const files: Files = new Map([['bandolo.css', joined(styles)], ...singles]);
  const version = await hashOf(files);
  const url = (path: string) => `/assets/${version}/${path}`;
  return {
    version,
    files,
    urls: {
      style: url('bandolo.css'),
      script: url('bandolo.js'),
      passkeys: url('passkeys.js'),
      icon: url('favicon.svg'),
    },
  };
}

/** Serves `/assets/<version>/<path>`. */
export function assetRoutes(assets: () => Promise<AssetSet>): Hono {
  const app = new Hono();
  // Browsers and feed readers ask for this name whatever the page says.
  app.get('/favicon.ico', async (c) => c.redirect((await assets()).urls.icon, 302));
  app.get('/assets/:version/:path{.+}', async (c) => {
    const { files, version } = await assets();
    const path = c.req.param('path');
    const body = files.get(path);
    if (body === undefined) return c.notFound();
    // A page of an earlier release may still ask by its version: it gets today's file, but may not keep it.
    const current = c.req.param('version') === version;
    return c.body(body, 200, {
      'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'cache-control': current ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
    });
  });
  return app;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The first ten hex digits of the SHA-256 over names and contents. */
async function hashOf(files: Files): Promise<string> {
  const named = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = await crypto.subtle.digest(
    'SHA-256',
    joined(named.flatMap(([name, body]) => [new TextEncoder().encode(name), body])),
  );
  return [...new Uint8Array(digest).slice(0, 5)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
