import type { Dossier } from './dossier.ts';
import { proposedRoute } from './route.ts';

/** Why a step cannot be taken yet; pages have a sentence for each. */
export const OBSTACLES = {
  'no-group': 'no working group is assigned',
  'no-owner': 'nobody owns the dossier',
  'no-readers': 'no readers are appointed',
  'no-role': 'the role of the city is not chosen',
  'not-a-short-route-role': 'the short route is for letters, followers and small partners',
  'interest-not-collected': 'interest is still being collected, and conflicts and C3 need it',
  'no-quorum': 'too few reviews are in',
  'criteria-missing': 'some criteria have no agreed value',
  'voices-differ': 'the voices of the short route differ or are missing: it goes to the board',
  'sitting-open': 'the sitting that votes on it has not ended',
  'opinion-not-recorded': 'no such opinion is recorded and carried',
  'adhesions-missing': 'a body that the role needs has not adhered',
  'no-submission-reference': 'no proposal or register number is recorded',
  'not-two-stage': 'the call has no second stage',
  'outcome-not-recorded': 'no such outcome is recorded',
  'no-grant-agreement': 'no grant agreement number is recorded',
} as const;
export type Obstacle = keyof typeof OBSTACLES;

/** One condition of a step: the obstacle while it does not hold. */
export type Guard = (dossier: Dossier) => Obstacle | null;

const unless =
  (holds: (dossier: Dossier) => boolean, obstacle: Obstacle): Guard =>
  (dossier) =>
    holds(dossier) ? null : obstacle;

export const hasGroup = unless((d) => d.groups.length > 0, 'no-group');
export const hasOwner = unless((d) => d.owner !== null, 'no-owner');
export const hasReaders = unless((d) => d.readers.length > 0, 'no-readers');
export const hasRole = unless((d) => d.facts.role !== null, 'no-role');
export const maySkipReview = unless(
  (d) => proposedRoute(d.facts.role, d.facts.shareEur) === 'short',
  'not-a-short-route-role',
);
export const interestCollected = unless((d) => d.facts.interestCollected, 'interest-not-collected');
export const hasQuorum = unless((d) => d.facts.quorum !== 'not-met', 'no-quorum');
export const sittingEnded = unless((d) => !d.facts.sittingOpen, 'sitting-open');
export const submitted = unless((d) => d.facts.submissionReference !== null, 'no-submission-reference');
export const twoStage = unless((d) => d.facts.twoStage, 'not-two-stage');
export const allAdhered = unless((d) => d.facts.adhesionsMissing === 0, 'adhesions-missing');
export const hasGrantAgreement = unless((d) => d.facts.grantAgreement !== null, 'no-grant-agreement');

export const opinionIs = (kind: Dossier['facts']['opinion']): Guard =>
  unless((d) => d.facts.opinion === kind, 'opinion-not-recorded');
export const outcomeIs = (outcome: Dossier['facts']['outcome']): Guard =>
  unless((d) => d.facts.outcome === outcome, 'outcome-not-recorded');

/** The short route ends in no greater role or share than may take it. */
const endsShort = unless(
  (d) => proposedRoute(d.facts.decidedRole, d.facts.shareEur) === 'short',
  'not-a-short-route-role',
);

/** An opinion rests on the whole sheet in the ordinary route, on agreeing voices or the board's vote in the short one. */
export const examined: Guard = (dossier) => {
  if (dossier.route === 'short') return endsShort(dossier) ?? (dossier.facts.voicesAgree ? null : 'voices-differ');
  return dossier.facts.missingCriteria === 0 ? null : 'criteria-missing';
};
