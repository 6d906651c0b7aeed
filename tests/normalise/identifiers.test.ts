import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableIdentifier, isOwnLine } from '../../src/normalise/identifiers.ts';

describe('comparableIdentifier', () => {
  it.each([
    ['separators', 'MG-1.2-2017', 'MG-1-2-2017'],
    ['padding', 'SFS-08-2016', 'SFS-8-2016'],
    ['padding behind letters', 'SU-INFRA02-2019', 'SU-INFRA2-2019'],
    ['case', 'IoT-01-2016', 'IOT-1-2016'],
    ['a typographic hyphen and blanks', ' SCC‑01–2014 ', 'scc-1-2014'],
  ])('does not mind %s', (_, a, b) => expect(comparableIdentifier(a)).toBe(comparableIdentifier(b)));

  it.each([
    ['running numbers', 'HORIZON-CL5-2026-01-D3-1', 'HORIZON-CL5-2026-01-D3-10'],
    ['years', 'SCC-1-2016', 'SCC-1-2017'],
    ['a zero inside a number', 'ICT-101', 'ICT-11'],
  ])('keeps %s apart', (_, a, b) => expect(comparableIdentifier(a)).not.toBe(comparableIdentifier(b)));
});

describe('isOwnLine', () => {
  const id = fc.stringMatching(/^[A-Z0-9]{2,8}(-[A-Z0-9]{1,4}){1,4}$/);

  it('takes a line that begins with the identifier and a blank', () => {
    fc.assert(fc.property(id, fc.string(), (own, label) => isOwnLine(`${own} - ${label}`, own)));
  });

  it('takes no line of a sibling whose identifier goes on', () => {
    fc.assert(
      fc.property(id, fc.stringMatching(/^[0-9A-Z-]{1,6}$/), (own, more) => {
        expect(isOwnLine(`${own}${more} - HORIZON-RIA`, own)).toBe(false);
      }),
    );
  });

  it('takes nothing for an empty identifier', () => expect(isOwnLine(' - HORIZON-RIA', '')).toBe(false));
});
