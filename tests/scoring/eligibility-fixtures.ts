import { readFileSync } from 'node:fs';
import { type CityProfile, parseCityProfile } from '../../src/domain/city-profile.ts';
import type { Partner } from '../../src/domain/partner.ts';
import type { EligibilityTopic } from '../../src/scoring/eligibility/eligibility-topic.ts';

const read = (name: string) =>
  parseCityProfile(JSON.parse(readFileSync(new URL(`../../db/seed/profiles/${name}.json`, import.meta.url), 'utf8')));

export const MILANO = read('milano');
export const GENOVA = read('genova');
export const TORINO = read('torino');

export function body(id: string, profile: CityProfile = MILANO): Partner {
  const found = profile.partners.find((partner) => partner.id === id);
  if (found === undefined) throw new Error(`no partner ${id}`);
  return found;
}

export const city = (profile: CityProfile): Partner => body(profile.municipality, profile);

/** A single-stage innovation action of Horizon Europe without text, closing on 8 October 2026 at 17:00 in Brussels. */
export function topic(facts: Partial<EligibilityTopic> & { text?: string } = {}): EligibilityTopic {
  const { text, ...rest } = facts;
  return {
    key: rest.identifier ?? 'T',
    identifier: 'HORIZON-TEST-2026-01',
    title: 'A call about something',
    programme: 'HORIZON',
    callIdentifier: null,
    callTitle: null,
    typesOfAction: ['IA'],
    keywords: [],
    programmeParts: [],
    texts: text === undefined ? [] : [{ field: 'section:0', kind: 'scope', text }],
    deadlineOn: '2026-10-08',
    rounds: [{ deadlineModel: 'single-stage', deadlines: [{ at: '2026-10-08T15:00:00Z' }], expectedGrants: null }],
    ...rest,
  };
}
