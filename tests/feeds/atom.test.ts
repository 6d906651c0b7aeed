import { spawnSync } from 'node:child_process';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AtomFeed, renderAtom } from '../../src/feeds/render-atom.ts';

const feed = (title: string): AtomFeed => ({
  id: 'urn:uuid:2f5d3f0c-52a5-5d3c-9b0b-0f3a1c9f4d11',
  self: 'https://bandolo.example/feeds/pillars/mobility.atom',
  title: 'Bandolo · Mobilità',
  subtitle: 'Bandi nuovi e cambiati',
  link: 'https://bandolo.example/da-valutare?pillar=mobility',
  language: 'it',
  author: 'Associazione Milano Smart City',
  updatedAt: '2026-11-20T05:00:00Z',
  entries: [
    {
      id: 'https://bandolo.example/feeds/changes/7',
      title,
      link: 'https://bandolo.example/bandi/X',
      publishedAt: '2026-11-20T05:00:00Z',
      updatedAt: '2026-11-20T05:00:00Z',
      summary: title,
      categories: ['mobility'],
    },
  ],
});

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

describe('the Atom feed', () => {
  it('gives back any title it was given, markup and all, as plain text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        const $ = load(renderAtom(feed(`A & B <c> ${title}`)), { xml: true });
        expect($('entry > title').text().replace(/\s/g, '')).toContain('A&B<c>');
      }),
    );
  });

  it.runIf(hasXmllint)(
    'is well-formed for an independent parser, control characters and lone surrogates included',
    () => {
      const hostile = 'A & B <c> \u0000\u0007\u001b[31m \ud800 ]]> "quoted" \u202e';
      const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], {
        input: renderAtom(feed(hostile)),
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
    },
  );
});
