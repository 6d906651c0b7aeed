import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CityProfileError, parseCityProfile } from '../../src/domain/city-profile.ts';
import { CITY_LABELS } from '../../src/domain/labels/cities.ts';

const FOLDER = new URL('../../db/seed/profiles/', import.meta.url);

function readJson(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}

function problemsOf(json: unknown): readonly string[] {
  try {
    parseCityProfile(json);
  } catch (error) {
    if (error instanceof CityProfileError) return error.problems;
    throw error;
  }
  return [];
}

describe('the bundled profiles', () => {
  it.each(readdirSync(FOLDER))('%s can be used as it is', (name) => {
    const profile = parseCityProfile(readJson(name));
    expect(`${profile.id}.json`).toBe(name);
    expect(CITY_LABELS[profile.id], `${profile.id}: its line in src/domain/labels/cities.ts`).toEqual(profile.city);
    for (const partner of profile.partners) {
      expect(partner.competences.it.length, partner.id).toBe(partner.competences.en.length);
      expect(partner.competences.en.length, partner.id).toBeGreaterThanOrEqual(4);
      expect(partner.roles, partner.id).not.toHaveLength(0);
    }
  });

  it('Milano has its 77 bodies, seven laboratories and one lighthouse project', () => {
    const milano = parseCityProfile(readJson('milano.json'));
    expect(milano.partners).toHaveLength(77);
    expect(milano.partners.filter((partner) => partner.pic !== null)).toHaveLength(64);
    expect(milano.laboratories).toHaveLength(7);
    expect(milano.facts.lighthouseIn).toMatchObject({ topic: 'SCC-01-2015', grantAgreement: '691895' });
  });

  it('lets no university buy and no company lead as a city', () => {
    for (const partner of parseCityProfile(readJson('milano.json')).partners) {
      if (partner.type === 'HES') expect(partner.roles, partner.id).not.toContain('procurer');
      if (partner.type !== 'PUB') expect(partner.roles, partner.id).not.toContain('lighthouse');
    }
  });

  it('knows Genova by the sea and Torino inland, neither of them a lighthouse', () => {
    const [genova, torino] = ['genova.json', 'torino.json'].map((name) => parseCityProfile(readJson(name)));
    expect(genova?.facts).toMatchObject({ coastal: true, missionCity: false, lighthouseIn: null });
    expect(torino?.facts).toMatchObject({ coastal: false, missionCity: true, lighthouseIn: null });
  });
});

describe('a profile that cannot be used', () => {
  it('is refused with the field, the value and what was expected, all faults at once', () => {
    const profile = {
      ...readJson('milano.json'),
      country: 'ITA',
      municipality: 'comune-di-atlantide',
      mayor: 'nobody',
    };
    const problems = problemsOf(profile).join('\n');
    expect(problems).toContain('country: "ITA"');
    expect(problems).toContain('mayor');
  });

  it('names a municipality that is none of the partners', () => {
    expect(problemsOf({ ...readJson('milano.json'), municipality: 'comune-di-atlantide' })).toEqual([
      'municipality: "comune-di-atlantide": expected the id of one of the partners',
    ]);
  });

  it('names a PIC that is a number or stands twice', () => {
    const profile = readJson('genova.json');
    const partners = profile.partners as Record<string, unknown>[];
    const [first, second, ...rest] = partners;
    expect(problemsOf({ ...profile, partners: [{ ...first, pic: 998295095 }, second, ...rest] }).join()).toContain(
      'partners.0.pic: 998295095',
    );
    expect(problemsOf({ ...profile, partners: [first, { ...second, pic: first?.pic }, ...rest] })).toEqual([
      `partners.1.pic: "${first?.pic}": expected a PIC that no other partner has`,
    ]);
  });

  it('says so when the file is no object at all', () => {
    expect(problemsOf('milano').join()).toContain('(file): "milano"');
  });
});
