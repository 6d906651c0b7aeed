import { describe, expect, it } from 'vitest';
import {
  adhesionsMissing,
  awaiting,
  bodiesNeeded,
  papersMissing,
  recordAdhesion,
} from '../../../src/domain/desk/board/adhesion.ts';
import { castVote, tally, type Voice, type Vote } from '../../../src/domain/desk/board/ballot.ts';
import {
  confirmOpinion,
  faultsOf,
  type Opinion,
  openConditions,
  recordOpinion,
} from '../../../src/domain/desk/board/opinion.ts';
import { proposesReopening, type Ratification, ratify } from '../../../src/domain/desk/board/ratification.ts';
import { checkConvocation, checkProxies, type Sitting, sittingQuorum } from '../../../src/domain/desk/board/sitting.ts';
import { addVoice, type ShortRouteVoice, shortRouteOutcome } from '../../../src/domain/desk/dossier/short-route.ts';

const at = '2026-12-01T14:00:00Z';
const sitting = (known: Partial<Sitting> = {}): Sitting => ({
  id: 's1',
  kind: 'meeting',
  convenedAt: '2026-11-24T09:00:00Z',
  convenedBy: 'sergio',
  at,
  place: 'Palazzo Giureconsulti',
  agenda: [{ id: 'a1', title: 'Parere', dossierId: 'd1' }],
  members: [
    { personId: 'paola', bodyId: 'comune-di-milano', president: true },
    { personId: 'bruno', bodyId: 'camera-di-commercio', president: false },
    { personId: 'pia', bodyId: 'politecnico-di-milano', president: false },
    { personId: 'ugo', bodyId: 'unimi', president: false },
  ],
  present: ['paola', 'bruno', 'pia'],
  proxies: [],
  ...known,
});
const ballot = (voices: Record<string, Voice>): Vote[] =>
  Object.entries(voices).map(([member, voice]) => ({ agendaItemId: 'a1', member, voice, castBy: member }));

describe('a sitting', () => {
  it('is convened in time, with an agenda', () => {
    expect(checkConvocation(sitting())).toEqual(sitting());
    expect(() => checkConvocation(sitting({ convenedAt: '2026-11-27T09:00:00Z' }))).toThrow('5 days');
    expect(() => checkConvocation(sitting({ agenda: [] }))).toThrow('agenda');
    expect(checkConvocation(sitting({ kind: 'urgent', convenedAt: at })).kind).toBe('urgent');
  });

  it('has a quorum with more than half present or represented', () => {
    expect(sittingQuorum(sitting())).toEqual({ present: 3, needed: 3, met: true });
    expect(sittingQuorum(sitting({ present: ['paola', 'bruno'] })).met).toBe(false);
    expect(sittingQuorum(sitting({ present: ['paola', 'bruno'], proxies: [{ from: 'ugo', to: 'bruno' }] })).met).toBe(
      true,
    );
  });

  it.each([
    ['a holder who is absent', [{ from: 'bruno', to: 'ugo' }], 'is present and needs no proxy'],
    [
      'two proxies in one pocket',
      [
        { from: 'ugo', to: 'bruno' },
        { from: 'pia', to: 'bruno' },
      ],
      'one proxy',
    ],
    ['a proxy to a stranger', [{ from: 'ugo', to: 'marta' }], 'one member to another'],
  ])('refuses %s', (_, proxies, message) => {
    const present = message.startsWith('one proxy') ? ['paola', 'bruno'] : ['paola', 'bruno', 'pia'];
    expect(() => checkProxies(sitting({ present, proxies }))).toThrow(message);
  });

  it('in an urgent matter is the president alone, and nobody else', () => {
    expect(sittingQuorum(sitting({ kind: 'urgent', present: ['paola'] })).met).toBe(true);
    expect(sittingQuorum(sitting({ kind: 'urgent', present: ['bruno'] })).met).toBe(false);
  });
});

describe('a vote', () => {
  it('two in favour and one abstention carry', () => {
    const result = tally(sitting(), ballot({ paola: 'favourable', bruno: 'favourable', pia: 'abstains' }), 'a1');
    expect(result).toEqual({
      favourable: 2,
      contrary: 0,
      abstained: 1,
      recused: 0,
      silent: 0,
      outcome: 'carried',
      castingVote: false,
    });
  });

  it('a tie goes with the president’s own vote', () => {
    const tie = (paola: Voice, bruno: Voice) => tally(sitting(), ballot({ paola, bruno, pia: 'abstains' }), 'a1');
    expect(tie('favourable', 'contrary')).toMatchObject({ outcome: 'carried', castingVote: true });
    expect(tie('contrary', 'favourable')).toMatchObject({ outcome: 'not-carried', castingVote: true });
    const silent = tally(sitting(), ballot({ paola: 'abstains', bruno: 'favourable', pia: 'contrary' }), 'a1');
    expect(silent).toMatchObject({ outcome: 'not-carried', castingVote: false });
  });

  it('of nobody carries nothing; without quorum neither', () => {
    expect(tally(sitting(), ballot({ paola: 'abstains' }), 'a1')).toMatchObject({ outcome: 'not-carried', silent: 2 });
    const few = sitting({ present: ['paola'] });
    expect(tally(few, ballot({ paola: 'favourable' }), 'a1').outcome).toBe('no-quorum');
  });

  it('is cast once, by the member or the holder of the proxy, on the agenda', () => {
    const table = sitting({ proxies: [{ from: 'ugo', to: 'bruno' }] });
    const vote: Vote = { agendaItemId: 'a1', member: 'ugo', voice: 'favourable', castBy: 'bruno' };
    const votes = castVote(table, [], vote);
    expect(votes).toHaveLength(1);
    expect(() => castVote(table, votes, vote)).toThrow('has voted');
    expect(() => castVote(table, [], { ...vote, castBy: 'pia' })).toThrow('holds no proxy');
    expect(() => castVote(sitting(), [], { ...vote, castBy: 'ugo' })).toThrow('neither present nor represented');
    expect(() => castVote(table, [], { ...vote, agendaItemId: 'a9' })).toThrow('not on the agenda');
  });
});

describe('an urgent act', () => {
  const act: Ratification = {
    urgentSittingId: 's0',
    actedAt: '2026-11-25T08:00:00Z',
    state: 'pending',
    sittingId: null,
    at: null,
  };
  const carried = tally(sitting(), ballot({ paola: 'favourable', bruno: 'favourable' }), 'a1');
  const refused = tally(sitting(), ballot({ paola: 'abstains', bruno: 'contrary' }), 'a1');

  it('waits for the next sitting', () => {
    expect(ratify(act, sitting(), carried)).toMatchObject({ state: 'ratified', sittingId: 's1' });
    expect(ratify(act, sitting(), { ...carried, outcome: 'no-quorum' })).toBe(act);
    expect(() => ratify(ratify(act, sitting(), carried), sitting(), carried)).toThrow('was ratified');
    expect(() => ratify(act, sitting({ kind: 'urgent' }), carried)).toThrow('only a meeting ratifies');
  });

  it('that is refused proposes to reopen, and undoes nothing by itself', () => {
    expect(proposesReopening(ratify(act, sitting(), refused))).toBe(true);
    expect(proposesReopening(ratify(act, sitting(), carried))).toBe(false);
  });
});

describe('the short route', () => {
  const voice = (seat: ShortRouteVoice['seat'], by: string, said: Voice): ShortRouteVoice => ({
    seat,
    by,
    voice: said,
    at,
    note: null,
  });
  const spoken = (...said: Voice[]) =>
    shortRouteOutcome([
      voice('secretariat', 'marta', said[0] ?? 'abstains'),
      voice('group-coordinator', 'carlo', said[1] ?? 'abstains'),
      voice('president', 'paola', said[2] ?? 'abstains'),
    ]);

  it.each([
    [['favourable', 'favourable', 'favourable'], 'favourable'],
    [['favourable', 'abstains', 'favourable'], 'favourable'],
    [['contrary', 'recused', 'contrary'], 'contrary'],
    [['favourable', 'contrary', 'favourable'], 'to-the-board'],
    [['favourable', 'abstains', 'recused'], 'to-the-board'],
  ] as const)('%j: %s', (said, outcome) => {
    expect(spoken(...said)).toBe(outcome);
  });

  it('waits for the third voice and hears each person once', () => {
    const one = addVoice([], voice('secretariat', 'marta', 'favourable'));
    expect(shortRouteOutcome(one)).toBe('waiting');
    expect(() => addVoice(one, voice('secretariat', 'mina', 'favourable'))).toThrow('marta has spoken');
    expect(() => addVoice(one, voice('president', 'marta', 'favourable'))).toThrow('as secretariat');
  });
});

describe('an opinion', () => {
  const opinion = (known: Partial<Opinion> = {}): Opinion => ({
    id: 'o1',
    dossierId: 'd1',
    kind: 'with-conditions',
    reasons: [{ text: 'In linea con il PAESC', criteria: ['C1'], fields: [] }],
    conditions: [
      { text: 'Determina', owner: { kind: 'body', id: 'comune-di-milano' }, dueOn: '2027-01-29', metOn: null },
    ],
    code: null,
    role: 'partner',
    ownFundsCeilingEur: 0,
    proposed: 'with-conditions',
    differenceReason: null,
    withoutQuorumReason: null,
    watchUntil: null,
    sitting: { sittingId: 's1', agendaItemId: 'a1' },
    recordedBy: 'sergio',
    recordedAt: at,
    confirmed: null,
    ...known,
  });

  it.each([
    ['no reason', { reasons: [] }, ['reasons']],
    ['a blank reason', { reasons: [{ text: ' ', criteria: [], fields: [] }] }, ['reasons']],
    ['conditions that are none', { conditions: [] }, ['conditions']],
    ['favour with conditions beside it', { kind: 'favourable', proposed: 'favourable' }, ['conditions']],
    ['a refusal without a code', { kind: 'contrary', conditions: [], proposed: 'contrary' }, ['code']],
    ['watching for ever', { kind: 'watching', conditions: [], proposed: 'watching' }, ['watchUntil']],
    ['a yes to no role', { role: null }, ['role']],
    ['a silent difference from the proposal', { proposed: 'favourable' }, ['differenceReason']],
  ] as const)('is not recorded with %s', (_, known, faults) => {
    expect(faultsOf(opinion(known as Partial<Opinion>), true)).toEqual(faults);
    expect(() => recordOpinion(opinion(known as Partial<Opinion>), true)).toThrow('incomplete');
  });

  it('without a quorum of readers says why', () => {
    expect(faultsOf(opinion(), false)).toEqual(['withoutQuorumReason']);
    expect(faultsOf(opinion({ withoutQuorumReason: 'due enti su tre si candidano a capofila' }), false)).toEqual([]);
  });

  it('needs an owner and a date for each condition', () => {
    const vague = opinion({
      conditions: [{ text: 'Determina', owner: { kind: 'body', id: '' }, dueOn: '2027-01-29', metOn: null }],
    });
    expect(faultsOf(vague, true)).toEqual(['conditions']);
  });

  it('is confirmed once by the president', () => {
    const confirmed = confirmOpinion(recordOpinion(opinion(), true), 'paola', '2026-12-02T08:00:00Z');
    expect(confirmed.confirmed).toEqual({ by: 'paola', at: '2026-12-02T08:00:00Z' });
    expect(() => confirmOpinion(confirmed, 'paola', '2026-12-02T08:00:00Z')).toThrow('was confirmed');
    expect(openConditions(confirmed)).toHaveLength(1);
  });
});

describe('adhesion', () => {
  const comune = awaiting('d1', 'comune-di-milano', 'partner');
  const act = { type: 'determina' as const, number: '1234/2026', date: '2026-12-10' };
  const yes = { state: 'adheres' as const, act, pic: null, lear: null, by: 'dario', at };

  it('is the body’s own act, with type, number and date', () => {
    expect(recordAdhesion(comune, yes)).toMatchObject({ state: 'adheres', act });
    expect(() => recordAdhesion(comune, { ...yes, act: null })).toThrow('act');
    expect(() => recordAdhesion(comune, { ...yes, act: { ...act, number: ' ' } })).toThrow('act');
    expect(recordAdhesion(comune, { ...yes, state: 'declines', act: null }).state).toBe('declines');
  });

  it('holds preparation up until the bodies that the role needs have adhered', () => {
    const places = [
      { bodyId: 'a2a', role: 'partner' as const },
      { bodyId: 'assolombarda', role: 'supporter' as const },
    ];
    const needed = bodiesNeeded('pilot', 'comune-di-milano', places);
    expect(needed).toEqual(['comune-di-milano', 'a2a']);
    const a2a = recordAdhesion(awaiting('d1', 'a2a', 'partner'), yes);
    expect(adhesionsMissing(needed, [comune, a2a])).toEqual(['comune-di-milano']);
    expect(adhesionsMissing(needed, [recordAdhesion(comune, yes), a2a])).toEqual([]);
    expect(adhesionsMissing(needed, [recordAdhesion(comune, { ...yes, state: 'declines' }), a2a])).toEqual([
      'comune-di-milano',
    ]);
    expect(bodiesNeeded('supporter', 'comune-di-milano', places)).toEqual(['comune-di-milano']);
  });

  it('still owes PIC and LEAR where the body enters the grant', () => {
    expect(papersMissing(recordAdhesion(comune, yes))).toEqual(['PIC', 'LEAR']);
    expect(papersMissing(recordAdhesion(comune, { ...yes, pic: '999999999', lear: 'legale' }))).toEqual([]);
    expect(papersMissing(recordAdhesion(awaiting('d1', 'comune-di-milano', 'supporter'), yes))).toEqual([]);
    expect(() => recordAdhesion(comune, { ...yes, pic: '1234' })).toThrow('nine digits');
  });
});
