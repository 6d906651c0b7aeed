import type { Partner } from '../../domain/partner.ts';
import type { ScorableTopic } from '../../domain/scoring.ts';
import { structuralFeatures } from '../structure.ts';

export interface RuleHit {
  rule: string;
  weight: number;
}

interface PartnerRule {
  name: string;
  applies(features: ReadonlySet<string>, topic: ScorableTopic): boolean;
  weight(partner: Partner): number;
}

/** Who a call is not for, or is for above all, whatever the theme (DOMAIN §3.1, §3.2 H1 and H3). */
const RULES: readonly PartnerRule[] = [
  {
    name: 'a single small enterprise applies',
    applies: (features) =>
      ['family:SMEINST', 'family:EIC-SMEINST', 'family:EIC-ACCELERATOR'].some((one) => features.has(one)),
    weight: (partner) => (partner.type === 'PRC' && partner.facts.sme ? 0 : -4),
  },
  {
    name: 'programme owners only',
    applies: (features, { title, typesOfAction }) =>
      /era-?net/i.test(title) && (typesOfAction.length === 0 || features.has('action:COFUND')),
    weight: (partner) => (partner.facts.programmeOwner ? 1.5 : -1),
  },
  {
    name: 'public procurers buy together',
    applies: (features) => features.has('action:PCP') || features.has('action:PPI'),
    weight: (partner) => (partner.roles.includes('procurer') ? 1 : -0.7),
  },
  {
    name: 'a host institution for researchers',
    applies: (features) => features.has('family:ERC'),
    weight: (partner) => (partner.type === 'HES' || partner.type === 'REC' ? 0 : -3),
  },
  {
    name: 'lighthouse only once',
    applies: (_, { title }) => /\blighthouse\b/i.test(title),
    weight: (partner) => (partner.facts.lighthouseAlready ? -0.5 : 0),
  },
];

const NO_HITS: readonly RuleHit[] = [];

export function partnerRules(topic: ScorableTopic): (partner: Partner) => readonly RuleHit[] {
  const features = new Set(structuralFeatures(topic));
  const applying = RULES.filter((rule) => rule.applies(features, topic));
  if (applying.length === 0) return () => NO_HITS;
  return (partner) =>
    applying.map((rule) => ({ rule: rule.name, weight: rule.weight(partner) })).filter(({ weight }) => weight !== 0);
}
