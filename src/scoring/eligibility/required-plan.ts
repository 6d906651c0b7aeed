import type { CityProfile } from '../../domain/city-profile.ts';
import type { TextSpan } from '../../domain/eligibility.ts';
import type { Partner } from '../../domain/partner.ts';
import { hasText, oncePerTopic } from './eligibility-topic.ts';
import { findSpan, type Search } from './find-span.ts';
import { knownTopic } from './known-topics.ts';
import { isTerritorial, type Rule, results } from './rule.ts';

type Plan = CityProfile['facts']['plans'][number]['id'];

/** A plan is asked for only where its sentence obliges; a mere mention is none. */
const OBLIGES =
  /\b(?:must|shall|required?|requirement|pre-?requisite|mandatory|validated|politically approved|eligible only|implemented within the framework of|have (?:adopted|approved|submitted|signed))\b/i;
const WISHES = /\b(?:encouraged|not (?:required|mandatory)|contribute to|collaboration with|cooperat\w+ with)\b/i;

const PLANS: readonly (readonly [plan: Plan, search: Search])[] = [
  [
    'SECAP',
    named(['secap', 'sustainable energy'], /\bSECAPs?\b|\bsustainable energy (?:and climate )?action plans?\b/gi),
  ],
  ['SUMP', named(['sump', 'sustainable urban mobility plan'], /\bSUMPs?\b|\bsustainable urban mobility plans?\b/gi)],
  ['CCC', named(['climate city contract'], /\bclimate city contracts?\b/gi)],
];

const say = results('H4', 'Testo del bando alla sua fonte');
const GEP_FROM = 2022;
const GEP_SOURCE = 'Condizioni generali di Orizzonte Europa, bandi dal 2022';

/** H4: the plan that a call asks its cities to have; and the gender equality plan of Horizon Europe's public bodies. */
export const requiredPlan: Rule = {
  id: 'H4',
  check(topic, partner, profile) {
    const asked = isTerritorial(partner) ? plansAsked(topic) : [];
    if (asked.length > 0) return judgePlans(asked, partner, profile, knownTopic(topic.identifier)?.source);
    if (asksGenderEqualityPlan(topic, partner)) return judgeGenderEqualityPlan(partner);
    return hasText(topic) || !isTerritorial(partner) ? say('not-applicable', 'plan.none') : say('unknown', 'no-text');
  },
};

interface Asked {
  plan: Plan;
  span: TextSpan | null;
}

const plansAsked = oncePerTopic((topic): readonly Asked[] => {
  const found = PLANS.flatMap(([plan, search]): Asked[] => {
    const span = findSpan(topic, search);
    return span === null ? [] : [{ plan, span }];
  });
  const known = knownTopic(topic.identifier)?.plan;
  return known === undefined || found.some(({ plan }) => plan === known)
    ? found
    : [...found, { plan: known, span: null }];
});

function judgePlans(asked: readonly Asked[], partner: Partner, profile: CityProfile, source: string | undefined) {
  const said = {
    params: { plans: asked.map(({ plan }) => plan).join(', ') },
    evidence: asked.flatMap(({ span }) => span ?? []),
    ...(source === undefined ? {} : { source }),
  };
  if (partner.id !== profile.municipality) return say('unknown', 'plan.unknown', said);
  const has = asked.map(({ plan }) => profile.facts.plans.find(({ id }) => id === plan)?.has ?? null);
  if (has.includes(false)) return say('no', 'plan.missing', said);
  return has.includes(null) ? say('unknown', 'plan.unknown', said) : say('yes', 'plan.has', said);
}

function judgeGenderEqualityPlan({ facts }: Partner) {
  const said = { source: GEP_SOURCE, verified: false, params: { plans: 'GEP' } };
  if (facts.genderEqualityPlan === null) return say('unknown', 'plan.gep-unknown', said);
  return facts.genderEqualityPlan ? say('yes', 'plan.has', said) : say('no', 'plan.missing', said);
}

function asksGenderEqualityPlan(topic: { programme: string | null; identifier: string }, { type }: Partner): boolean {
  const year = Number(/20\d\d/.exec(topic.identifier)?.[0] ?? 0);
  return topic.programme === 'HORIZON' && year >= GEP_FROM && (type === 'PUB' || type === 'HES' || type === 'REC');
}

function named(anchors: readonly string[], pattern: RegExp): Search {
  return { anchors, pattern, together: OBLIGES, unless: WISHES };
}
