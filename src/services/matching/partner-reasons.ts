import type { PartnerEvidence, PartnerReason } from '../../domain/partner-reason.ts';

/** Why a partner fits, as a person would say it: a project it had in a topic like this, or competences of its own. */
export type TellingReason = Extract<PartnerReason, { kind: 'project' | 'competence' }>;

const MOST_REASONS = 3;

/** What speaks for a partner, the weightiest first, each once; how often it won at all says nothing about this topic. */
export function partnerReasons(evidence: readonly PartnerEvidence[]): TellingReason[] {
  const telling = new Map<string, TellingReason>();
  const named = new Set<string>();
  for (const { reason, phrase, weight } of [...evidence].sort((a, b) => b.weight - a.weight)) {
    const news = weight > 0 ? newsOf(reason, named) : null;
    if (news !== null && !telling.has(phrase)) telling.set(phrase, news);
  }
  return [...telling.values()].slice(0, MOST_REASONS);
}

/** What a reason tells beyond what was told: one competence can be near by its words and by its meaning. */
function newsOf(reason: PartnerReason, named: Set<string>): TellingReason | null {
  if (reason.kind === 'project') return reason;
  if (reason.kind !== 'competence') return null;
  const competences = reason.competences.filter((one) => !named.has(one));
  for (const one of competences) named.add(one);
  return competences.length === 0 ? null : { kind: 'competence', competences };
}
