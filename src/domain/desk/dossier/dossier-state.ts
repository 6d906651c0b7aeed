import { Failure, invalid } from '../../errors.ts';
import type { Instant } from '../../topic.ts';
import type { Person, PersonId } from '../people/person.ts';
import { can } from '../people/roles.ts';
import { type Dossier, type Position, subjectOf } from './dossier.ts';
import { OBSTACLES, type Obstacle } from './guard.ts';
import { assertUnchanged } from './optimistic-lock.ts';
import { assertCoded } from './reason-code.ts';
import type { Route } from './route.ts';
import type { DossierState } from './state.ts';
import { findTransition, TRANSITIONS, type Transition, targetOf } from './transitions.ts';

/** Who moved a dossier, when, why. Append-only; the stream alone tells where the dossier stands. */
export interface DossierEvent {
  step: string;
  from: DossierState;
  to: DossierState;
  route: Route | null;
  by: PersonId;
  at: Instant;
  reason: string | null;
}

/** A step that a person may take here, now or once the obstacles are gone. */
export interface AvailableTransition {
  name: string;
  to: DossierState;
  needsReason: boolean;
  /** Of the reason codes, with words beside it. */
  needsCode: boolean;
  obstacles: Obstacle[];
}

export interface Step {
  name: string;
  at: Instant;
  reason?: string | null;
  /** The version that the person was looking at. */
  expectedVersion?: number;
}

/** A dossier begins as found; opening one is no change of state. */
export const START: Position = { state: 'found', route: null, suspendedFrom: null };

/** The steps a person's hats allow from here, with what still stands in the way. */
export function availableTransitions(dossier: Dossier, person: Person): AvailableTransition[] {
  return TRANSITIONS.flatMap((transition: Transition) => {
    const to = targetOf(transition, dossier);
    if (to === null || !can(person, transition.action, subjectOf(dossier))) return [];
    const needsReason = transition.needsReason !== undefined;
    const needsCode = transition.needsReason === 'coded';
    return [{ name: transition.name, to, needsReason, needsCode, obstacles: obstaclesOf(transition, dossier) }];
  });
}

/** Takes a step: the dossier as it stands after, and the event to append. Throws what a person can act on. */
export function applyTransition(
  dossier: Dossier,
  person: Person,
  step: Step,
  lastEvent: DossierEvent | null = null,
): { dossier: Dossier; event: DossierEvent } {
  if (step.expectedVersion !== undefined) assertUnchanged(dossier, step.expectedVersion, lastEvent);
  const transition = findTransition(step.name);
  if (transition === null) throw invalid(`there is no step «${step.name}»`, { field: 'step', step: step.name });
  const to = targetOf(transition, dossier);
  if (to === null) throw refusal('conflict', `«${step.name}» does not start from «${dossier.state}»`, dossier, step);
  if (!can(person, transition.action, subjectOf(dossier)))
    throw refusal('forbidden', `«${step.name}» on this dossier is not for your role`, dossier, step);
  const [obstacle] = obstaclesOf(transition, dossier);
  if (obstacle !== undefined)
    throw refusal('conflict', `«${step.name}» must wait: ${OBSTACLES[obstacle]}`, dossier, step, obstacle);
  const reason = step.reason?.trim() || null;
  if (transition.needsReason === 'coded') assertCoded(reason);
  if (transition.needsReason && reason === null)
    throw invalid(`«${step.name}» needs a reason`, { field: 'reason', say: 'something' });

  const route = transition.route ?? dossier.route;
  const event: DossierEvent = { step: step.name, from: dossier.state, to, route, by: person.id, at: step.at, reason };
  return { dossier: { ...dossier, ...after(dossier, event), version: dossier.version + 1 }, event };
}

/** Where a dossier stands after its whole history; refuses a history that the machine could not have written. */
export function replay(events: readonly DossierEvent[]): Position {
  return events.reduce(replayOne, START);
}

function replayOne(position: Position, event: DossierEvent): Position {
  const transition = findTransition(event.step);
  const to = transition === null ? null : targetOf(transition, position);
  const route = transition?.route ?? position.route;
  if (event.from !== position.state || to !== event.to || route !== event.route)
    throw invalid(`the history breaks at «${event.step}» of ${event.at}`, { event });
  return after(position, event);
}

function after(position: Position, event: Pick<DossierEvent, 'to' | 'route'>): Position {
  const suspendedFrom = event.to === 'suspended' ? position.state : null;
  return { state: event.to, route: event.route, suspendedFrom };
}

function obstaclesOf(transition: Transition, dossier: Dossier): Obstacle[] {
  return (transition.guards ?? []).flatMap((guard) => guard(dossier) ?? []);
}

function refusal(kind: 'conflict' | 'forbidden', message: string, dossier: Dossier, step: Step, obstacle?: Obstacle) {
  return new Failure(kind, `${message}.`, { dossier: dossier.id, state: dossier.state, step: step.name, obstacle });
}
