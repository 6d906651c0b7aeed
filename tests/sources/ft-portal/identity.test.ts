import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStaleRow, preferRow, rowKey, stableRow } from '../../../src/sources/ft-portal/identity.ts';
import { type Row, rowSchema } from '../../../src/sources/ft-portal/payload.ts';

function row(metadata: Record<string, string>, reference = '50990001TOPICSen'): Row {
  return rowSchema.parse({
    reference,
    language: null,
    metadata: { type: '1', identifier: 'X-1', DATASOURCE: 'SEDIA', ...metadata },
  });
}

describe('rowKey', () => {
  it.each<[string, unknown, string | null]>([
    ['a topic: its identifier', row({ identifier: 'HORIZON-X-1' }), 'HORIZON-X-1'],
    ['a cascade call: its reference', row({ type: '8' }, '15990COMPETITIVE_CALLen'), '15990COMPETITIVE_CALLen'],
    ['an external call: its reference', row({ type: '2' }, '199001PROSPECTSEN'), '199001PROSPECTSEN'],
    ['a row without type: by its reference', { reference: '1TOPICSen', metadata: { identifier: ['X'] } }, 'X'],
    ['news that reuses an identifier', row({ type: '6' }), null],
    ['a topic without identifier', { reference: '1TOPICSen', metadata: { type: ['1'], identifier: [] } }, null],
    ['no row', 'maintenance', null],
  ])('%s', (_, raw, key) => expect(rowKey(raw)).toBe(key));
});

describe('isStaleRow', () => {
  it.each<[string, Row, boolean]>([
    ['a row of today', row({ esDA_IngestDate: '2026-10-05T04:11:00.000+0000' }), false],
    ['a row of the index left behind', row({ DATASOURCE: 'SEDIA_PRD_CENTRICITY' }), true],
    ['the same, labelled as current', row({}, '31115283Innovationaction1574121600000'), true],
    ['a row ingested before 2025', row({ esDA_IngestDate: '2024-11-12T10:00:00.000+0000' }), true],
  ])('%s', (_, one, stale) => expect(isStaleRow(one)).toBe(stale));
});

describe('preferRow', () => {
  const english = row({ language: 'en' }, '1TOPICSen');
  const old = row({ language: 'en', DATASOURCE: 'SEDIA_PRD_CENTRICITY' }, '1TOPICSen');
  const earlier = row({ language: 'en', esDA_IngestDate: '2026-10-01' }, '1TOPICSen');
  const later = row({ language: 'en', esDA_IngestDate: '2026-10-02' }, '1TOPICSen');
  it.each<[string, Row, Row]>([
    ['English before Italian', english, row({ language: 'it' }, '1TOPICSit')],
    ['the current index before the old one', english, old],
    ['English of the old index before a translation', old, row({ language: 'it' }, '1TOPICSit')],
    ['the newest ingest', later, earlier],
  ])('%s', (_, better, worse) => {
    expect(preferRow(better, worse)).toBe(better);
    expect(preferRow(worse, better)).toBe(better);
  });

  it('does not depend on the order of the rows', () => {
    const rows = fc.record({
      language: fc.constantFrom('en', 'it'),
      DATASOURCE: fc.constantFrom('SEDIA', 'OLD'),
      esDA_IngestDate: fc.constantFrom('2024', '2026'),
    });
    const reference = fc.constantFrom('1TOPICSen', '2TOPICSen', '3old1');
    fc.assert(
      fc.property(rows, rows, reference, reference, (a, b, ra, rb) => {
        fc.pre(ra !== rb);
        const [first, second] = [row(a, ra), row(b, rb)];
        expect(preferRow(first, second)).toBe(preferRow(second, first));
      }),
    );
  });
});

describe('stableRow', () => {
  it('is the same whatever the index did to itself', () => {
    const monday = rowSchema.parse({
      reference: 'r',
      weight: 4,
      checksum: 'A',
      metadata: { title: ['T'], esDA_IngestDate: ['1'], es_SortDate: ['1'] },
    });
    const tuesday = rowSchema.parse({
      checksum: 'B',
      metadata: { esDA_QueueDate: '2', title: 'T' },
      weight: 1,
      reference: 'r',
    });
    expect(JSON.stringify(stableRow(monday))).toBe(JSON.stringify(stableRow(tuesday)));
  });

  it('differs where the call does', () => {
    expect(stableRow(row({ title: 'a' }))).not.toEqual(stableRow(row({ title: 'b' })));
  });
});
