import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/pages/messages/en.ts';
import { day } from '../../src/pages/messages/it/articles.ts';
import { it as italian } from '../../src/pages/messages/it.ts';
import { plural } from '../../src/pages/messages/plural.ts';

const PAGES = join(import.meta.dirname, '../../src/pages');

/** Every message with its path: `topics.inTime.pilot`. */
function flatten(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map([[path, value]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...flatten(inner, path === '' ? key : `${path}.${key}`)]),
  );
}

const ours = flatten(italian);
const theirs = flatten(en);
const sources = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('messages'))
  .map((file) => readFileSync(join(PAGES, file), 'utf8'))
  .join('\n');

/** Said the same way in both languages, and rightly so. */
const SAME = new Set([
  'frame.api',
  'frame.privacy',
  'frame.partners',
  'partners.title',
  'members.gepAnswers.no',
  'needs.line',
  'words.source.cordis',
  'topics.pillar',
  'quality.ours',
  'audit.subjects.dossier',
  'audit.subjects.webhook',
]);
/** The menu names its items by their place. */
const BY_PLACE = new Set(['frame.shortlist', 'frame.topics', 'frame.partners', 'frame.sources', 'frame.quality']);
const ENGLISH = /\b(the|and|with|from|which|that|your|deadline|budget|of)\b/i;

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort());
  });

  it('have no message that no page says', () => {
    const unused = [...ours.keys()].filter((path) => {
      const [section = '', key = ''] = path.split('.');
      return !BY_PLACE.has(path) && !new RegExp(`\\b${section}\\.${key}\\b`).test(sources);
    });
    expect(unused).toEqual([]);
  });

  it('leave no English in the Italian, and nothing untranslated', () => {
    const texts = [...ours].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const suspicious = texts.filter(
      ([path, text]) => !SAME.has(path) && (ENGLISH.test(text) || text === theirs.get(path)),
    );
    expect(suspicious).toEqual([]);
  });

  it('leave no letter of an alphabet as text in the components', () => {
    const literal = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        [...readFileSync(join(PAGES, file), 'utf8').matchAll(/^\s+([A-Z][a-zà-ù]+(?: [a-zà-ù]+)*)$/gm)].map(
          (match) => match[1],
        ),
      )
      .filter((word) => word !== 'Bandolo');
    expect(literal).toEqual([]);
  });
});

describe('wording', () => {
  it('counts by the language’s own rule', () => {
    const forms = { zero: 'nessun bando', one: 'un bando', other: '# bandi' };
    expect([0, 1, 2, 1179].map((count) => plural('it')(count, forms))).toEqual([
      'nessun bando',
      'un bando',
      '2 bandi',
      '1.179 bandi',
    ]);
    expect(plural('en')(0, { one: '# call', other: '# calls' })).toBe('0 calls');
  });

  it('elides before eight and eleven', () => {
    expect(['8 marzo', '11 marzo', '1 marzo', '18 marzo'].map((when) => day('dal', when))).toEqual([
      'dall’8 marzo',
      'dall’11 marzo',
      'dal 1º marzo',
      'dal 18 marzo',
    ]);
  });
});
