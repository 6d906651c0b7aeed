import type { CityProfile } from '../domain/city-profile.ts';
import type { RuleId, RuleResult } from '../domain/eligibility.ts';
import type { CityRole, Partner } from '../domain/partner.ts';
import type { Day, Instant, Round } from '../domain/topic.ts';
import { compositionOf } from './eligibility/composition.ts';
import { type EligibilityTopic, oncePerTopic } from './eligibility/eligibility-topic.ts';
import { findSpan } from './eligibility/find-span.ts';
import { knownTopic } from './eligibility/known-topics.ts';
import {
  daysUntil,
  isClosedToNewcomers,
  isWithin,
  lastDayToStart,
  leadTimeWeeks,
  type NextDeadline,
  nextNewcomerDeadline,
  ROLES_BY_RANK,
} from './lead-time.ts';

/** One role that the municipality could hold in a topic. */
export interface RoleChance {
  role: CityRole;
  weeks: number;
  /** Null where no deadline is known. */
  lastDayToStart: Day | null;
  possible: boolean;
  /** What stands in the way: a rule, or the time; null where nothing does. */
  barredBy: RuleId | null;
}

export interface PossibleRoles {
  /** The best role possible at the instant; null where none is, or where the deadline has passed. */
  best: CityRole | null;
  /** `no-deadline`: roles are judged by the rules alone. */
  verdict: 'role' | 'letter-only' | 'too-late' | 'ruled-out' | 'closed' | 'no-deadline';
  deadlineAt: Instant | null;
  daysLeft: number | null;
  /** Best first. */
  roles: RoleChance[];
}

/** What a topic offers whatever the day, with what its deadlines need. */
export interface RoleOffer {
  roles: readonly CityRole[];
  typesOfAction: readonly string[];
  rounds: readonly Pick<Round, 'deadlineModel' | 'deadlines'>[];
}

/** The roles that a topic has room for and a body can take, best first. */
export function offeredRoles(topic: EligibilityTopic, partner: Pick<Partner, 'roles'>): CityRole[] {
  const room = roomFor(topic);
  return ROLES_BY_RANK.filter((role) => partner.roles.includes(role) && room.has(role));
}

/** Which roles the municipality can still hold at an instant, and until when each can be started. */
export function possibleRoles(
  topic: EligibilityTopic,
  profile: CityProfile,
  eligibility: readonly RuleResult[],
  asOf: Instant,
): PossibleRoles {
  const municipality = profile.partners.find(({ id }) => id === profile.municipality);
  const roles = municipality === undefined ? [] : offeredRoles(topic, municipality);
  return rolesAtInstant({ roles, typesOfAction: topic.typesOfAction, rounds: topic.rounds }, eligibility, asOf);
}

/** The same for an offer that was read earlier: nothing but deadlines and rules is looked at. */
export function rolesAtInstant(offer: RoleOffer, eligibility: readonly RuleResult[], asOf: Instant): PossibleRoles {
  const next = nextNewcomerDeadline(offer.rounds, asOf);
  const daysLeft = next === null ? null : daysUntil(next.deadline.at, asOf);
  const closed = isClosedToNewcomers(offer.rounds, asOf);
  // H6 and H7 speak of the day, which is judged here role by role; the single grant of H7 limits like any rule.
  const bars = eligibility.filter(
    (one) => one.result === 'no' && one.rule !== 'H6' && one.reason.id !== 'round.closed',
  );
  const roles = offer.roles.map((role) => {
    const one = chance(role, offer, next, daysLeft, bars);
    return closed ? { ...one, possible: false, barredBy: one.barredBy ?? 'H7' } : one;
  });
  const best = roles.find(({ possible }) => possible)?.role ?? null;
  return {
    best,
    verdict: closed ? 'closed' : verdictOf(best, next, roles),
    deadlineAt: next?.deadline.at ?? null,
    daysLeft,
    roles,
  };
}

function chance(
  role: CityRole,
  { typesOfAction }: RoleOffer,
  next: NextDeadline | null,
  daysLeft: number | null,
  bars: readonly RuleResult[],
): RoleChance {
  const weeks = leadTimeWeeks(role, typesOfAction, next?.stage ?? 'full');
  const bar = bars.find(({ limitsTo }) => limitsTo === undefined || !isWithin(role, limitsTo));
  const late = daysLeft !== null && daysLeft < weeks * 7;
  const barredBy = bar?.rule ?? (late ? 'H6' : null);
  return {
    role,
    weeks,
    lastDayToStart: next === null ? null : lastDayToStart(next.deadline.at, weeks),
    possible: barredBy === null,
    barredBy,
  };
}

function verdictOf(
  best: CityRole | null,
  next: NextDeadline | null,
  roles: readonly RoleChance[],
): PossibleRoles['verdict'] {
  if (best === null) return roles.some(({ barredBy }) => barredBy === 'H6') ? 'too-late' : 'ruled-out';
  if (next === null) return 'no-deadline';
  return best === 'supporter' ? 'letter-only' : 'role';
}

const PROCUREMENT = new Set(['PCP', 'PPI', 'DIGITAL-GP']);

/** A role is offered where the call's kind or its words make room for it. A funded project's call has one applicant. */
const roomFor = oncePerTopic((topic): ReadonlySet<CityRole> => {
  if (topic.kind === 'cascade') return new Set<CityRole>(['cascade']);
  const room = new Set<CityRole>([
    'coordinator',
    'partner',
    'linked-third-party',
    'associated',
    'supporter',
    'cascade',
  ]);
  const composition = compositionOf(topic)?.demands;
  const leads = composition?.leadCities !== undefined || knownTopic(topic.identifier)?.lighthouseOnce === true;
  if (leads || findSpan(topic, LEAD) !== null) room.add('lighthouse');
  if (leads || composition?.followerCities !== undefined || findSpan(topic, FOLLOW) !== null) room.add('follower');
  if (topic.typesOfAction.some((code) => code.startsWith('IA')) || findSpan(topic, PILOT) !== null) room.add('pilot');
  if (topic.typesOfAction.some((code) => PROCUREMENT.has(code))) room.add('procurer');
  return room;
});

const LEAD = {
  anchors: ['lighthouse cit', 'lead cit', 'front-runner cit', 'frontrunner cit'],
  pattern: /\b(?:lighthouse|lead|front-?runner) cit(?:y|ies)\b/gi,
};
const FOLLOW = {
  anchors: ['follower', 'fellow cit', 'replicator cit', 'replication'],
  pattern:
    /\b(?:follower|fellow|replicator) (?:cit(?:y|ies)|municipalit(?:y|ies))\b|\breplication in (?:other )?cities\b/gi,
};
const PILOT = {
  anchors: ['pilot', 'living lab', 'demonstrat'],
  pattern:
    /\bpilot (?:sites?|cit(?:y|ies)|areas?|municipalit\w+)\b|\bliving labs?\b|\bdemonstrat\w+ in (?:at least \w+ )?cities\b/gi,
};
