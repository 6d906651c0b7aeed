import { describe, expect, it } from 'vitest';
import { NOT_MUNICIPALITIES } from '../../../db/seed/track-record/corrections.ts';
import { readTrackRecordSnapshot } from '../../../db/seed/track-record/read-snapshot.ts';
import { isMunicipality } from '../../../src/sources/cordis/municipality.ts';
import { trackRecordSnapshotSchema, unfoldSnapshot } from '../../../src/sources/cordis/snapshot.ts';

const snapshot = trackRecordSnapshotSchema.parse(readTrackRecordSnapshot());
const { projects, participations, wins } = unfoldSnapshot(snapshot);
/** The snapshot's names come without a country: any that the patterns are bound to will do. */
const COUNTRIES = ['GB', 'IE', 'FR', 'DE', 'SE', 'FI', 'EE', 'HU', 'IS'];
const soundsLikeOne = (name: string) =>
  COUNTRIES.some((country) => isMunicipality({ name, country, activityType: 'PUB' }));

describe('the bundled track record', () => {
  it('knows the lighthouse topic that Milano won in', () => {
    const scc = wins.find(({ topic }) => topic === 'SCC-01-2015');
    expect(scc).toMatchObject({ family: 'SCC', year: 2015, municipalities: 22, participants: 151, coverage: 1 });
    expect(scc?.municipalityNames).toContain('COMUNE DI MILANO');
  });

  it('counts only names that the rule for the living archive takes for municipalities', () => {
    const names = new Set(wins.flatMap(({ municipalityNames }) => municipalityNames));
    expect(names.size).toBeGreaterThan(170);
    expect([...names].filter((name) => !soundsLikeOne(name))).toEqual([]);
    expect([...NOT_MUNICIPALITIES].filter(soundsLikeOne)).toEqual([]);
  });

  it('is unknown, not zero, where nobody counted', () => {
    expect(wins.find(({ topic }) => topic === 'LC-SC3-SCC-1-2018-2019-2020')).toMatchObject({
      municipalities: null,
      participants: null,
      coverage: 0,
    });
  });

  it('has the project of every participation and the topic of every project', () => {
    const ids = new Set(projects.map(({ id }) => id));
    const topics = new Set(wins.map(({ topic }) => topic));
    expect(participations.filter(({ project }) => !ids.has(project))).toEqual([]);
    expect(projects.filter((project) => !project.topics.every((topic) => topics.has(topic)))).toEqual([]);
    expect(participations.filter(({ pic }) => pic === '998702204')).toHaveLength(4);
  });
});
