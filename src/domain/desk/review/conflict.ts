import type { Instant } from '../../topic.ts';
import type { BodyId } from '../people/person.ts';

/** What a scorer says about their own position before scoring. */
export const DECLARATIONS = ['none', 'own-body-partner', 'own-body-leads', 'personal'] as const;
export type Declaration = (typeof DECLARATIONS)[number];

/** Somebody asks for the lead of a proposal: by an expression of interest, or by a request from outside. */
export interface LeadClaim {
  bodyId: BodyId;
  since: Instant;
  through: 'interest' | 'request';
  sourceId: string;
}

/** Why a person may state facts on a dossier but not score it (DOMAIN §5.2, reader's rule). */
export interface Conflict {
  kind: 'own-body-leads' | 'personal';
  source: 'declared' | 'derived';
  bodyId: BodyId | null;
  /** The claim it derives from; null where declared. */
  claim: LeadClaim | null;
}

/**
 * The conflict of a person on a dossier. A derived one outweighs a declaration that says otherwise. That one's own body
 * would be a mere partner is declared and no bar.
 */
export function conflictOf(
  bodies: readonly BodyId[],
  declaration: Declaration | null,
  claims: readonly LeadClaim[],
): Conflict | null {
  const claim = claims.find(({ bodyId }) => bodies.includes(bodyId));
  if (claim !== undefined) return { kind: 'own-body-leads', source: 'derived', bodyId: claim.bodyId, claim };
  if (declaration === 'own-body-leads' || declaration === 'personal')
    return { kind: declaration, source: 'declared', bodyId: bodies[0] ?? null, claim: null };
  return null;
}
