import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTrackRecordSnapshot } from '../../db/seed/track-record/read-snapshot.ts';
import { createApp } from '../../src/app.ts';
import { loadTrackRecord } from '../../src/services/collect/load-track-record.ts';
import { scoreTopics } from '../../src/services/matching/score-topics.ts';
import { readProfile } from '../quality/read-scoring-data.ts';
import { aScorer } from '../support/scorer.ts';
import { CYCLING, HEATING, pageDeps, readAsset, SMART_CITIES, worldStore } from './world.ts';

/** Bodies, projects and words that are Milan's alone. */
const OF_MILAN = /milan|polimi|politecnico di milano|bicocca|bocconi|lombard|sharing cities|\bAMAT\b|\bAREA C\b/i;

const OTHER_CITIES = readdirSync(new URL('../../db/seed/profiles/', import.meta.url))
  .map((file) => file.replace('.json', ''))
  .filter((id) => id !== 'milano');

describe.each(OTHER_CITIES)('with the profile of %s', (id) => {
  const profile = readProfile(id);
  const open = async () => {
    const store = await worldStore();
    const deps = pageDeps(store, { profile, scorer: aScorer(profile), quality: undefined });
    await scoreTopics({ deps });
    await loadTrackRecord({ deps, input: { snapshot: readTrackRecordSnapshot() } });
    return createApp(deps, { readAsset });
  };

  it('every page speaks of that city and has no word of Milan', async () => {
    const app = await open();
    const pages = ['/', '/bandi', '/partner', '/fonti', '/qualita', '/privacy', '/accessibilita'];
    const topics = [CYCLING, HEATING, SMART_CITIES].map((key) => `/bandi/${key}`);
    const partners = profile.partners.map((partner) => `/partner/${partner.id}`);
    // A peer or national body of this profile may bear the name; what it is called is a fact of its own.
    const own = profile.partners.flatMap(({ id, name, legalName, competences }) => [
      id,
      name,
      legalName,
      ...competences.it,
      ...competences.en,
    ]);
    for (const path of [...pages, ...topics, ...partners]) {
      for (const lang of ['it', 'en']) {
        const answer = await app.request(path, { headers: { 'accept-language': lang } });
        expect([path, answer.status]).toEqual([path, 200]);
        const html = own.reduce((text, words) => text.replaceAll(words, ''), await answer.text());
        expect([path, OF_MILAN.exec(html)?.[0]]).toEqual([path, undefined]);
      }
    }
    expect(await (await app.request('/')).text()).toContain(profile.city.it);
  });

  it('a shortlist stands, with the same calls for a city like any other', async () => {
    const app = await open();
    const answer = await app.request('/api/v1/shortlist');
    const { items, total } = (await answer.json()) as { items: { identifier: string }[]; total: number };
    expect(total).toBeGreaterThan(0);
    expect(items.map(({ identifier }) => identifier)).toContain(CYCLING);
  });
});
