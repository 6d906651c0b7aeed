import { describe, expect, it } from 'vitest';
import type { ScorableTopic } from '../../src/domain/scoring.ts';
import { createScorer } from '../../src/scoring/create-scorer.ts';
import { readProfile, readScoringData } from '../quality/read-scoring-data.ts';
import { topicOf } from './topic-of.ts';

const scorer = createScorer({ profile: readProfile('milano'), data: readScoringData() });

function phrasesFor(target: string, topic: ScorableTopic): string[] {
  return scorer
    .scoreTopic(topic)
    .evidence.filter((one) => one.target === target && one.start !== null && one.weight > 0)
    .map((one) => one.phrase.toLowerCase());
}

function placeOf(partnerId: string, topic: ScorableTopic): number {
  const scores = scorer.scorePartners(topic);
  const own = scores.find((one) => one.partnerId === partnerId)?.score ?? 0;
  return scores.filter((one) => one.score > own).length + 1;
}

describe('words that mean something else', () => {
  it.each([
    ['Electron transport in molecular junctions', 'mobility', 'transport'],
    ['Charge transport and carrier mobility in organic semiconductors', 'mobility', 'mobility'],
    ['Youth mobility: opportunities, impacts, policies', 'mobility', 'mobility'],
    ['Labour mobility and national wages', 'mobility', 'mobility'],
    ['Towards better ocean governance', 'governance', 'governance'],
    ['In-space electrical propulsion and station keeping', 'mobility', 'station'],
    ['Thermal cycling of battery cells', 'mobility', 'cycling'],
    ['Management of radioactive waste', 'environment', 'waste'],
  ])('%s: nothing for %s in "%s"', (title, pillar, word) => {
    expect(phrasesFor(pillar, topicOf(title))).not.toContain(word);
  });

  it('the same words count where they mean what they say', () => {
    expect(phrasesFor('mobility', topicOf('Urban transport and mobility')).join(' ')).toMatch(/transport/);
  });

  it('air traffic management is not the company ATM, whatever the letters say', () => {
    const sky = topicOf('Air traffic management (ATM) for a single European sky', { identifier: 'SESAR-01-2016' });
    const street = topicOf('Electric buses and public transport in cities', { identifier: 'MG-4.2-2016' });
    expect(placeOf('atm', sky)).toBeGreaterThan(10);
    expect(placeOf('atm', street)).toBeLessThan(placeOf('atm', sky));
  });
});

describe('what a city office would say', () => {
  const cityTopics = [
    topicOf('Smart Cities and Communities lighthouse projects', { identifier: 'SCC-1-2016-2017' }),
    topicOf('Demonstrating innovative nature-based solutions in cities', { identifier: 'SCC-02-2016-2017' }),
    topicOf('Engaging and activating public authorities', { identifier: 'EE-09-2016-2017' }),
  ];
  const farTopics = [
    topicOf('Quantum simulation', { identifier: 'FETPROACT-3-2014' }),
    topicOf('Optimizing space availability for European aquaculture', { identifier: 'SFS-11a-2014' }),
    topicOf('Habitat management for space exploration', { identifier: 'COMPET-04-2015' }),
  ];

  it.each(cityTopics.map((topic) => [topic.title, topic] as const))('wants %s', (_, topic) => {
    const least = Math.max(...farTopics.map((far) => scorer.scoreTopic(far).cityRelevance));
    expect(scorer.scoreTopic(topic).cityRelevance).toBeGreaterThan(0.3);
    expect(scorer.scoreTopic(topic).cityRelevance).toBeGreaterThan(least);
  });

  it.each(farTopics.map((topic) => [topic.title, topic] as const))('leaves %s aside', (_, topic) => {
    expect(scorer.scoreTopic(topic).cityRelevance).toBeLessThan(0.1);
  });

  it('an offshore wind farm is an environment topic all the same', () => {
    const wind = scorer.scoreTopic(
      topicOf('Offshore wind turbines of large size', { identifier: 'LC-SC3-RES-14-2019' }),
    );
    expect(wind.primaryPillar).toBe('environment');
    expect(wind.cityRelevance).toBeLessThan(0.1);
  });

  it.each([
    ['Public transport and cycling in urban areas', 'mobility'],
    ['Digital skills and lifelong learning for adults', 'people'],
    ['Open government and digital public services', 'governance'],
    ['Cultural heritage and museums', 'living'],
    ['Business support for start-ups and social enterprises', 'economy'],
    ['Municipal waste prevention and recycling', 'environment'],
  ])('%s goes to %s', (title, pillar) => {
    expect(scorer.scoreTopic(topicOf(title)).primaryPillar).toBe(pillar);
  });

  it('reads Italian, with accents or without', () => {
    const accented = scorer.scoreTopic(topicOf('Mobilità urbana sostenibile nelle città'));
    const plain = scorer.scoreTopic(topicOf('Mobilita urbana sostenibile nelle citta'));
    expect(accented.primaryPillar).toBe('mobility');
    expect(plain.pillars).toEqual(accented.pillars);
  });
});

describe('who of ours', () => {
  const lighthouse = topicOf('Smart Cities and Communities lighthouse projects', { identifier: 'SCC-1-2016-2017' });

  it('gives a reason that a person accepts: the project that was won in a like topic', () => {
    const evidence = scorer.partnerEvidence(lighthouse, 'comune-di-milano');
    expect(evidence.map((one) => one.phrase)).toContain('close to SCC-01-2015 (Sharing Cities)');
    expect(evidence.map((one) => one.reason)).toContainEqual({
      kind: 'project',
      topic: 'SCC-01-2015',
      project: '691895',
      acronym: 'Sharing Cities',
      role: 'participant',
    });
  });

  it('knows nothing of projects that had not started', () => {
    const reasons = scorer
      .partnerEvidence(lighthouse, 'comune-di-milano', { trackRecordUntil: '2014-12-31' })
      .map((one) => one.phrase);
    expect(reasons.join(' ')).not.toContain('SCC-01-2015');
    expect(reasons).toContain('0 past projects');
  });

  it('a hospital is no host for trams, nor a transport planner for tumours', () => {
    const tram = topicOf('Urban mobility, trams and public transport', { identifier: 'MG-4.1-2017' });
    const tumour = topicOf('Tumour therapy and clinical trials in oncology', { identifier: 'SC1-PM-10-2017' });
    expect(placeOf('trt', tram)).toBeLessThan(placeOf('istituto-nazionale-dei-tumori', tram));
    expect(placeOf('istituto-nazionale-dei-tumori', tumour)).toBeLessThan(placeOf('trt', tumour));
  });

  it('an ERC grant is for those who host researchers', () => {
    const grant = topicOf('ERC Starting Grant', { identifier: 'ERC-2017-StG' });
    const rule = scorer.partnerEvidence(grant, 'tim').find((one) => one.field === 'rule');
    expect(rule?.weight).toBeLessThan(0);
    expect(scorer.partnerEvidence(grant, 'politecnico-di-milano').some((one) => one.field === 'rule')).toBe(false);
  });
});
