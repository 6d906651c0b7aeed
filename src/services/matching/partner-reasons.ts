import type { PartnerEvidence, PartnerReason } from '../../domain/partner-reason.ts';

/** Why a partner fits, as a person would say it: a project it had in a topic like this, or competences of its own. */
export type TellingReason = Extract<PartnerReason, { kind: 'project' | 'competence' }>;

const MOST_REASONS = 3;

/** What speaks for a partner, the weightiest first, each once; how often it won at all says nothing about this topic. */
export function partnerReasons(evidence: readonly PartnerEvidence[]): TellingReason[] {
  const telling = new Map<string, TellingReason>();
  for (const { reason, phrase, weight } of [...evidence].sort((a, b) => b.weight - a.weight)) {
    if (weight > 0 && isTelling(reason) && !telling.has(phrase)) telling.set(phrase, reason);
  }
  return [...telling.values()].slice(0, MOST_REASONS);
}

function isTelling(reason: PartnerReason): reason is TellingReason {
  return reason.kind === 'project' || (reason.kind === 'competence' && reason.competences.length > 0);
}
