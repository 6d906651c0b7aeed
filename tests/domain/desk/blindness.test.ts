import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/domain/desk/people/person.ts';
import { conflictOf, type LeadClaim } from '../../../src/domain/desk/review/conflict.ts';
import { VALUES } from '../../../src/domain/desk/review/criteria.ts';
import { readmit, recuse } from '../../../src/domain/desk/review/recusal.ts';
import type { Review, ReviewPhase } from '../../../src/domain/desk/review/review.ts';
import { REVIEW_STATES } from '../../../src/domain/desk/review/review.ts';
import {
  mayJudge,
  type ReviewCase,
  sightOf,
  visibleComments,
  visibleReviews,
} from '../../../src/domain/desk/review/visibility.ts';
import {
  administrator,
  boardMember,
  coordinator,
  delivered,
  directorate,
  everybody,
  otherReader,
  partner,
  person,
  president,
  reader,
  review,
  secretariat,
} from './cast.ts';

const at = '2026-11-23T09:00:00Z';
const subject = { groups: ['mobility'] as const, readers: ['rita', 'remo'], directorate: 'mobilita' };
const claim = (bodyId: string): LeadClaim => ({ bodyId, since: at, through: 'interest', sourceId: 'i1' });
const inCase = (reviews: Review[], phase: ReviewPhase = 'collecting', leadClaims: LeadClaim[] = []): ReviewCase => ({
  phase,
  reviews,
  leadClaims,
  subject,
});
const statesSeen = (who: Person, seen: ReviewCase) =>
  visibleReviews(who, seen).map(({ personId, state }) => [personId, state]);

describe('before one’s own sheet is in', () => {
  const seen = inCase([review(reader), delivered(otherReader, [5, 5, 5])]);

  it('a reader sees their own sheet and nothing to count', () => {
    expect(sightOf(reader, seen)).toEqual({ states: false, judgements: false });
    expect(statesSeen(reader, seen)).toEqual([['rita', 'to-do']]);
  });

  it('what a reader gets is the same whether the other sheet is in or not', () => {
    const empty = inCase([review(reader), review(otherReader)]);
    expect(visibleReviews(reader, seen)).toEqual(visibleReviews(reader, empty));
  });

  it('facts can be read, judgements cannot, one’s own words always', () => {
    const comments = [
      { kind: 'fact' as const, by: 'remo', text: 'Il testo non dice se gli spazi privati contano.' },
      { kind: 'judgement' as const, by: 'remo', text: 'Per me è un cinque.' },
      { kind: 'judgement' as const, by: 'rita', text: 'Mi convince poco.' },
    ];
    expect(visibleComments(reader, seen, comments).map(({ text }) => text)).toEqual([
      comments[0]?.text,
      comments[2]?.text,
    ]);
    expect(visibleComments(secretariat, seen, comments)).toHaveLength(3);
  });

  it('a second hat opens nothing: a reader who is also secretariat, board and president still waits', () => {
    const many = { ...reader, grants: [...reader.grants, ...secretariat.grants, ...president.grants] };
    expect(visibleReviews(many, seen)).toHaveLength(1);
  });

  it('a secretariat that owes its own part sees how far the others are, not what they think', () => {
    const office = review(secretariat, { scorer: 'secretariat', group: null });
    const both = inCase([office, delivered(reader, [4, 4, 4])]);
    expect(statesSeen(secretariat, both)).toEqual([
      ['marta', 'to-do'],
      ['rita', 'delivered'],
    ]);
    expect(visibleReviews(secretariat, both).map(({ sheet }) => sheet?.personId ?? null)).toEqual(['marta', null]);
  });

  it('board and other members of the group wait for the table: they may yet be called in', () => {
    const member = person('mina', 'atm', { role: 'group-member', group: 'mobility' });
    for (const who of [boardMember, member]) {
      expect(visibleReviews(who, seen), who.id).toEqual([]);
      expect(sightOf(who, { ...seen, phase: 'collegial' }).judgements, who.id).toBe(true);
    }
  });
});

describe('after', () => {
  it('a reader who delivered reads the others’ delivered sheets, never a draft', () => {
    const seen = inCase([
      delivered(reader, [3, 3, 3]),
      review(otherReader, { scores: { C1: { value: 5, sentence: null } } }),
    ]);
    expect(visibleReviews(reader, seen).map(({ personId, sheet }) => [personId, sheet !== null])).toEqual([
      ['rita', true],
      ['remo', false],
    ]);
  });

  it('a reader who takes the sheet back is blind again', () => {
    const seen = inCase([
      review(reader, { withdrawals: [{ at, othersReadable: true }] }),
      delivered(otherReader, [5, 5, 5]),
    ]);
    expect(statesSeen(reader, seen)).toEqual([['rita', 'to-do']]);
  });

  it('who declined reads along only from the collegial evaluation on', () => {
    const reviews = [review(reader, { state: 'no-view' }), delivered(otherReader, [5, 5, 5])];
    expect(sightOf(reader, inCase(reviews)).states).toBe(false);
    expect(sightOf(reader, inCase(reviews, 'collegial')).judgements).toBe(true);
  });

  it('the coordinator and the secretariat, who do not review, follow from the start', () => {
    const seen = inCase([review(reader), delivered(otherReader, [5, 5, 5])]);
    for (const who of [coordinator, secretariat]) expect(visibleReviews(who, seen), who.id).toHaveLength(2);
  });
});

describe('a conflict', () => {
  it('derives from the employer asking for the lead, whatever was declared', () => {
    expect(conflictOf(['politecnico-di-milano'], 'none', [claim('politecnico-di-milano')])).toMatchObject({
      source: 'derived',
    });
    expect(conflictOf(['politecnico-di-milano'], 'own-body-leads', [])).toMatchObject({ source: 'declared' });
    expect(conflictOf(['politecnico-di-milano'], 'own-body-partner', [claim('cefriel')])).toBeNull();
  });

  it('that arises after delivery takes the score out, keeps it as a trace and tells both sides', () => {
    const sheet = delivered(reader, [5, 5, 5]);
    const conflict = conflictOf(['politecnico-di-milano'], 'none', [claim('politecnico-di-milano')]);
    const recusal = conflict && recuse(sheet, conflict, at);
    expect(recusal?.review).toMatchObject({ state: 'recused', scores: {}, setAside: { scores: sheet.scores, at } });
    expect(recusal?.notices.map(({ to, reason }) => [to, reason])).toEqual([
      ['scorer', 'conflict-after-delivery'],
      ['desk', 'conflict-after-delivery'],
    ]);
    expect(recusal?.needsSubstitute).toBe(true);
    expect(recusal && conflict && recuse(recusal.review, conflict, at)).toBeNull();
  });

  it('lets facts be stated, not judgements, and shows nobody’s judgement before the opinion', () => {
    const seen = inCase([review(reader, { state: 'recused' }), delivered(otherReader, [5, 5, 5])], 'collegial', [
      claim('politecnico-di-milano'),
    ]);
    expect(mayJudge(reader, seen)).toBe(false);
    expect(visibleReviews(reader, seen)).toHaveLength(1);
    expect(sightOf(reader, { ...seen, phase: 'decided' }).judgements).toBe(true);
  });

  it('binds a coordinator and a board member as well: their body would gain from reading along', () => {
    const seen = inCase([delivered(reader, [5, 5, 5])], 'collegial', [claim('amat'), claim('camera-di-commercio')]);
    for (const who of [coordinator, boardMember]) expect(visibleReviews(who, seen), who.id).toEqual([]);
  });

  it('does not stop the Comune from judging its own capacity', () => {
    const c4 = review(directorate, { scorer: 'directorate', group: null, state: 'delivered' });
    const conflict = conflictOf(['comune-di-milano'], 'none', [claim('comune-di-milano')]);
    expect(conflict && recuse(c4, conflict, at)).toBeNull();
  });

  it('that goes away gives the sheet back to be delivered anew', () => {
    const sheet = delivered(reader, [4, 4, 4]);
    const conflict = conflictOf(['politecnico-di-milano'], 'none', [claim('politecnico-di-milano')]);
    const back = conflict && readmit(recuse(sheet, conflict, at)?.review ?? sheet);
    expect(back).toMatchObject({ state: 'to-do', declaration: null, setAside: null, scores: sheet.scores });
  });
});

describe('outside', () => {
  it('neither visitors, partners nor the administrator ever see a review', () => {
    for (const phase of ['collecting', 'collegial', 'decided'] as const)
      for (const who of [null, partner, administrator])
        expect(visibleReviews(who, inCase([delivered(reader, [5, 5, 5])], phase))).toEqual([]);
  });

  it('the directorate learns what became of its C4 once the opinion is given', () => {
    const reviews = [review(directorate, { scorer: 'directorate', state: 'delivered' }), delivered(reader, [5, 5, 5])];
    expect(sightOf(directorate, inCase(reviews, 'collegial')).judgements).toBe(false);
    expect(sightOf(directorate, inCase(reviews, 'decided')).judgements).toBe(true);
  });
});

describe('no leak', () => {
  const arbitraryReview = (who: Person) =>
    fc
      .tuple(fc.constantFrom(...REVIEW_STATES), fc.constantFrom(...VALUES))
      .map(([state, value]) => review(who, { state, scores: { C1: { value, sentence: `secret of ${who.id}` } } }));

  it('whoever still owes a reader’s sheet gets the same answer whatever the others did', () => {
    const others = fc.tuple(arbitraryReview(otherReader), arbitraryReview(coordinator), arbitraryReview(secretariat));
    fc.assert(
      fc.property(others, others, fc.constantFrom('collecting', 'collegial'), (one, two, phase) => {
        const own = review(reader);
        expect(visibleReviews(reader, inCase([own, ...one], phase))).toEqual(
          visibleReviews(reader, inCase([own, ...two], phase)),
        );
      }),
    );
  });

  it('a draft is nobody’s but its author’s, in every phase and for every hat', () => {
    for (const phase of ['collecting', 'collegial', 'decided'] as const)
      for (const who of everybody) {
        const draft = review(otherReader, { scores: { C1: { value: 5, sentence: 'bozza' } } });
        const text = JSON.stringify(visibleReviews(who, inCase([draft], phase)));
        expect(text.includes('bozza'), `${who.id} ${phase}`).toBe(who === otherReader);
      }
  });
});
