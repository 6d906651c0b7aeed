import { beforeAll, describe, expect, it } from 'vitest';
import { readTrackRecordSnapshot } from '../../db/seed/track-record/read-snapshot.ts';
import type { NodeStore } from '../../db/store.node.ts';
import { createApp } from '../../src/app.ts';
import { loadTrackRecord } from '../../src/services/collect/load-track-record.ts';
import { CYCLING, pageDeps, readAsset, SMART_CITIES, worldStore } from './world.ts';

let store: NodeStore;
beforeAll(async () => {
  store = await worldStore();
  await loadTrackRecord({ deps: pageDeps(store), input: { snapshot: readTrackRecordSnapshot() } });
});

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
const read = async (path: string, lang = 'it') => {
  const app = createApp(pageDeps(store), { readAsset });
  return (await app.request(path, { headers: { 'accept-language': lang } })).text();
};
const panel = async (path: string, id: string, lang?: string) => {
  const html = await read(path, lang);
  return (html.match(/<section[\s\S]*?<\/section>/g) ?? []).find((one) => one.includes(`id="${id}"`)) ?? '';
};

describe('who won this before', () => {
  it('names the forerunners, their projects, our part in them, and links to CORDIS', async () => {
    const html = await panel(`/bandi/${SMART_CITIES}`, 'h-winners');
    expect(textOf(html)).toMatch(/I predecessori SCC-/);
    expect(html).toContain('href="https://cordis.europa.eu/project/id/691895"');
    expect(textOf(html)).toMatch(/2016 .*Comune di Milano partecipante/);
    expect(textOf(html)).toMatch(/\d+ comuni/);
  });

  it('says so where nothing is known', async () => {
    expect(textOf(await panel('/bandi/FP10-UNKNOWN-01', 'h-winners'))).toContain('Nessun progetto finanziato è noto');
  });
});

describe('our consortium', () => {
  it('says who could fill a role, how many countries are still needed, and what nobody knows', async () => {
    const text = textOf(await panel(`/bandi/${SMART_CITIES}`, 'h-consortium'));
    expect(text).toMatch(/capofila/);
    expect(text).toContain('Politecnico di Milano');
    expect(text).toMatch(/Servono 3 paesi: 2 ancora da trovare/);
    expect(text).toContain('Non si sa: il testo del bando');
  });
});

describe('what would change the verdict', () => {
  it('is a phrase with its place, or the strongest run of them', async () => {
    const text = textOf(await panel(`/bandi/${CYCLING}`, 'h-why', 'en'));
    expect(text).toMatch(/What would change the verdict: without [a-z ]+ \( ?(title|Scope|Expected)/i);
    expect(text).toMatch(/would fall to 0\.\d\d, below the threshold 0\.50/);
  });

  it('is not told of a call that is closed: no word would bring it back', async () => {
    const text = textOf(await panel(`/bandi/${SMART_CITIES}`, 'h-why', 'en'));
    expect(text).toContain('Decided by the rule “closed”');
    expect(text).not.toContain('What would change');
  });
});

describe('the page of a partner', () => {
  it('lists what it won, as what, and links to CORDIS', async () => {
    const html = await panel('/partner/comune-di-milano', 'h-record');
    expect(html).toContain('https://cordis.europa.eu/project/id/691895');
    expect(textOf(html)).toMatch(/\d+ progetti/);
    expect(textOf(html)).toContain('SCC-01-2015 partecipante');
  });
});
