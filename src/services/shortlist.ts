import { z } from 'zod';
import { type Candidate, findCandidates } from '../../db/repositories/topics-read.ts';
import type { CityRole } from '../domain/partner.ts';
import { PILLARS } from '../domain/pillar.ts';
import type { Evidence } from '../domain/scoring.ts';
import type { Instant } from '../domain/topic.ts';
import type { Page, TopicCard } from '../domain/topic-card.ts';
import type { Deps } from './deps.ts';
import { instantSchema } from './instants.ts';
import { pagingSchema, toPage, toSlice } from './paging.ts';
import { type RuleResult, readStandings } from './standing.ts';
import { readCards } from './topic-cards.ts';

export const shortlistSchema = z.strictObject({
  ...pagingSchema.shape,
  pageSize: pagingSchema.shape.pageSize.default(100),
  pillar: z.enum(PILLARS).optional(),
  asOf: instantSchema.optional(),
});

export type ShortlistQuery = z.output<typeof shortlistSchema>;

/** A topic on the shortlist, with why it is there and what the city could do in it. */
export interface ShortlistEntry extends TopicCard {
  reasons: Evidence[];
  eligibility: RuleResult[];
  /** The best role that the city can hold, and the days it needs before the deadline for that; null where unknown. */
  possibleRole: CityRole | null;
  leadTimeDays: number | null;
  /** Days left cover the lead time; null where either is unknown. */
  inTime: boolean | null;
}

/** *Da valutare*: what the association should judge at an instant, ranked. Open, forthcoming, or "stato da verificare". */
export async function shortlist({ deps, input }: { deps: Deps; input: ShortlistQuery }): Promise<Page<ShortlistEntry>> {
  const asOf = input.asOf ?? deps.clock.now();
  const listed = await listedAt(deps, asOf);
  const wanted = input.pillar === undefined ? listed : listed.filter((one) => one.primaryPillar === input.pillar);
  const { limit, offset } = toSlice(input);
  const cards = await readCards(
    deps,
    wanted.slice(offset, offset + limit).map((one) => one.key),
    asOf,
  );
  return toPage(
    cards.map(({ card, standing }) => ({
      ...card,
      reasons: standing.reasons,
      eligibility: standing.eligibility,
      possibleRole: standing.role,
      leadTimeDays: standing.leadTimeDays,
      inTime: card.daysLeft === null || standing.leadTimeDays === null ? null : card.daysLeft >= standing.leadTimeDays,
    })),
    wanted.length,
    input,
  );
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

async function listedAt(deps: Deps, asOf: Instant): Promise<Candidate[]> {
  const candidates = await findCandidates(deps.db, deps.profile.shortlist.minRelevance, asOf);
  const standings = await readStandings(deps, candidates);
  return candidates.filter((one) => standings.get(one.key)?.ruledOut !== true);
}
