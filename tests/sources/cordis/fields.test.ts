import { describe, expect, it } from 'vitest';
import { isHeaderRow, mapColumns, tableOf } from '../../../src/sources/cordis/columns.ts';
import {
  parseCountry,
  parseDay,
  parseEuros,
  parseNumberName,
  parseRole,
  parseTopics,
} from '../../../src/sources/cordis/fields.ts';
import { topicFamily, topicYear } from '../../../src/sources/cordis/topic-names.ts';

describe('one cell of CORDIS', () => {
  it.each([
    ['523687.5', 523687.5],
    ['523687,5', 523687.5],
    ['1.523.687,50', 1523687.5],
    ['1,523,687.50', 1523687.5],
    ['1.523.687', 1523687],
    ['0', 0],
    ['', null],
    ['NA', null],
    ['many', undefined],
    ['-12,5', -12.5],
  ])('euros %j', (cell, value) => expect(parseEuros(cell)).toBe(value));

  it.each([
    ['2016-01-01', '2016-01-01'],
    ['2016-01-01 00:00:00', '2016-01-01'],
    ['01/02/2016', '2016-02-01'],
    ['', null],
    ['2016-02-30', undefined],
    ['soon', undefined],
  ])('day %j', (cell, day) => expect(parseDay(cell)).toBe(day));

  it.each([
    ['998702204', '998702204'],
    ['998702204.0', '998702204'],
    ['', null],
    ['projectID', undefined],
  ])('number as name %j', (cell, name) => expect(parseNumberName(cell)).toBe(name));

  it('Greece and Britain by their ISO codes', () => {
    expect(['EL', 'GR', 'UK', 'GB', 'it', ''].map(parseCountry)).toEqual(['GR', 'GR', 'GB', 'GB', 'IT', null]);
  });

  it('roles in camel case and in words', () => {
    expect(parseRole('associatedPartner')).toBe('associated-partner');
    expect(parseRole('Third party')).toBe('third-party');
    expect(parseRole('')).toBeNull();
    expect(parseRole('juggler')).toBeUndefined();
  });

  it('several topics in one cell', () => {
    expect(parseTopics('SCC-01-2015; MG-1.5-2016 ')).toEqual(['SCC-01-2015', 'MG-1.5-2016']);
  });
});

describe('the columns of a table', () => {
  it('are found by name wherever they stand, the new ones told', () => {
    const columns = mapColumns('topics', ['rcn', 'TITLE', 'topic', 'projectID', 'mood']);
    expect(Object.fromEntries(columns.at)).toEqual({ projectID: 3, topic: 2, title: 1 });
    expect(columns).toMatchObject({ missing: [], unknown: ['mood'] });
    expect(mapColumns('topics', ['title']).missing).toEqual(['projectID', 'topic']);
  });

  it('tell a repeated header from a row', () => {
    const names = ['projectID', 'topic'];
    expect(isHeaderRow(names, ['projectID', 'topic'])).toBe(true);
    expect(isHeaderRow(names, ['691895', 'SCC-01-2015'])).toBe(false);
  });

  it('stand in files of any folder', () => {
    expect(['csv/organization.csv', 'project.csv', 'a/b/topics.csv'].map(tableOf)).toEqual([
      'organization',
      'project',
      'topics',
    ]);
    expect(['euroSciVoc.csv', 'information.txt', 'csv/'].map(tableOf)).toEqual([null, null, null]);
  });
});

describe('the family of a topic', () => {
  it.each([
    ['SCC-01-2015', 'SCC', 2015],
    ['LC-SC3-SCC-1-2018-2019-2020', 'SCC', 2020],
    ['SCC-1-2016-2017', 'SCC', 2017],
    ['MG-5.4-2015', 'MG', 2015],
    ['LC-MG-1-3-2018', 'MG', 2018],
    ['SU-INFRA02-2019', 'SU-INFRA', 2019],
    ['DT-ICT-10-2018-19', 'DT-ICT', 2019],
    ['SC5-20-2016', 'SC5', 2016],
    ['HORIZON-CL5-2026-10-D6-07', 'CL5-D6', 2026],
    ['HORIZON-MISS-2026-04-CIT-01', 'MISS-CIT', 2026],
    ['CO-CREATION-04-2017', 'CO-CREATION', 2017],
    ['NFRP-7', 'NFRP', null],
    ['HORIZON-CL5-2026-04-Two-Stage-D6-01', 'CL5-D6', 2026],
  ])('%s is of %s, %s', (identifier, family, year) => {
    expect(topicFamily(identifier)).toBe(family);
    expect(topicYear(identifier)).toBe(year);
  });
});
