import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mapBulkItem } from '../../../src/sources/ft-portal/bulk.ts';
import { isStaleRow } from '../../../src/sources/ft-portal/identity.ts';
import { mapTopic } from '../../../src/sources/ft-portal/map.ts';
import { rowSchema, searchAnswerSchema } from '../../../src/sources/ft-portal/payload.ts';

/** Real answers of the portal, kept beside the project and not in it. */
const CAPTURES = new URL('../../../../shared/data/captures/', import.meta.url);
const isPresent = existsSync(new URL('sedia-search-response-excerpt.json', CAPTURES));
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, CAPTURES), 'utf8'));
if (!isPresent) console.warn('ft-portal captures: skipped, ../shared/data/captures is not here');

describe.skipIf(!isPresent)('the search answer captured in 2026', () => {
  const rows = isPresent ? searchAnswerSchema.parse(read('sedia-search-response-excerpt.json')).results : [];
  const mapped = rows.map((row) => mapTopic({ row }));

  it('holds a forthcoming two-stage topic and a row of the old index', () => {
    expect(rows.map((row) => isStaleRow(rowSchema.parse(row)))).toEqual([false, true]);
    expect(
      mapped.map(({ draft }) => [draft?.key, draft?.programme, draft?.stated?.status, draft?.typesOfAction]),
    ).toEqual([
      ['HORIZON-MISS-2027-05-SOIL-01-two-stage', 'HORIZON', 'forthcoming', ['RIA']],
      ['HORIZON-CL2-2024-TRANSFORMATIONS-01-08', 'HORIZON', 'forthcoming', ['RIA']],
    ]);
    expect(
      mapped.map(({ draft }) => draft?.rounds.map((round) => [round.opensOn, ...round.deadlines.map(({ at }) => at)])),
    ).toEqual([
      [['2027-02-04', '2027-04-08T15:00:00Z', '2027-09-14T15:00:00Z']],
      [['2023-10-04', '2024-02-07T16:00:00Z']],
    ]);
  });

  it('has no field that we do not know, and says that the excerpt cut a budget', () => {
    expect(mapped.flatMap(({ issues }) => issues.map((issue) => [issue.kind, issue.message]))).toEqual([
      ['unreadable-field', 'budgetOverview: expected JSON'],
    ]);
  });
});

describe.skipIf(!isPresent)('the bulk objects captured on 2026-06-29', () => {
  const fileSchema = z.object({ fundingData: z.object({ GrantTenderObj: z.array(z.unknown()) }) });

  it('are two grants with years of cut-offs, and four tenders', () => {
    const items = fileSchema.parse(read('grants-tenders-objects-2026-06-29.json')).fundingData.GrantTenderObj;
    expect(
      items
        .map(mapBulkItem)
        .map((item) => item && [item.identifier, item.status, item.deadlineDays.length, item.deadlineDays.at(-1)]),
    ).toEqual([
      ['ERASMUS-EDU-2022-ECHE-CERT-FP', 'open', 5, '2026-03-24'],
      ['ESC-HUMAID-2021-QUAL-LABEL-FP', 'open', 8, '2026-09-22'],
      null,
      null,
      null,
      null,
    ]);
  });
});
