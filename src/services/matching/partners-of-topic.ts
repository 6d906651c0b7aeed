import type { Section, Topic } from '../../domain/topic.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { toScorable } from './scorable.ts';

/** How many partners of a topic are shown with their evidence; the rest fit too little to be worth a reader's time. */
const SHOWN = 12;

/** The profile's partners that fit a topic best, with evidence, which is computed when somebody looks. */
export function partnersOf(
  { scorer, profile }: Deps,
  topic: Topic,
  sections: readonly Section[],
): TopicDetail['partners'] {
  const scorable = toScorable(topic, sections);
  const names = new Map(profile.partners.map((partner) => [partner.id, partner.name]));
  return scorer
    .scorePartners(scorable)
    .filter((match) => match.score > 0)
    .sort((a, b) => b.score - a.score || a.partnerId.localeCompare(b.partnerId))
    .slice(0, SHOWN)
    .map(({ partnerId, pic, score }) => ({
      id: partnerId,
      pic,
      name: names.get(partnerId) ?? partnerId,
      score,
      evidence: scorer.partnerEvidence(scorable, partnerId),
    }));
}
