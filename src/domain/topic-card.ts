import type { PartnerEvidence } from './partner-reason.ts';
import type { Pillar, PillarScores } from './pillar.ts';
import type { Evidence } from './scoring.ts';
import type { Day, DeadlineModel, Instant, Section, SubmissionStatus, TopicKind } from './topic.ts';

/** A topic as lists, API and pages show it (DESIGN "HTTP"; keep stable). Unknown is null, never 0 or "". */
export interface TopicCard {
  identifier: string;
  kind: TopicKind;
  reference: string | null;
  title: string;
  programme: string | null;
  callIdentifier: string | null;
  callTitle: string | null;
  url: string | null;
  /** Derived for a newcomer at the instant of the request. */
  status: SubmissionStatus | null;
  statedStatus: SubmissionStatus | null;
  typesOfAction: string[];
  rounds: RoundCard[];
  nextDeadlineAt: Instant | null;
  /** Calendar days to the next deadline as Brussels counts them. */
  daysLeft: number | null;
  cityRelevance: number | null;
  primaryPillar: Pillar | null;
  pillars: PillarScores | null;
  /** On the shortlist at the instant of the request. */
  listed: boolean;
  parentIdentifier: string | null;
  source: string;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  lastChangedAt: Instant | null;
  withdrawnAt: Instant | null;
}

export interface RoundCard {
  opensOn: Day | null;
  deadlineModel: DeadlineModel | null;
  deadlines: { at: Instant; stage?: number; cutOff?: number; hourUncertain?: boolean }[];
  budgetEur: number | null;
  budgetShared: boolean;
  expectedGrants: number | null;
  minContributionEur: number | null;
  maxContributionEur: number | null;
}

/** One topic in full. */
export interface TopicDetail extends TopicCard {
  keywords: string[];
  sections: Pick<Section, 'heading' | 'html' | 'text'>[];
  evidence: Evidence[];
  /** `applies: false` = the call gives the rule nothing to judge, and so it is respected. */
  eligibility: { rule: string; result: 'yes' | 'no' | 'unknown'; applies: boolean; reason: string; source: string }[];
  partners: { id: string; pic: string | null; name: string; score: number; evidence: PartnerEvidence[] }[];
  aliases: string[];
}

/** A list as the API answers it. */
export interface Page<Item> {
  items: Item[];
  page: number;
  pageSize: number;
  total: number;
}
