import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../../src/domain/desk/dossier/dossier.ts';
import {
  applyTransition,
  availableTransitions,
  type DossierEvent,
  replay,
  START,
} from '../../../../src/domain/desk/dossier/dossier-state.ts';
import { DOSSIER_STATES, isEnded, OPINION_STATES, REOPENS_TO } from '../../../../src/domain/desk/dossier/state.ts';
import { TRANSITIONS, type Transition, targetOf } from '../../../../src/domain/desk/dossier/transitions.ts';
import { Failure } from '../../../../src/domain/errors.ts';
import { coordinator, dossier, everybody, facts, partner, president, reader, secretariat } from '../cast.ts';

const at = '2026-11-23T09:00:00Z';
const take = (from: Dossier, who: typeof president, name: string, reason: string | null = null) =>
  applyTransition(from, who, { name, at, reason }).dossier;

function failureOf(run: () => unknown): Failure {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the ordinary route', () => {
  it('goes from a find to a project', () => {
    let d = dossier({
      facts: facts({ opinion: 'with-conditions', submissionReference: '101234567', outcome: 'funded' }),
    });
    d = take(d, secretariat, 'take-in');
    d = take(d, coordinator, 'assign');
    d = take(d, coordinator, 'gather-interest');
    d = take(d, coordinator, 'open-review');
    d = take(d, coordinator, 'open-collegial-evaluation');
    d = take(d, president, 'confirm-with-conditions');
    d = take(d, secretariat, 'start-preparation');
    d = take(d, partner, 'submit');
    d = take(d, secretariat, 'record-funded');
    d = take({ ...d, facts: facts({ grantAgreement: '101234567' }) }, secretariat, 'start-project');
    expect([d.state, d.route, d.version]).toEqual(['project', 'ordinary', 11]);
  });

  it.each([
    ['open-collegial-evaluation', 'in-review', { interestCollected: false }, 'interest-not-collected'],
    ['open-collegial-evaluation', 'in-review', { quorum: 'not-met' }, 'no-quorum'],
    ['confirm-favourable', 'collegial-evaluation', { opinion: 'contrary' }, 'opinion-not-recorded'],
    ['confirm-favourable', 'collegial-evaluation', { opinion: 'favourable', missingCriteria: 1 }, 'criteria-missing'],
    ['start-preparation', 'favourable', { adhesionsMissing: 1 }, 'adhesions-missing'],
    ['submit', 'in-preparation', {}, 'no-submission-reference'],
    ['pass-first-stage', 'submitted', {}, 'not-two-stage'],
    ['record-funded', 'submitted', { outcome: 'reserve' }, 'outcome-not-recorded'],
  ] as const)('%s waits in «%s»', (name, state, known, obstacle) => {
    const blocked = dossier({ state, route: 'ordinary', facts: facts(known) });
    const all = { ...president, grants: everybody.flatMap(({ grants }) => grants) };
    expect(failureOf(() => take(blocked, all, name)).detail.obstacle).toBe(obstacle);
    expect(availableTransitions(blocked, all).find((step) => step.name === name)?.obstacles).toContain(obstacle);
  });

  it('lets the board go on without quorum once it was waived', () => {
    const waived = dossier({ state: 'in-review', route: 'ordinary', facts: facts({ quorum: 'waived' }) });
    expect(take(waived, coordinator, 'open-collegial-evaluation').state).toBe('collegial-evaluation');
  });
});

describe('the short route', () => {
  it('is for letters and small places, and skips the review', () => {
    const letter = dossier({ state: 'assigned', facts: facts({ role: 'supporter', opinion: 'favourable' }) });
    const spoken = take(take(letter, secretariat, 'take-short-route'), president, 'confirm-favourable');
    expect([spoken.state, spoken.route]).toEqual(['favourable', 'short']);
  });

  it('is closed to a pilot, and to a partner whose share is unknown or large', () => {
    for (const known of [{ role: 'pilot' }, { role: 'partner' }, { role: 'partner', shareEur: 900_000 }] as const) {
      const refused = failureOf(() =>
        take(dossier({ state: 'assigned', facts: facts(known) }), secretariat, 'take-short-route'),
      );
      expect(refused.detail.obstacle).toBe('not-a-short-route-role');
    }
  });

  it('does not ask for a score, but for voices that agree', () => {
    const d = dossier({
      state: 'in-short-route',
      route: 'short',
      facts: facts({ role: 'follower', opinion: 'favourable', missingCriteria: 8 }),
    });
    expect(take(d, president, 'confirm-favourable').state).toBe('favourable');
    const split = { ...d, facts: { ...d.facts, voicesAgree: false } };
    expect(failureOf(() => take(split, president, 'confirm-favourable')).detail.obstacle).toBe('voices-differ');
    expect(take(split, secretariat, 'leave-short-route', 'le voci divergono')).toMatchObject({
      state: 'assigned',
      route: 'ordinary',
    });
  });
});

describe('who', () => {
  it('a reader moves no dossier, whatever its state', () => {
    for (const state of DOSSIER_STATES)
      expect(availableTransitions(dossier({ state, suspendedFrom: 'in-review' }), reader), state).toEqual([]);
  });

  it('the secretariat cannot confirm an opinion, nor the president discard', () => {
    const ready = dossier({
      state: 'collegial-evaluation',
      route: 'ordinary',
      facts: facts({ opinion: 'favourable' }),
    });
    expect(failureOf(() => take(ready, secretariat, 'confirm-favourable')).kind).toBe('forbidden');
    expect(failureOf(() => take(dossier(), president, 'discard', 'fuori ambito')).kind).toBe('forbidden');
  });

  it('a call is let go by a reason that can be counted; «other» says in words which', () => {
    for (const reason of [null, 'non per noi', 'nonsense', 'other'])
      expect(failureOf(() => take(dossier(), secretariat, 'discard', reason)).kind, `${reason}`).toBe('invalid');
    for (const reason of ['capacity', 'other: nessuno risponde', 'capacity: tutti su altro'])
      expect(applyTransition(dossier(), secretariat, { name: 'discard', at, reason }).event.reason).toBe(reason);
  });

  it('the second person is told who did what', () => {
    const first = applyTransition(dossier(), secretariat, { name: 'discard', at, reason: 'out-of-scope' });
    const late = { name: 'assign', at, expectedVersion: 1 };
    const refused = failureOf(() => applyTransition(first.dossier, coordinator, late, first.event));
    expect(refused.kind).toBe('conflict');
    expect(refused.message).toContain('marta');
    expect(refused.message).toContain('discard');
  });
});

describe('suspended and reopened', () => {
  it('goes back to where it was', () => {
    const asleep = take(
      dossier({ state: 'in-review', route: 'ordinary' }),
      secretariat,
      'suspend',
      'bando in revisione',
    );
    expect(asleep).toMatchObject({ state: 'suspended', suspendedFrom: 'in-review' });
    expect(take(asleep, secretariat, 'resume', 'bando corretto')).toMatchObject({
      state: 'in-review',
      suspendedFrom: null,
    });
  });

  it('says why, every time', () => {
    for (const { name, from, needsReason } of TRANSITIONS as readonly Transition[]) {
      if (!needsReason) continue;
      const [state] = from;
      const d = dossier({ ...(state && { state }), suspendedFrom: 'assigned' });
      const all = { ...president, grants: everybody.flatMap(({ grants }) => grants) };
      expect(failureOf(() => take(d, all, name, '  ')).detail.field, name).toBe(
        needsReason === 'coded' ? 'reasonCode' : 'reason',
      );
    }
  });

  it('leaves an ended state only by reopening, with a reason', () => {
    for (const state of DOSSIER_STATES.filter(isEnded)) {
      const ways = TRANSITIONS.filter(({ from }) => from.some((each) => each === state));
      expect(
        ways.map(({ name }) => name),
        state,
      ).toEqual(['reopen']);
      expect(take(dossier({ state }), secretariat, 'reopen', 'nuovi elementi').state).toBe(REOPENS_TO[state]);
    }
  });

  it('reopens an opinion that was in force', () => {
    for (const state of ['favourable', 'with-conditions', 'watching', 'in-preparation'] as const)
      expect(take(dossier({ state }), secretariat, 'reopen-opinion', 'scadenza anticipata').state).toBe('assigned');
  });
});

describe('the machine as a whole', () => {
  it('reaches every state from a find', () => {
    const seen = new Set<string>([START.state]);
    const ahead = [START];
    for (let position = ahead.pop(); position !== undefined; position = ahead.pop()) {
      for (const transition of TRANSITIONS) {
        const to = targetOf(transition, position);
        if (to === null || seen.has(to)) continue;
        seen.add(to);
        ahead.push({ state: to, route: null, suspendedFrom: to === 'suspended' ? position.state : null });
      }
    }
    expect(DOSSIER_STATES.filter((state) => !seen.has(state))).toEqual([]);
  });

  it('has a way on or back from every state', () => {
    for (const state of DOSSIER_STATES)
      expect(
        TRANSITIONS.filter(({ from }) => from.some((each) => each === state)),
        state,
      ).not.toHaveLength(0);
  });

  it('names each step once', () => {
    expect(new Set(TRANSITIONS.map(({ name }) => name)).size).toBe(TRANSITIONS.length);
  });

  const arbitraryFacts = fc.record({
    role: fc.constantFrom('pilot', 'supporter', 'follower', null),
    interestCollected: fc.boolean(),
    quorum: fc.constantFrom('met', 'not-met', 'waived'),
    opinion: fc.constantFrom(...OPINION_STATES, null),
    adhesionsMissing: fc.nat(1),
    submissionReference: fc.constantFrom('101234567', null),
    twoStage: fc.boolean(),
    outcome: fc.constantFrom('funded', 'reserve', 'rejected', null),
    grantAgreement: fc.constantFrom('101234567', null),
  });
  const arbitrarySteps = fc.array(
    fc.tuple(arbitraryFacts, fc.constantFrom(...everybody), fc.nat(), fc.constantFrom('perché', '', null)),
    { maxLength: 60 },
  );

  it('tells from any history where the dossier stands', () => {
    fc.assert(
      fc.property(arbitrarySteps, (steps) => {
        const events: DossierEvent[] = [];
        let d = dossier();
        for (const [known, who, choice, reason] of steps) {
          d = { ...d, facts: facts(known) };
          const offered = availableTransitions(d, who).filter(({ obstacles }) => obstacles.length === 0);
          const step = offered[choice % Math.max(1, offered.length)];
          if (step === undefined || (step.needsReason && !reason)) continue;
          const given = step.needsCode ? `capacity: ${reason}` : reason;
          const taken = applyTransition(d, who, { name: step.name, at, reason: given });
          expect(taken.event.to).toBe(step.to);
          events.push(taken.event);
          d = taken.dossier;
        }
        const { state, route, suspendedFrom } = d;
        expect(replay(events)).toEqual({ state, route, suspendedFrom });
        expect(d.version).toBe(1 + events.length);
        for (const event of events) {
          expect(event.by).not.toBe('');
          if (isEnded(event.from)) expect([event.step, Boolean(event.reason)]).toEqual(['reopen', true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a history with a step torn out', () => {
    const one = applyTransition(dossier(), secretariat, { name: 'take-in', at });
    const two = applyTransition(one.dossier, secretariat, { name: 'assign', at });
    const three = applyTransition(two.dossier, secretariat, { name: 'gather-interest', at });
    expect(replay([one.event, two.event, three.event]).state).toBe('gathering-interest');
    expect(() => replay([one.event, three.event])).toThrow('history breaks');
    expect(() => replay([{ ...one.event, to: 'funded' }])).toThrow('history breaks');
    expect(() => replay([{ ...one.event, route: 'short' }])).toThrow('history breaks');
  });
});
