import { z } from 'zod';
import {
  findPartnerMatches,
  findPartnerMatchesAfter,
  type PartnerMatchRow,
} from '../../../db/repositories/partner-matches.ts';
import type { Slice } from '../../../db/repositories/slice.ts';
import { notFound } from '../../domain/errors.ts';
import type { Partner } from '../../domain/partner.ts';
import { type Instant, SUBMISSION_STATUSES } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { EVERY_ROW, inPieces } from '../in-pieces.ts';
import { instantSchema, toMinute } from '../instants.ts';
import { pagingSchema, toSlice } from '../paging.ts';
import { remembered } from '../remembered.ts';
import { readCards } from '../topics/topic-cards.ts';
import { afterNumber, toWalkPage, type WalkPage } from '../walk.ts';

export const partnerMatchesSchema = z.strictObject({
  ...pagingSchema.shape,
  status: z.enum(SUBMISSION_STATUSES).optional(),
  /** Walk instead of leaf through, in the order in which the topics came into the store: scores move, that never does. */
  after: afterNumber.optional(),
  asOf: instantSchema.optional(),
});
export type PartnerMatchesQuery = z.output<typeof partnerMatchesSchema>;

export interface PartnerMatch {
  score: number;
  topic: TopicCard;
}

/** The live topics that fit a partner best; `partner` is its PIC, a former PIC, or our id. */
export async function partnerMatches({
  deps,
  input,
}: {
  deps: Deps;
  input: PartnerMatchesQuery & { partner: string };
}): Promise<WalkPage<PartnerMatch>> {
  const partner = findPartner(deps, input.partner);
  const asOf = toMinute(input.asOf ?? deps.clock.now());
  const question = JSON.stringify(['partner-matches', partner.id, asOf, deps.profile.version, input]);
  return await remembered(deps, question, () => readMatches(deps, partner, input, asOf));
}

async function readMatches(
  deps: Deps,
  partner: Partner,
  input: PartnerMatchesQuery,
  asOf: Instant,
): Promise<WalkPage<PartnerMatch>> {
  const found = await findMatches(deps, partner, input, asOf, toSlice(input));
  return toWalkPage(await toMatches(deps, found.items, asOf), found, input);
}

async function findMatches(
  { db }: Deps,
  { id }: Partner,
  { status, after }: PartnerMatchesQuery,
  asOf: Instant,
  slice: Slice,
): Promise<{ items: PartnerMatchRow[]; total: number; next?: number }> {
  return after === undefined
    ? await findPartnerMatches(db, id, status, asOf, slice)
    : await findPartnerMatchesAfter(db, id, status, after, asOf, slice);
}

/** Every match, whatever the page. */
export async function* everyMatch({
  deps,
  input,
}: {
  deps: Deps;
  input: PartnerMatchesQuery & { partner: string };
}): AsyncGenerator<readonly PartnerMatch[]> {
  const partner = findPartner(deps, input.partner);
  const asOf = toMinute(input.asOf ?? deps.clock.now());
  const { items } = await findMatches(deps, partner, input, asOf, EVERY_ROW);
  yield* inPieces(items, (some) => toMatches(deps, some, asOf));
}

async function toMatches(deps: Deps, rows: readonly PartnerMatchRow[], asOf: Instant): Promise<PartnerMatch[]> {
  const scores = new Map(rows.map(({ key, score }) => [key, score]));
  const cards = await readCards(
    deps,
    rows.map(({ key }) => key),
    asOf,
  );
  return cards.map(({ card, stored }) => ({ score: scores.get(stored.topic.key) ?? 0, topic: card }));
}

export function findPartner({ profile }: Pick<Deps, 'profile'>, name: string): Partner {
  const partner = profile.partners.find((one) => one.pic === name || one.id === name || one.formerPics.includes(name));
  if (partner === undefined) throw notFound('Partner', name);
  return partner;
}
