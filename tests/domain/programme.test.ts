import { describe, expect, it } from 'vitest';
import {
  isUnknownProgramme,
  PROGRAMMES,
  programmeByAbbreviation,
  programmeById,
  programmeName,
} from '../../src/domain/programme.ts';

describe('programmeById', () => {
  it.each([
    ['43108390', 'HORIZON', '2021-2027'],
    ['31045243', 'H2020', '2014-2020'],
    ['43252405', 'LIFE', '2021-2027'],
    ['31107710', 'LIFE', '2014-2020'],
    ['43353764', 'ERASMUS+', '2021-2027'],
    ['111111', 'RELEX-PROSPECT', null],
  ])('%s is %s of %s', (id, abbreviation, period) => {
    expect(programmeById(id)).toMatchObject({ abbreviation, period });
  });

  it('knows no programme by half an id or by a code of a time to come', () => {
    expect(programmeById('4310839')).toBeNull();
    expect(programmeById('99999999')).toBeNull();
  });

  it('has each id once and a name in both languages', () => {
    expect(new Set(PROGRAMMES.map((programme) => programme.id)).size).toBe(PROGRAMMES.length);
    for (const { name } of PROGRAMMES) expect([name.it, name.en]).not.toContain('');
  });
});

describe('programmeByAbbreviation', () => {
  it.each([
    ['ERASMUS2027', 'ERASMUS+'],
    ['AGRIP2027', 'AGRIP'],
    ['RELEX2027', 'RELEX2027'],
    [' horizon ', 'HORIZON'],
    ['Erasmus ', 'ERASMUS+'],
    ['PERICLES', 'PERICLES IV'],
  ])('reads %j as %s', (text, abbreviation) => {
    expect(programmeByAbbreviation(text)?.abbreviation).toBe(abbreviation);
  });

  it('takes the later of two periods and finds every programme under its own abbreviation', () => {
    for (const { abbreviation, period } of PROGRAMMES)
      expect((programmeByAbbreviation(abbreviation)?.period ?? '') >= (period ?? ''), abbreviation).toBe(true);
    for (const { abbreviation } of PROGRAMMES)
      expect(programmeByAbbreviation(abbreviation)?.abbreviation).toBe(abbreviation);
  });

  it('never guesses', () => {
    for (const text of ['', '2027', 'HORIZON3', 'FP10', 'HORIZON EUROPE PLUS'])
      expect(programmeByAbbreviation(text)).toBeNull();
  });
});

describe('a programme we do not know', () => {
  it('is listed as one to be identified, in both languages', () => {
    expect(isUnknownProgramme('FP10')).toBe(true);
    expect(isUnknownProgramme(null)).toBe(true);
    expect(isUnknownProgramme('LIFE')).toBe(false);
    expect(programmeName('FP10')).toEqual({ it: 'programma da riconoscere', en: 'programme to be identified' });
    expect(programmeName('H2020').it).toBe('Orizzonte 2020');
  });
});
