import { z } from 'zod';
import { type Candidate, findCandidates } from '../../../db/repositories/topics-read.ts';
import { daysBetween } from '../../domain/brussels.ts';
import { LANGUAGES, type Language } from '../../domain/labels/localised.ts';
import { pillarsOfLaboratory } from '../../domain/laboratory.ts';
import type { CityRole } from '../../domain/partner.ts';
import { PILLARS } from '../../domain/pillar.ts';
import type { Evidence } from '../../domain/scoring.ts';
import type { Day, Instant } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import { lastDayToStart, leadTimeWeeks, nextNewcomerDeadline } from '../../scoring/lead-time.ts';
import { compareByRank, type Rankable } from '../../scoring/shortlist-rule.ts';
import type { Deps } from '../deps.ts';
import { instantSchema, toMinute } from '../instants.ts';
import { pagingSchema } from '../paging.ts';
import { remembered } from '../remembered.ts';
import { type ReadCard, readCards } from '../topics/topic-cards.ts';
import { afterNumber, stretchOf, toWalkPage, type WalkPage } from '../walk.ts';
import { bestRoleAt, isRuledOut, type RuleCard, ruleCards, rulesAt } from './at-day.ts';
import { readStandings } from './standing.ts';

export const shortlistSchema = z.strictObject({
  ...pagingSchema.shape,
  pageSize: pagingSchema.shape.pageSize.default(100),
  pillar: z.enum(PILLARS).optional(),
  /** Id of one of the profile's laboratories, the second facet. */
  laboratory: z.string().max(60).optional(),
  /** Language of the rules' reasons. */
  lang: z.enum(LANGUAGES).default('it'),
  /** Walk instead of leaf through, in the order in which the topics came into the store: ranks move, that never does. */
  after: afterNumber.optional(),
  asOf: instantSchema.optional(),
});

export type ShortlistQuery = z.output<typeof shortlistSchema>;

/** A topic on the shortlist, with why it is there and what the city could do in it. */
export interface ShortlistEntry extends TopicCard {
  /** Its place in the list asked for, as it stood when this page was made; 1 is the first. */
  rank: number;
  reasons: Evidence[];
  /** The rules that limit the city's role, and those that nobody can answer yet. */
  eligibility: RuleCard[];
  /** The best role that the city can still take; null where time or a rule leaves none. */
  possibleRole: CityRole | null;
  /** Working minimum before the deadline for that role, and the last day to start. */
  leadTimeDays: number | null;
  lastDayToStart: Day | null;
  /** Days left cover the minimum of the best role that the topic offers at all; null where either is unknown. */
  inTime: boolean | null;
}

/** *Da valutare*: what the association should judge at an instant, ranked. Open, forthcoming, or "stato da verificare". */
export async function shortlist({
  deps,
  input,
}: {
  deps: Deps;
  input: ShortlistQuery;
}): Promise<WalkPage<ShortlistEntry>> {
  const asOf = toMinute(input.asOf ?? deps.clock.now());
  const { id, version } = deps.profile;
  const question = JSON.stringify(['shortlist', asOf, id, version, input]);
  return await remembered(deps, question, () => readShortlist(deps, input, asOf));
}

async function readShortlist(deps: Deps, input: ShortlistQuery, asOf: Instant): Promise<WalkPage<ShortlistEntry>> {
  const listed = await listedAt(deps, asOf);
  const wanted = listed.filter(wantedBy(input, deps.profile));
  const ranks = new Map(wanted.map(({ key }, at) => [key, at + 1]));
  const stretch = stretchOf(wanted, input, ({ id }) => id);
  const keys = stretch.some.map(({ key }) => key);
  const entries = (await readCards(deps, keys, asOf)).map((one) => ({
    ...toEntry(deps, one, asOf, input.lang),
    rank: ranks.get(one.stored.topic.key) ?? wanted.length,
  }));
  return toWalkPage(entries, stretch, input);
}

/** Pillar and laboratory narrow together. */
function wantedBy({ pillar, laboratory }: ShortlistQuery, profile: Deps['profile']): (one: Candidate) => boolean {
  const pillars = laboratory === undefined ? PILLARS : pillarsOfLaboratory(profile, laboratory);
  if (pillar === undefined && laboratory === undefined) return () => true;
  const wanted = pillars.filter((one) => pillar === undefined || one === pillar);
  return ({ primaryPillar }) => primaryPillar !== null && wanted.includes(primaryPillar);
}

function toEntry(
  deps: Deps,
  { card, standing }: ReadCard,
  asOf: Instant,
  language: Language,
): Omit<ShortlistEntry, 'rank'> {
  const { rolesLeft, offer } = standing;
  const role = bestRoleAt(standing, card.daysLeft, asOf);
  const next = nextNewcomerDeadline(offer.rounds, asOf);
  const weeks = role === null ? null : leadTimeWeeks(role, offer.typesOfAction, next?.stage ?? 'full');
  const rules = rulesAt(deps, standing, asOf).filter(({ result }) => result === 'no' || result === 'unknown');
  return {
    ...card,
    reasons: standing.reasons,
    eligibility: ruleCards(rules, language),
    possibleRole: role,
    leadTimeDays: weeks === null ? null : weeks * 7,
    lastDayToStart: weeks === null || next === null ? null : lastDayToStart(next.deadline.at, weeks),
    inTime: card.daysLeft === null || rolesLeft.length === 0 ? null : role === rolesLeft[0],
  };
}

/** How many topics of each pillar wait on the shortlist; topics without a pillar stand under `none`. */
export async function shortlistCounts(deps: Deps, asOf: Instant): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { primaryPillar } of await listedAt(deps, asOf)) {
    const pillar = primaryPillar ?? 'none';
    counts[pillar] = (counts[pillar] ?? 0) + 1;
  }
  return counts;
}

/** Everything listed at an instant, ranked: the rule of `scoring/shortlist-rule.ts`, asked of the whole store at once. */
export async function listedAt(deps: Deps, asOf: Instant): Promise<Candidate[]> {
  const minute = toMinute(asOf);
  const { id, version, shortlist: thresholds } = deps.profile;
  const question = JSON.stringify(['listed', minute, id, version, thresholds.minRelevance]);
  return await remembered(deps, question, () => judgeAll(deps, minute));
}

async function judgeAll(deps: Deps, asOf: Instant): Promise<Candidate[]> {
  const candidates = await findCandidates(deps.db, deps.profile.shortlist.minRelevance, asOf);
  const standings = await readStandings(deps, candidates);
  const daysLeft = daysLeftAt(asOf);
  const ranked: (Rankable & { candidate: Candidate })[] = [];
  for (const candidate of candidates) {
    const { key, relevance: cityRelevance, nextDeadlineAt } = candidate;
    const standing = standings.get(key);
    if (standing === undefined || isRuledOut(deps, standing, nextDeadlineAt, asOf)) continue;
    const days = daysLeft(nextDeadlineAt);
    ranked.push({ key, cityRelevance, daysLeft: days, role: bestRoleAt(standing, days, asOf), candidate });
  }
  return ranked.sort(compareByRank).map(({ candidate }) => candidate);
}

/** Thousands of topics share a few deadlines; the calendar is asked once for each. */
function daysLeftAt(asOf: Instant): (deadline: Instant | null) => number | null {
  const known = new Map<Instant, number>();
  return (deadline) => {
    if (deadline === null) return null;
    const days = known.get(deadline) ?? daysBetween(asOf, deadline);
    known.set(deadline, days);
    return days;
  };
}
