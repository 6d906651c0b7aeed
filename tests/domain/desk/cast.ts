import type { Dossier, DossierFacts } from '../../../src/domain/desk/dossier/dossier.ts';
import type { Grant, Person } from '../../../src/domain/desk/people/person.ts';
import type { Review } from '../../../src/domain/desk/review/review.ts';

/** The people and papers that the desk's stories share. */
export const person = (id: string, bodyId: string | null, ...grants: Grant[]): Person => ({ id, bodyId, grants });

export const secretariat = person('marta', null, { role: 'secretariat' });
export const coordinator = person('carlo', 'amat', { role: 'group-coordinator', group: 'mobility' });
export const president = person('paola', 'comune-di-milano', { role: 'president' }, { role: 'board' });
export const secretary = person('sergio', null, { role: 'secretary' });
export const boardMember = person('bruno', 'camera-di-commercio', { role: 'board' });
export const administrator = person('ada', null, { role: 'administrator' });
export const directorate = person('dario', 'comune-di-milano', { role: 'directorate', directorate: 'mobilita' });
export const partner = person('piera', 'a2a', { role: 'partner', body: 'a2a' });
export const reader = person('rita', 'politecnico-di-milano', { role: 'group-member', group: 'mobility' });
export const otherReader = person('remo', 'cefriel', { role: 'group-member', group: 'mobility' });
export const everybody = [
  secretariat,
  coordinator,
  president,
  secretary,
  boardMember,
  administrator,
  directorate,
  partner,
  reader,
  otherReader,
];

export const facts = (known: Partial<DossierFacts> = {}): DossierFacts => ({
  role: 'pilot',
  decidedRole: known.role ?? 'pilot',
  sittingOpen: false,
  shareEur: null,
  interestCollected: true,
  quorum: 'met',
  missingCriteria: 0,
  voicesAgree: true,
  opinion: null,
  adhesionsMissing: 0,
  submissionReference: null,
  twoStage: false,
  outcome: null,
  grantAgreement: null,
  ...known,
});

export const dossier = (known: Partial<Dossier> = {}): Dossier => ({
  id: 'd1',
  version: 1,
  state: 'found',
  route: null,
  suspendedFrom: null,
  groups: ['mobility'],
  owner: 'marta',
  bodies: ['comune-di-milano', 'a2a'],
  seated: ['comune-di-milano', 'a2a'],
  directorate: 'mobilita',
  readers: ['rita', 'remo'],
  facts: facts(),
  ...known,
});

export const review = (who: Person, known: Partial<Review> = {}): Review => ({
  id: `review-${who.id}`,
  dossierId: 'd1',
  personId: who.id,
  bodyId: who.bodyId,
  scorer: 'readers',
  group: 'mobility',
  state: 'to-do',
  declaration: null,
  scores: {},
  deliveredAt: null,
  withdrawals: [],
  setAside: null,
  version: 1,
  ...known,
});

/** A reader's sheet that is in, with the given C1, C2 and C8. */
export const delivered = (who: Person, [c1, c2, c8]: [Value, Value, Value]): Review =>
  review(who, {
    state: 'delivered',
    declaration: 'none',
    deliveredAt: '2026-11-20T10:00:00Z',
    scores: { C1: score(c1), C2: score(c2), C8: score(c8) },
  });

type Value = 0 | 1 | 2 | 3 | 4 | 5;
const score = (value: Value) => ({ value, sentence: 'perché sì', objectiveId: null });
