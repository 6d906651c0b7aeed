import { describe, expect, it } from 'vitest';
import { deadlineModelOf, kindByReference, kindByType, statusByCode } from '../../../src/sources/ft-portal/lookups.ts';

describe('code tables of the portal', () => {
  it.each([
    ['31094501', 'forthcoming'],
    ['31094502', 'open'],
    ['31094503', 'closed'],
    ['310945031', null],
    ['Ongoing', null],
    ['constructor', null],
  ])('status %s is %s', (code, status) => expect(statusByCode(code)).toBe(status));

  it.each([
    ['single-stage', 'single-stage'],
    ['Two-Stage', 'two-stage'],
    ['multiple  cut-offs', 'multiple cut-off'],
    ['31094505', 'two-stage'],
    ['lottery', null],
    ['', null],
  ])('deadline model %s is %s', (text, model) => expect(deadlineModelOf(text)).toBe(model));

  it.each([
    ['50129698TOPICSen', 'topic'],
    ['12345COMPETITIVE_CALLen', 'cascade'],
    ['181971PROSPECTSEN', 'external'],
    ['31115283Innovationaction1574121600000', null],
  ])('reference %s is of kind %s', (reference, kind) => expect(kindByReference(reference)).toBe(kind));

  it('knows three types', () =>
    expect(['1', '8', '2', '0', '6'].map(kindByType)).toEqual(['topic', 'cascade', 'external', null, null]));
});
