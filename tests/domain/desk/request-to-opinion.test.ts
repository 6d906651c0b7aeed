import { describe, expect, it } from 'vitest';
import { awaiting, recordAdhesion } from '../../../src/domain/desk/board/adhesion.ts';
import { type Tally, tally } from '../../../src/domain/desk/board/ballot.ts';
import type { Opinion } from '../../../src/domain/desk/board/opinion.ts';
import type { Sitting } from '../../../src/domain/desk/board/sitting.ts';
import type { Dossier } from '../../../src/domain/desk/dossier/dossier.ts';
import { type DossierPapers, dossierFacts } from '../../../src/domain/desk/dossier/dossier-facts.ts';
import { applyTransition, availableTransitions } from '../../../src/domain/desk/dossier/dossier-state.ts';
import type { ShortRouteVoice } from '../../../src/domain/desk/dossier/short-route.ts';
import type { Person } from '../../../src/domain/desk/people/person.ts';
import { delivered, dossier, otherReader, president, reader, review, secretariat } from './cast.ts';

const at = '2026-11-23T09:00:00Z';
const today = '2026-11-23';
const opinion: Opinion = {
  id: 'o1',
  dossierId: 'd1',
  kind: 'favourable',
  reasons: [{ text: 'Il ruolo costa poco e porta dati', criteria: ['C2'], fields: [] }],
  conditions: [],
  code: null,
  role: 'follower',
  ownFundsCeilingEur: 0,
  proposed: null,
  differenceReason: null,
  withoutQuorumReason: null,
  watchUntil: null,
  sitting: null,
  recordedBy: 'sergio',
  recordedAt: at,
  confirmed: null,
};
const voice = (seat: ShortRouteVoice['seat'], by: string, said: ShortRouteVoice['voice']): ShortRouteVoice => ({
  seat,
  by,
  voice: said,
  at,
  note: null,
});
const papers = (known: Partial<DossierPapers> = {}): DossierPapers => ({
  role: 'follower',
  shareEur: 120_000,
  interest: { closesOn: null, closed: false },
  reviews: [],
  quorumWaived: false,
  collegial: null,
  voices: [],
  opinion: null,
  tally: null,
  sittingOpen: false,
  municipality: 'comune-di-milano',
  places: [{ bodyId: 'comune-di-milano', role: 'follower' }],
  adhesions: [awaiting('d1', 'comune-di-milano', 'follower')],
  submissionReference: null,
  twoStage: false,
  outcome: null,
  grantAgreement: null,
  ...known,
});
const withPapers = (d: Dossier, known: Partial<DossierPapers>): Dossier => ({
  ...d,
  facts: dossierFacts(papers(known), today),
});
const take = (d: Dossier, who: Person, name: string) => applyTransition(d, who, { name, at }).dossier;
const obstacles = (d: Dossier, who: Person, name: string) =>
  availableTransitions(d, who).find((step) => step.name === name)?.obstacles;

describe('from a request to a plan, by the short route', () => {
  const two = [
    voice('secretariat', 'marta', 'favourable'),
    voice('group-coordinator', 'carlo', 'abstains'),
    voice('president', 'paola', 'favourable'),
  ];
  const opened = take(withPapers(dossier({ state: 'assigned' }), {}), secretariat, 'take-short-route');

  it('two voices and one abstention carry, and the president confirms', () => {
    expect(
      obstacles(withPapers(opened, { opinion, voices: two.slice(0, 2) }), president, 'confirm-favourable'),
    ).toEqual(['voices-differ']);
    expect(take(withPapers(opened, { opinion, voices: two }), president, 'confirm-favourable').state).toBe(
      'favourable',
    );
  });

  it('three yeses do not carry a no', () => {
    const contrary = withPapers(opened, { opinion: { ...opinion, kind: 'contrary' }, voices: two });
    expect(obstacles(contrary, president, 'confirm-contrary')).toEqual(['voices-differ']);
    expect(obstacles(withPapers(opened, { opinion, voices: two }), president, 'confirm-contrary')).toContain(
      'opinion-not-recorded',
    );
  });

  it('preparation waits for the Comune, which is «in attesa», and for its act', () => {
    const agreed = take(withPapers(opened, { opinion, voices: two }), president, 'confirm-favourable');
    expect(obstacles(agreed, secretariat, 'start-preparation')).toEqual(['adhesions-missing']);
    const act = { type: 'determina' as const, number: '88/2026', date: '2026-11-27' };
    const adhered = recordAdhesion(awaiting('d1', 'comune-di-milano', 'follower'), {
      state: 'adheres',
      act,
      pic: null,
      lear: null,
      by: 'dario',
      at,
    });
    const ready = withPapers(agreed, { opinion, voices: two, adhesions: [adhered] });
    expect(take(ready, secretariat, 'start-preparation').state).toBe('in-preparation');
  });

  it('voices that differ go to the board, and its vote decides', () => {
    const split = [...two.slice(0, 1), voice('group-coordinator', 'carlo', 'contrary'), ...two.slice(2)];
    const atTheBoard: Opinion = { ...opinion, sitting: { sittingId: 's1', agendaItemId: 'a1' } };
    const sitting: Sitting = {
      id: 's1',
      kind: 'written',
      convenedAt: '2026-11-20T09:00:00Z',
      convenedBy: 'sergio',
      at,
      place: null,
      agenda: [{ id: 'a1', title: 'Parere', dossierId: 'd1' }],
      members: ['paola', 'bruno', 'pia'].map((personId, n) => ({ personId, bodyId: personId, president: n === 0 })),
      present: ['paola', 'bruno', 'pia'],
      proxies: [],
    };
    const voted = (pia: 'abstains' | 'contrary', bruno: 'favourable' | 'contrary'): Tally =>
      tally(
        sitting,
        [
          { agendaItemId: 'a1', member: 'paola', voice: 'favourable', castBy: 'paola' },
          { agendaItemId: 'a1', member: 'bruno', voice: bruno, castBy: 'bruno' },
          { agendaItemId: 'a1', member: 'pia', voice: pia, castBy: 'pia' },
        ],
        'a1',
      );
    const ready = (result: Tally | null) => withPapers(opened, { opinion: atTheBoard, voices: split, tally: result });
    expect(obstacles(withPapers(opened, { opinion, voices: split }), president, 'confirm-favourable')).toEqual([
      'voices-differ',
    ]);
    expect(obstacles(ready(null), president, 'confirm-favourable')).toEqual(['opinion-not-recorded']);
    expect(obstacles(ready(voted('contrary', 'contrary')), president, 'confirm-favourable')).toEqual([
      'opinion-not-recorded',
    ]);
    expect(take(ready(voted('abstains', 'favourable')), president, 'confirm-favourable').state).toBe('favourable');
  });
});

describe('what the papers say to the guards', () => {
  it('interest is in when somebody closed it or its last day is over', () => {
    const collected = (interest: DossierPapers['interest']) =>
      dossierFacts(papers({ interest }), today).interestCollected;
    expect(collected({ closesOn: '2026-11-22', closed: false })).toBe(true);
    expect(collected({ closesOn: '2026-11-23', closed: false })).toBe(false);
    expect(collected({ closesOn: null, closed: false })).toBe(false);
    expect(collected({ closesOn: '2026-12-24', closed: true })).toBe(true);
  });

  it('the quorum is met by sheets, or waived by the board', () => {
    const quorum = (known: Partial<DossierPapers>) => dossierFacts(papers(known), today).quorum;
    const both = [delivered(reader, [3, 3, 3]), delivered(otherReader, [3, 3, 3])];
    expect(quorum({ reviews: both })).toBe('met');
    expect(quorum({ reviews: [review(reader)] })).toBe('not-met');
    expect(quorum({ reviews: [review(reader)], quorumWaived: true })).toBe('waived');
  });

  it('a dossier without its collegial evaluation lacks its criteria', () => {
    expect(dossierFacts(papers(), today).missingCriteria).toBeGreaterThan(0);
  });
});
