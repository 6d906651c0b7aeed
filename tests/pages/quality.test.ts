import { describe, expect, it } from 'vitest';
import { aQuarter, publishedQuality } from '../../src/services/matching/quality-report.ts';
import { pageDeps, QUALITY, worldApp, worldStore } from './world.ts';

const read = async (own: Parameters<typeof worldApp>[0] = {}, lang = 'it') => {
  const app = await worldApp(own);
  return (await app.request('/qualita', { headers: { 'accept-language': lang } })).text();
};

describe('Qualità', () => {
  it('stands in the menu under Altro', async () => {
    expect(await read()).toMatch(/<a class="item here" href="\/qualita" aria-current="page">\s*Qualità/);
  });

  it('has a table under each plot, closed or open', async () => {
    const html = await read();
    const figures = html.match(/<figure>[\s\S]*?<\/figure>/g) ?? [];
    expect(figures.length).toBeGreaterThanOrEqual(2 * QUALITY.city.length + QUALITY.pillars.length + 2);
    for (const figure of figures) {
      expect(figure).toMatch(/<svg[^>]* role="img"[^>]*><title /);
      expect(figure.indexOf('<tbody>')).toBeGreaterThan(figure.indexOf('</svg>'));
    }
  });

  it('sets every figure of a set beside two rivals', async () => {
    const html = await read({}, 'en');
    const bodies = html.match(/<tbody><tr class="ours">[\s\S]*?<\/tbody>/g) ?? [];
    expect(bodies).toHaveLength(QUALITY.city.length);
    for (const body of bodies) expect(body).toMatch(/Bandolo[\s\S]*keyword count[\s\S]*BM25/);
  });

  it('names no partner whom the profile does not know', async () => {
    const { profile } = pageDeps(await worldStore());
    const html = await read({ profile: { ...profile, partners: profile.partners.slice(0, 1) } });
    expect(html).not.toContain('Politecnico');
  });

  it('says so when the figures are of other weights than those that score, and when there are none', async () => {
    expect(await read()).toContain('pesi diversi');
    const deps = pageDeps(await worldStore());
    const scorer = { ...deps.scorer, version: `lexicon+${QUALITY.weightsVersion}+words` };
    expect(publishedQuality({ deps: { ...deps, scorer } })?.ofTheseWeights).toBe(true);
    expect(await read({ scorer })).not.toContain('pesi diversi');
    expect(await read({ quality: () => null })).toContain('Nessuna misura');
  });

  it('tells a list of any length in the proportion of 60 of 700', () => {
    expect(aQuarter(1400, { length: 120, missed: 10, noise: 60 })).toEqual({ missed: 5, noise: 30 });
  });
});
