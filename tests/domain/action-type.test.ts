import { describe, expect, it } from 'vitest';
import { actionType, parseActionType } from '../../src/domain/action-type.ts';

describe('parseActionType', () => {
  it.each([
    ['HORIZON Innovation Actions', 'IA'],
    ['HORIZON  Research and Innovation Actions', 'RIA'],
    ['HORIZON JU Coordination and Support Actions', 'CSA'],
    ['EURATOM Cofund Actions', 'COFUND'],
    ['HORIZON Public Procurement of Innovative Solutions', 'PPI'],
    ['HORIZON Recognition Prize', 'PRIZE'],
    ['HORIZON TMA MSCA Postdoctoral Fellowships - European Fellowships', 'MSCA-PF'],
    ['HORIZON EIC Equity Only', 'EIC-EQ'],
    ['LIFE Project Grants', 'LIFE-PG'],
    ['LIFE Operating Grants Framework Partnerships', 'LIFE-FPA'],
    ['ERASMUS Lump Sum Grants', 'ERASMUS-LS'],
    ['PERI Project Grants', 'PERICLES-PG'],
    ['AGRIP MULTI Project Grants', 'AGRIP-PG-MULTI'],
    ['DIGITAL JU Simple Grants', 'DIGITAL-SG'],
    ['EUBA Type of Action', 'EUBA-ACTION'],
    ['Pilot Projects and Preparatory Actions', 'PPPA-PG'],
    ['RIA Research and Innovation action', 'RIA'],
    ['ERA-NET-Cofund ERA-NET Cofund', 'ERA-NET'],
    ['HORIZON-IA HORIZON Innovation Actions', 'IA'],
    ['ERASMUS-CERT ERASMUS ECHE Charter', 'ERASMUS-ECHE'],
    ['RIA-LS', 'RIA-LS'],
    ['Shift2Rail-RIA', 'RIA'],
    ['BBI-IA-DEMO', 'IA'],
    ['MSCA-ITN-ETN', 'MSCA-ITN'],
    ['SME-2b', 'SME-2'],
    ['COFUND-EJP', 'EJP'],
  ])('reads %j as %s', (label, code) => {
    expect(parseActionType(label)).toBe(code);
    expect(actionType(code), `facts of ${code}`).not.toBeNull();
  });

  it('reads its own codes as themselves', () => {
    for (const code of ['IA', 'ERC-SYG', 'LIFE-PG', 'ERASMUS-LS', 'AGRIP-PG-SIMPLE', 'ERDF-TA-PG'])
      expect(parseActionType(code)).toBe(code);
  });

  it('never guesses', () => {
    const strange = [
      '',
      ' ',
      'HORIZON Magic Actions',
      'MOON Project Grants',
      'Innovation Actions for dogs',
      'toString',
      'X-PG',
    ];
    for (const label of strange) expect(parseActionType(label), label).toBeNull();
  });
});

describe('what is known of an action type', () => {
  it('says who applies: programme owners to an ERA-NET, procurers to a PCP', () => {
    expect(actionType('ERA-NET')?.applicants).toBe('programme-owners');
    expect(actionType('PCP')?.consortium?.value).toEqual({ entities: 3, countries: 3, procurers: 2 });
  });

  it('gives the rate of innovation actions with its source and marks what is general knowledge', () => {
    expect(actionType('IA')?.rates?.HORIZON).toMatchObject({ value: { standard: 70, nonProfit: 100 }, verified: true });
    expect(actionType('RIA')?.rates?.H2020?.verified).toBe(false);
  });

  it('composes the label of a family from programme and instrument', () => {
    expect(actionType('LIFE-PG')?.label).toEqual({ it: 'sovvenzione di progetto LIFE', en: 'LIFE project grant' });
    expect(actionType('ERASMUS-LS')).toMatchObject({ lumpSum: true, label: { en: 'ERASMUS+ lump sum grant' } });
    for (const none of ['MOON-PG', 'ERASMUS+-LS', 'LIFE-XX', 'LIFE']) expect(actionType(none), none).toBeNull();
  });
});
