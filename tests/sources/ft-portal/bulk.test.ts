import { describe, expect, it } from 'vitest';
import { mapBulkItem } from '../../../src/sources/ft-portal/bulk.ts';

const ITEM = {
  type: 1,
  ccm2Id: 44_770_001,
  identifier: 'ERASMUS-EDU-2022-CHARTER',
  plannedOpeningDateLong: Date.UTC(2022, 1, 23),
  deadlineDatesLong: [Date.UTC(2026, 2, 24), Date.UTC(2023, 0, 26), String(Date.UTC(2023, 0, 26))],
  status: { id: 31_094_502, abbreviation: 'Open' },
  deadlineModel: {},
};

describe('mapBulkItem', () => {
  it('reads a grant, its days in order and once', () => {
    expect(mapBulkItem(ITEM)).toEqual({
      identifier: 'ERASMUS-EDU-2022-CHARTER',
      ccm2Id: '44770001',
      status: 'open',
      opensOn: '2022-02-23',
      deadlineDays: ['2023-01-26', '2026-03-24'],
    });
  });

  it.each<[string, unknown]>([
    ['a tender', { ...ITEM, type: 0 }],
    ['an item without identifier', { ...ITEM, identifier: undefined }],
    ['no item', null],
  ])('passes over %s', (_, item) => expect(mapBulkItem(item)).toBeNull());

  it('knows nothing of what is not there', () => {
    expect(mapBulkItem({ type: 1, identifier: 'X' })).toEqual({
      identifier: 'X',
      ccm2Id: null,
      status: null,
      opensOn: null,
      deadlineDays: [],
    });
  });
});
