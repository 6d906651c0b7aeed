import { load } from 'cheerio/slim';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { en } from '../../../src/pages/messages/en.ts';
import { it as italian } from '../../../src/pages/messages/it.ts';
import type { Player } from '../desk/desk-world.ts';
import { type LivedInHouse, livedInHouse } from '../lived-in-house.ts';
import { readAsset } from '../world.ts';
import { routesOf } from './routes.ts';

let house: LivedInHouse;
let paths: string[];
beforeAll(async () => {
  house = await livedInHouse();
  paths = routesOf(createApp(house.desk.deps, { readAsset }))
    .filter(({ method }) => method === 'GET')
    .map(({ pattern }) => house.addresses[pattern] ?? pattern);
}, 120_000);

const wordsIn = (catalogue: unknown): string[] =>
  typeof catalogue === 'string'
    ? (catalogue.toLowerCase().match(/[a-zà-ù]{4,}/g) ?? [])
    : typeof catalogue === 'object' && catalogue !== null
      ? Object.values(catalogue).flatMap(wordsIn)
      : [];

/** English words that Italian pages use as their own, or that are names. */
const SHARED = new Set([
  'portal',
  'calls',
  'html',
  'programme',
  'mobility',
  'funding',
  'tenders',
  'open',
  'search',
  'token',
]);

/** Names: of the test's calls and cities, of partners, projects and the event `interest.requested`. */
const NAMES = 'call cities city urban part example food nature space smart impact links interest'.split(' ');

/** What a person reads of a page in its own language: what is marked as another's is another's, code is nobody's. */
function ownWords(html: string): string[] {
  const $ = load(html, {}, true);
  const said = $('[aria-label], [title], [placeholder], img[alt]')
    .toArray()
    .filter((one) => $(one).closest('[lang=en]').length === 0)
    .flatMap((one) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => $(one).attr(name) ?? ''));
  $('body [lang=en], code, script, style, textarea, .mono').remove();
  return (
    [...said, $('title').text(), $('body').text()]
      .join(' ')
      .toLowerCase()
      .match(/[a-zà-ù]{4,}/g) ?? []
  );
}

describe('an Italian page', () => {
  it('says no word that only the English catalogue knows, whoever reads it', async () => {
    const ours = new Set(wordsIn(italian));
    const foreign = new Set(
      wordsIn(en).filter((word) => !ours.has(word) && !SHARED.has(word) && !NAMES.includes(word)),
    );
    expect(foreign.size).toBeGreaterThan(500);
    const leaks = new Map<string, string>();
    let read = 0;
    for (const player of [null, 'anna', 'sergio', 'ada', 'rita', 'pina'] as readonly (Player | null)[])
      for (const path of paths) {
        const { html, headers } = await house.desk.get(player, path, { 'accept-language': 'it' });
        if (!headers.get('content-type')?.startsWith('text/html')) continue;
        // The reference of the API is for programmers, in English; a call's own title stands in the page's title.
        if (path.startsWith('/api/')) continue;
        read += 1;
        for (const word of ownWords(html))
          if (foreign.has(word) && !leaks.has(word)) leaks.set(word, `${player} ${path}`);
      }
    expect(read).toBeGreaterThan(200);
    expect(Object.fromEntries(leaks)).toEqual({});
  }, 120_000);
});
