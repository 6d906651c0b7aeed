import { describe, expect, it } from 'vitest';
import { expectedCall, handAddedCall, isOverdue, roundKey } from '../../../src/domain/desk/dossier/dossier-origin.ts';
import {
  answerRequest,
  type CityRequest,
  isLate,
  openRequests,
  rivalRequests,
  routeOf,
} from '../../../src/domain/desk/dossier/request.ts';
import { parseUncertainDate } from '../../../src/domain/desk/plan/uncertain-date.ts';

describe('an uncertain date', () => {
  it.each([
    ['primavera 2028', '2028-03-01', '2028-05-31'],
    ['Primavera  del 2028', '2028-03-01', '2028-05-31'],
    ['spring 2028', '2028-03-01', '2028-05-31'],
    ['inverno 2027', '2027-12-01', '2028-02-29'],
    ['inverno 2027-2028', '2027-12-01', '2028-02-29'],
    ['inverno 2027/28', '2027-12-01', '2028-02-29'],
    ['2028-2029', '2028-01-01', '2029-12-31'],
    ['Q2 2028', '2028-04-01', '2028-06-30'],
    ['secondo trimestre 2028', '2028-04-01', '2028-06-30'],
    ['II semestre 2027', '2027-07-01', '2027-12-31'],
    ['prima metà del 2028', '2028-01-01', '2028-06-30'],
    ['febbraio 2028', '2028-02-01', '2028-02-29'],
    ['February 2027', '2027-02-01', '2027-02-28'],
    ['fine 2027', '2027-10-01', '2027-12-31'],
    ['marzo-maggio 2028', '2028-03-01', '2028-05-31'],
    ['tra marzo e maggio 2028', '2028-03-01', '2028-05-31'],
    ['15 marzo 2028', '2028-03-15', '2028-03-15'],
    ['1° marzo 2028', '2028-03-01', '2028-03-01'],
    ['2028-03', '2028-03-01', '2028-03-31'],
    ['2028-03-15', '2028-03-15', '2028-03-15'],
    ['2028', '2028-01-01', '2028-12-31'],
  ])('«%s» is %s to %s', (text, from, to) => {
    expect(parseUncertainDate(text)).toEqual({ from, to });
  });

  it.each([
    '',
    'presto',
    '0000-00-00',
    '2028-00-10',
    '2028-12-99',
    '9999-13-31',
    'inverno 9999',
    '5 gennaio 0099',
    'dopo il PE',
    '31 aprile 2028',
    '2028-13',
    'primavera 2028-2029',
    '2028-2031',
    '2028-02-30',
    'brumaio 2028',
    'maggio-marzo 2028',
    '28',
  ])('«%s» is not guessed', (text) => {
    expect(parseUncertainDate(text)).toBeNull();
  });
});

describe('where a dossier comes from', () => {
  const typed = { title: 'EUI – Innovative Actions', programme: 'EUI', link: null, deadlineAt: null, note: null };

  it('a call typed in a minute needs a title and a programme, and no script as its link', () => {
    expect(handAddedCall(typed)).toMatchObject({ kind: 'by-hand', programme: 'EUI' });
    expect(() => handAddedCall({ ...typed, title: ' ' })).toThrow('title');
    expect(() => handAddedCall({ ...typed, link: 'javascript:alert(1)' })).toThrow('https');
  });

  it('an expected call is asked after once its time is over', () => {
    const call = expectedCall({
      title: 'CIT-05',
      programme: 'HORIZON',
      source: 'bozza WP 2028',
      expectedText: 'primavera 2028',
    });
    expect(isOverdue(call, '2028-05-31')).toBe(false);
    expect(isOverdue(call, '2028-06-01')).toBe(true);
    const vague = expectedCall({ title: 'X', programme: 'FP10', source: 'voce', expectedText: 'presto' });
    expect(vague).toMatchObject({ expected: null });
    expect(isOverdue(vague, '2099-01-01')).toBe(false);
  });

  it('one round has one dossier, however it came in', () => {
    const round = { topicKey: 'HORIZON-MISS-2027-CIT-01', roundSeq: 0 };
    const ranked = roundKey({ kind: 'ranked', relevance: 0.9, ...round });
    expect(roundKey({ kind: 'request', requestId: 'r1', round })).toBe(ranked);
    expect(roundKey({ kind: 'ranked', relevance: 0.9, ...round, roundSeq: 1 })).not.toBe(ranked);
    expect(roundKey(handAddedCall(typed))).toBeNull();
  });
});

describe('requests from outside', () => {
  const request = (id: string, known: Partial<CityRequest> = {}): CityRequest => ({
    id,
    asker: { organisation: 'Hamburg', contact: 'Frau Meyer', email: 'meyer@example.org' },
    askerBodyId: null,
    leadBodyId: null,
    topicText: 'NEB 2026',
    topicKey: 'HORIZON-NEB-2026-01-BUSINESS-03',
    role: 'follower',
    shareEur: 120_000,
    receivedOn: '2026-11-10',
    replyBy: '2026-11-30',
    registerNumber: 'PG 2026/0412',
    replyTemplate: null,
    answer: null,
    ...known,
  });
  const answer = {
    kind: 'declined' as const,
    by: 'marta',
    at: '2026-11-23T09:00:00Z',
    text: 'Già impegnati con Hamburg.',
  };

  it('two askers on one topic are read side by side, and cannot both have the city inside', () => {
    const hamburg = request('r1', { replyBy: '2026-12-05' });
    const lyon = request('r2');
    const other = request('r3', { topicKey: 'OTHER' });
    const [rivalry, ...rest] = rivalRequests([hamburg, lyon, other]);
    expect(rest).toEqual([]);
    expect([rivalry?.requests.map(({ id }) => id), rivalry?.exclusive]).toEqual([['r2', 'r1'], true]);
  });

  it('letters compete with nobody; who withdrew and who named no topic is no rival', () => {
    expect(rivalRequests([request('r1', { role: 'supporter' }), request('r2')])[0]?.exclusive).toBe(false);
    const gone = request('r2', { answer: { ...answer, kind: 'withdrawn-by-asker' } });
    expect(rivalRequests([request('r1'), gone])).toEqual([]);
    expect(rivalRequests([request('r1', { topicKey: null }), request('r2', { topicKey: null })])).toEqual([]);
  });

  it('wait in the order of their reply-by date, undated last', () => {
    const waiting = [request('r1', { replyBy: null }), request('r2', { replyBy: '2026-12-01' }), request('r3')];
    expect(openRequests(waiting).map(({ id }) => id)).toEqual(['r3', 'r2', 'r1']);
    expect([isLate(request('r1'), '2026-11-30'), isLate(request('r1'), '2026-12-01')]).toEqual([false, true]);
  });

  it('are answered once, with words', () => {
    const answered = answerRequest(request('r1'), answer);
    expect(answered.answer?.kind).toBe('declined');
    expect(() => answerRequest(answered, answer)).toThrow('was answered');
    expect(() => answerRequest(request('r1'), { ...answer, text: '' })).toThrow('text');
  });

  it.each([
    ['supporter', null, 'short'],
    ['follower', 900_000, 'short'],
    ['partner', 200_000, 'short'],
    ['partner', 200_001, 'ordinary'],
    ['partner', null, 'ordinary'],
    ['pilot', 50_000, 'ordinary'],
    ['coordinator', null, 'ordinary'],
  ] as const)('a %s with %s euro takes the %s route', (role, shareEur, route) => {
    expect(routeOf(request('r1', { role, shareEur }))).toBe(route);
  });
});
