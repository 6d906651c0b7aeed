import { type RuleId, type RuleResult, rulesOut } from '../domain/eligibility.ts';
import type { CityRole } from '../domain/partner.ts';
import type { Instant, SubmissionStatus, TopicKey } from '../domain/topic.ts';
import { leadTimeWeeks } from './lead-time.ts';

/** What decides whether people are asked to judge a topic at an instant. */
export interface ShortlistFacts {
  /** Derived at the instant; null = unknown. */
  status: SubmissionStatus | null;
  withdrawnAt: Instant | null;
  /** Somebody decided not to see it any more. */
  muted: boolean;
  /** Null = not scored yet. */
  cityRelevance: number | null;
  /** The municipality's, at the instant. */
  eligibility: readonly RuleResult[];
}

/** In the order in which they are asked. */
export const SHORTLIST_RULES = ['withdrawn', 'muted', 'closed', 'not-relevant', 'not-eligible'] as const;
export type ShortlistRuleId = (typeof SHORTLIST_RULES)[number];

/** Exactly one of listed or the first rule that dropped the topic, with its value and what the rule wanted. */
export type ShortlistVerdict =
  | {
      listed: true;
      /** The status is unknown: listed as "stato da verificare", never counted as open. */
      statusToVerify: boolean;
    }
  | {
      listed: false;
      rule: ShortlistRuleId;
      value: string | number | null;
      threshold: string | number | null;
      /** The eligibility rule, for `not-eligible`. */
      eligibilityRule?: RuleId;
    };

/**
 * Why a topic is on the shortlist or why not. An unknown status drops nothing: a call that may be open must not be lost
 * for a portal's mistake. A rule that only limits the role drops nothing either; time that suffices for no role does.
 */
export function shortlistVerdict(
  facts: ShortlistFacts,
  thresholds: { minRelevance: number },
  asOf: Instant,
): ShortlistVerdict {
  const { status, withdrawnAt, muted, cityRelevance, eligibility } = facts;
  const { minRelevance } = thresholds;
  if (withdrawnAt !== null && withdrawnAt <= asOf) return dropped('withdrawn', withdrawnAt, null);
  if (muted) return dropped('muted', 'muted', null);
  if (status === 'closed') return dropped('closed', status, 'open or forthcoming');
  if (cityRelevance === null || cityRelevance < minRelevance)
    return dropped('not-relevant', cityRelevance, minRelevance);
  const barrier = eligibility.find(rulesOut);
  if (barrier !== undefined)
    return { ...dropped('not-eligible', barrier.result, 'yes or unknown'), eligibilityRule: barrier.rule };
  return { listed: true, statusToVerify: status === null };
}

function dropped(rule: ShortlistRuleId, value: string | number | null, threshold: string | number | null) {
  return { listed: false as const, rule, value, threshold };
}

/** What the order of the shortlist looks at. */
export interface Rankable {
  key: TopicKey;
  cityRelevance: number;
  /** Best possible role of the municipality; null = unknown. */
  role: CityRole | null;
  /** Calendar days to the next deadline; null = unknown. */
  daysLeft: number | null;
}

/** How much of its relevance a topic keeps by what the city can still be in it. */
const ROLE_SHARE: Readonly<Record<CityRole, number>> = {
  coordinator: 1,
  lighthouse: 1,
  procurer: 1,
  pilot: 1,
  follower: 0.95,
  partner: 0.95,
  'linked-third-party': 0.85,
  cascade: 0.85,
  associated: 0.85,
  supporter: 0.75,
};
const UNKNOWN_SHARE = 0.9;
/** A role that just fits its lead time is worth a tenth less than one with a month to spare. */
const TIGHT_SHARE = 0.9;
const COMFORT_DAYS = 28;

/** Relevance, kept in part by role and time left, 0 to 1. */
export function rankValue({ cityRelevance, role, daysLeft }: Rankable): number {
  const roleShare = role === null ? UNKNOWN_SHARE : ROLE_SHARE[role];
  return cityRelevance * roleShare * timeShare(role, daysLeft);
}

/** Best first; of equals the earlier deadline, then the key, so that the order is always the same. */
export function compareByRank(a: Rankable, b: Rankable): number {
  return (
    rankValue(b) - rankValue(a) ||
    (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER) ||
    (a.key < b.key ? -1 : Number(a.key > b.key))
  );
}

function timeShare(role: CityRole | null, daysLeft: number | null): number {
  if (daysLeft === null || role === null) return UNKNOWN_SHARE;
  const spare = daysLeft - leadTimeWeeks(role, [], 'full') * 7;
  const comfort = Math.min(Math.max(spare, 0), COMFORT_DAYS) / COMFORT_DAYS;
  return TIGHT_SHARE + (1 - TIGHT_SHARE) * comfort;
}
