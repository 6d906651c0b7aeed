/** Where a dossier stands (DOMAIN §5.1 in the words of §5.7). */
export const DOSSIER_STATES = [
  'found',
  'in-triage',
  'discarded',
  'assigned',
  'gathering-interest',
  'in-review',
  'in-short-route',
  'collegial-evaluation',
  'favourable',
  'with-conditions',
  'contrary',
  'watching',
  'in-preparation',
  'submitted',
  'second-stage',
  'funded',
  'reserve',
  'rejected',
  'withdrawn',
  'project',
  'closed',
  'suspended',
] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

/**
 * Where reopening leads from an ended state. A withdrawn dossier goes back to preparation, a rejected one to submitted
 * (an evaluation review can succeed); the machine adds that no other way leads out.
 */
export const REOPENS_TO = {
  discarded: 'in-triage',
  contrary: 'assigned',
  withdrawn: 'in-preparation',
  rejected: 'submitted',
  closed: 'project',
} as const satisfies Partial<Record<DossierState, DossierState>>;

/** Ended: nothing happens unless a person reopens it with a reason. */
export type EndedState = keyof typeof REOPENS_TO;

export const isEnded = (state: DossierState): state is EndedState => Object.hasOwn(REOPENS_TO, state);

/** States that carry the board's opinion; each of them can be taken up again. */
export const OPINION_STATES = ['favourable', 'with-conditions', 'contrary', 'watching'] as const;
export type OpinionState = (typeof OPINION_STATES)[number];

export const isOpinionState = (state: DossierState): state is OpinionState =>
  OPINION_STATES.some((known) => known === state);

/** An *attivo* dossier: neither ended nor suspended. Only these are flagged *da rivedere*. */
export const isLive = (state: DossierState): boolean => !isEnded(state) && state !== 'suspended';
