import { readTopics, type StoredTopic } from '../../../db/repositories/topics-read.ts';
import { daysBetween } from '../../domain/brussels.ts';
import { nextDeadline, submissionStatus } from '../../domain/submission-status.ts';
import type { Instant, Round, TopicKey } from '../../domain/topic.ts';
import type { RoundCard, TopicCard } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { isRuledOut } from '../matching/at-day.ts';
import { readStandings, refOf, type Standing } from '../matching/standing.ts';

/** A topic with its standing, ready to be shown. */
export interface ReadCard {
  card: TopicCard;
  standing: Standing;
  stored: StoredTopic;
}

/** The cards of these topics at an instant, in the order asked for; two queries, four where texts are new to us. */
export async function readCards(deps: Deps, keys: readonly TopicKey[], asOf: Instant): Promise<ReadCard[]> {
  const stored = await readTopics(deps.db, keys);
  const standings = await readStandings(deps, stored.map(refOf));
  return stored.flatMap((one) => {
    const standing = standings.get(one.topic.key);
    return standing === undefined ? [] : [{ card: toCard(deps, one, standing, asOf), standing, stored: one }];
  });
}

/**
 * The cards alone. Being listed hangs on a topic's text only where it is relevant and still ahead; so the others' texts,
 * most of a page of a search, are not read.
 */
export async function readPlainCards(deps: Deps, keys: readonly TopicKey[], asOf: Instant): Promise<TopicCard[]> {
  const stored = await readTopics(deps.db, keys);
  const standings = await readStandings(deps, stored.filter((one) => mayBeListed(deps, one, asOf)).map(refOf));
  return stored.map((one) => toCard(deps, one, standings.get(one.topic.key), asOf));
}

function toCard(deps: Deps, stored: StoredTopic, standing: Standing | undefined, asOf: Instant): TopicCard {
  const { topic, score } = stored;
  const status = submissionStatus(topic, asOf);
  const next = status === 'closed' ? null : (nextDeadline(topic.rounds, asOf)?.at ?? null);
  const isListed = standing !== undefined && mayBeListed(deps, stored, asOf) && !isRuledOut(deps, standing, next, asOf);
  return {
    identifier: topic.identifier,
    kind: topic.kind,
    reference: topic.reference,
    title: topic.title,
    programme: topic.programme,
    callIdentifier: topic.callIdentifier,
    callTitle: topic.callTitle,
    url: topic.url,
    status,
    statedStatus: topic.statedStatus,
    typesOfAction: topic.typesOfAction,
    rounds: topic.rounds.map(toRoundCard),
    nextDeadlineAt: next,
    daysLeft: next === null ? null : daysBetween(asOf, next),
    cityRelevance: score?.cityRelevance ?? null,
    primaryPillar: score?.primaryPillar ?? null,
    pillars: score?.pillars ?? null,
    listed: isListed,
    parentIdentifier: topic.parentIdentifier,
    source: topic.source,
    firstSeenAt: topic.firstSeenAt,
    lastSeenAt: topic.lastSeenAt,
    lastChangedAt: topic.lastChangedAt,
    withdrawnAt: topic.withdrawnAt,
  };
}

/** The shortlist's rule for one topic as far as its text is not asked; `findCandidates` asks the same of the whole store. */
function mayBeListed(deps: Pick<Deps, 'profile'>, { topic, score, muted }: StoredTopic, asOf: Instant): boolean {
  const relevant = score !== null && score.cityRelevance >= deps.profile.shortlist.minRelevance;
  const withdrawn = topic.withdrawnAt !== null && topic.withdrawnAt <= asOf;
  return relevant && !muted && !withdrawn && submissionStatus(topic, asOf) !== 'closed';
}

function toRoundCard({ deadlines, ...round }: Round): RoundCard {
  return {
    opensOn: round.opensOn,
    deadlineModel: round.deadlineModel,
    deadlines,
    budgetEur: round.budgetEur,
    budgetShared: round.budgetShared,
    expectedGrants: round.expectedGrants,
    minContributionEur: round.minContributionEur,
    maxContributionEur: round.maxContributionEur,
  };
}
