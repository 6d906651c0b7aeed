import type { Action } from '../people/permissions.ts';
import * as guard from './guard.ts';
import type { Route } from './route.ts';
import {
  DOSSIER_STATES,
  type DossierState,
  isEnded,
  isLive,
  OPINION_STATES,
  type OpinionState,
  REOPENS_TO,
} from './state.ts';

export interface Transition {
  name: string;
  from: readonly DossierState[];
  /** `resumed` = where it was suspended; `reopened` = what `REOPENS_TO` says. */
  to: DossierState | 'resumed' | 'reopened';
  /** Who may do it: a row of the permission table. */
  action: Action;
  /** A reason in words, or one of the reason codes with words beside it. */
  needsReason?: true | 'coded';
  /** The way taken by this step. */
  route?: Route;
  guards?: readonly guard.Guard[];
}

const EVALUATED = ['submitted', 'second-stage'] as const;
const AGREED = ['favourable', 'with-conditions'] as const;

const confirm = (kind: OpinionState) => ({
  name: `confirm-${kind}` as const,
  from: ['collegial-evaluation', 'in-short-route'] as const,
  to: kind,
  action: 'opinion.confirm' as const,
  guards: [guard.sittingEnded, guard.examined, guard.opinionIs(kind)],
});

/** Every step a dossier can take (DOMAIN §5.1, §5.7). A person takes each of them; the machine takes none. */
export const TRANSITIONS = [
  { name: 'take-in', from: ['found'], to: 'in-triage', action: 'triage.decide' },
  {
    name: 'discard',
    from: ['found', 'in-triage', 'assigned', 'gathering-interest'],
    to: 'discarded',
    action: 'triage.decide',
    needsReason: 'coded',
  },
  {
    name: 'assign',
    from: ['found', 'in-triage'],
    to: 'assigned',
    action: 'dossier.assign',
    guards: [guard.hasGroup, guard.hasOwner],
  },
  { name: 'gather-interest', from: ['assigned'], to: 'gathering-interest', action: 'dossier.assign' },
  {
    // Interest may go on beside the review; it must be in before the collegial evaluation.
    name: 'open-review',
    from: ['assigned', 'gathering-interest'],
    to: 'in-review',
    action: 'review.assign',
    route: 'ordinary',
    guards: [guard.hasReaders],
  },
  {
    name: 'take-short-route',
    from: ['assigned', 'gathering-interest'],
    to: 'in-short-route',
    action: 'dossier.assign',
    route: 'short',
    guards: [guard.hasRole, guard.maySkipReview],
  },
  {
    name: 'leave-short-route',
    from: ['in-short-route'],
    to: 'assigned',
    action: 'dossier.assign',
    needsReason: true,
    route: 'ordinary',
  },
  {
    name: 'open-collegial-evaluation',
    from: ['in-review'],
    to: 'collegial-evaluation',
    action: 'collegial.lead',
    guards: [guard.interestCollected, guard.hasQuorum],
  },
  {
    name: 'return-to-review',
    from: ['collegial-evaluation'],
    to: 'in-review',
    action: 'collegial.lead',
    needsReason: true,
  },
  ...OPINION_STATES.map(confirm),
  {
    name: 'reopen-opinion',
    from: [...AGREED, 'watching', 'in-preparation'],
    to: 'assigned',
    action: 'dossier.reopen',
    needsReason: true,
  },
  {
    name: 'start-preparation',
    from: AGREED,
    to: 'in-preparation',
    action: 'preparation.start',
    guards: [guard.hasRole, guard.allAdhered],
  },
  { name: 'submit', from: ['in-preparation'], to: 'submitted', action: 'preparation.edit', guards: [guard.submitted] },
  {
    name: 'pass-first-stage',
    from: ['submitted'],
    to: 'second-stage',
    action: 'outcome.record',
    guards: [guard.twoStage],
  },
  {
    name: 'record-funded',
    from: [...EVALUATED, 'reserve'],
    to: 'funded',
    action: 'outcome.record',
    guards: [guard.outcomeIs('funded')],
  },
  {
    name: 'record-reserve',
    from: EVALUATED,
    to: 'reserve',
    action: 'outcome.record',
    guards: [guard.outcomeIs('reserve')],
  },
  {
    name: 'record-rejected',
    from: [...EVALUATED, 'reserve'],
    to: 'rejected',
    action: 'outcome.record',
    guards: [guard.outcomeIs('rejected')],
  },
  {
    name: 'withdraw',
    from: [...AGREED, 'in-preparation', ...EVALUATED, 'reserve', 'funded'],
    to: 'withdrawn',
    action: 'preparation.start',
    needsReason: true,
  },
  {
    name: 'start-project',
    from: ['funded'],
    to: 'project',
    action: 'project.edit',
    guards: [guard.hasGrantAgreement],
  },
  // A letter of support ends with the grant: its project is somebody else's.
  { name: 'close', from: ['project', 'funded'], to: 'closed', action: 'project.edit', needsReason: true },
  {
    name: 'suspend',
    from: DOSSIER_STATES.filter(isLive),
    to: 'suspended',
    action: 'dossier.suspend',
    needsReason: true,
  },
  { name: 'resume', from: ['suspended'], to: 'resumed', action: 'dossier.suspend', needsReason: true },
  {
    name: 'reopen',
    from: DOSSIER_STATES.filter(isEnded),
    to: 'reopened',
    action: 'dossier.reopen',
    needsReason: true,
  },
] as const satisfies readonly Transition[];

export type TransitionName = (typeof TRANSITIONS)[number]['name'];

/** Null for a name that is no step. */
export function findTransition(name: string): Transition | null {
  return TRANSITIONS.find((transition) => transition.name === name) ?? null;
}

/** Where a step leads from a state; null where it does not start there. */
export function targetOf(
  transition: Transition,
  position: { state: DossierState; suspendedFrom: DossierState | null },
): DossierState | null {
  const { state, suspendedFrom } = position;
  if (!transition.from.includes(state)) return null;
  if (transition.to === 'resumed') return suspendedFrom;
  if (transition.to === 'reopened') return isEnded(state) ? REOPENS_TO[state] : null;
  return transition.to;
}
