import { describe, expect, it } from 'vitest';
import { outsideQuery } from '../../../src/sources/ft-portal/check-row.ts';
import { searchAnswerSchema } from '../../../src/sources/ft-portal/payload.ts';
import { LIVING, scopeQuery } from '../../../src/sources/ft-portal/query.ts';

const query = scopeQuery('external', LIVING);
const row = (metadata: Record<string, unknown>) => ({ language: 'en', metadata: { type: ['2'], ...metadata } });

describe('a row held against the question', () => {
  it.each([
    ['a closed call', { status: ['31094503'] }, 'status 31094503'],
    ['a row of another type', { type: ['6'] }, 'type 6'],
    ['a row of the old index', { DATASOURCE: ['SEDIA_PRD_CENTRICITY'] }, 'DATASOURCE SEDIA_PRD_CENTRICITY'],
  ])('%s shows that the filter was ignored', (_, metadata, why) => {
    expect(outsideQuery(row(metadata), query, ['en'])).toContain(why);
  });

  it.each([
    ['a status that our table lacks', { status: ['310945031'] }],
    ['an unknown status beside a known one', { status: ['99999998', '31094502'] }],
    ['a row in both indexes', { DATASOURCE: ['SEDIA_PRD_CENTRICITY', 'SEDIA'] }],
    ['no status at all', { status: [] }],
  ])('%s does not', (_, metadata) => {
    expect(outsideQuery(row(metadata), query, ['en'])).toBeNull();
  });
});

describe('the counts of an answer', () => {
  const answer = { pageNumber: 1, pageSize: '100', results: [] };

  it('may be strings of digits', () => {
    expect(searchAnswerSchema.parse({ ...answer, totalResults: '230' })).toMatchObject({
      totalResults: 230,
      pageSize: 100,
    });
  });

  it.each(['', null, 'many', -1, 1.5, undefined])('are never guessed from %j', (totalResults) => {
    expect(searchAnswerSchema.safeParse({ ...answer, totalResults }).success).toBe(false);
  });
});
