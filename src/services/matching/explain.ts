import { readSections } from '../../../db/repositories/topics-read.ts';
import type { RuleResult } from '../../domain/eligibility.ts';
import { notFound } from '../../domain/errors.ts';
import type { Evidence } from '../../domain/scoring.ts';
import type { Instant } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import { type Counterfactual, explain as explainScore } from '../../scoring/explain.ts';
import type { PossibleRoles } from '../../scoring/roles.ts';
import { type ShortlistVerdict, shortlistVerdict } from '../../scoring/shortlist-rule.ts';
import type { Deps } from '../deps.ts';
import { findKey } from '../topics/get-topic.ts';
import { readCards } from '../topics/topic-cards.ts';
import { rolesAt, rulesAt } from './at-day.ts';
import { toScorable } from './scorable.ts';

/** Why a topic is, or is not, on the shortlist, and all that its numbers stand on. */
export interface Explanation {
  topic: TopicCard;
  verdict: ShortlistVerdict;
  /** Recomputed now from today's text; the same numbers as stored unless a rescore is due. */
  evidence: Evidence[];
  /** The smallest sets of evidence without which the relevance would stand on the other side of the threshold. */
  wouldChange: Counterfactual[];
  rules: RuleResult[];
  roles: PossibleRoles;
  scoreVersion: string;
}

/** The full reasoning for one topic: verdict, evidence, rules and roles at an instant. */
export async function explain({
  deps,
  input,
}: {
  deps: Deps;
  input: { identifier: string; asOf?: Instant };
}): Promise<Explanation> {
  const key = await findKey(deps, input.identifier);
  const asOf = input.asOf ?? deps.clock.now();
  const [[read], texts] = await Promise.all([readCards(deps, [key], asOf), readSections(deps.db, [key])]);
  if (read === undefined) throw notFound('Topic', key);
  const { card, standing, stored } = read;
  const sections = texts.get(key) ?? [];
  const rules = rulesAt(deps, standing, asOf);
  const { evidence } = deps.scorer.scoreTopic(toScorable(stored.topic, sections));
  const facts = { ...card, muted: stored.muted, eligibility: rules };
  return {
    topic: card,
    verdict: shortlistVerdict(facts, deps.profile.shortlist, asOf),
    evidence,
    wouldChange: explainScore('city', evidence, deps.profile.shortlist.minRelevance).wouldChange,
    rules,
    roles: rolesAt(standing, asOf),
    scoreVersion: stored.score?.version ?? deps.scorer.version,
  };
}
