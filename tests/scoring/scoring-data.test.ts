import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUALITY_REPORT_FILE, qualityReportSchema } from '../../src/scoring/quality/quality-report.ts';
import { TOPIC_TARGETS } from '../../src/scoring/weights.ts';
import { readJson, readProfile, readScoringData, scoringDataDir } from '../quality/read-scoring-data.ts';

describe('the shipped data', () => {
  const data = readScoringData();

  it('were measured as they are: the report is about these weights', () => {
    const report = qualityReportSchema.parse(readJson(join(scoringDataDir, QUALITY_REPORT_FILE)));
    expect(report.weightsVersion).toBe(data.weights.version);
  });

  it('know what every subject and every target is worth', () => {
    expect(Object.keys(data.weights.subjects)).toEqual(Object.keys(data.lexicon.subjects));
    for (const target of TOPIC_TARGETS) expect(data.weights.bias.title[target]).toBeTypeOf('number');
  });

  it('say of every learned weight on how many topics it rests, and how many of them were wanted', () => {
    const { terms, structure, seen = {} } = data.weights;
    const rests = [
      ...terms.map(({ labels, wins }) => ({ labels, wins })),
      ...Object.keys(structure).map((name) => seen[name]),
    ];
    for (const one of rests) {
      const [labelled, wanted] = one?.labels ?? [0, 1];
      const [known, won] = one?.wins ?? [0, 1];
      expect(wanted).toBeLessThanOrEqual(labelled);
      expect(won).toBeLessThanOrEqual(known);
      expect(labelled + known).toBeGreaterThan(0);
    }
    expect(terms.find(({ term }) => term === 'urban')?.curated).toContain('city');
  });

  it('hold a title for every topic that was won, and only partners of the profile', () => {
    const pics = new Set(readProfile('milano').partners.flatMap(({ pic, formerPics }) => [pic, ...formerPics]));
    for (const { topic, pic } of data.trackRecord.participations) {
      expect(data.trackRecord.topics[topic]).toBeTypeOf('string');
      expect(pics).toContain(pic);
    }
  });
});
