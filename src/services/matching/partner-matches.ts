import { z } from 'zod';
import { findPartnerMatches, type PartnerMatchRow } from '../../../db/repositories/scores.ts';
import { notFound } from '../../domain/errors.ts';
import type { Partner } from '../../domain/partner.ts';
import { type Instant, SUBMISSION_STATUSES } from '../../domain/topic.ts';
import type { Page, TopicCard } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { EVERY_ROW, inPieces } from '../in-pieces.ts';
import { instantSchema, toMinute } from '../instants.ts';
import { pagingSchema, toPage, toSlice } from '../paging.ts';
import { remembered } from '../remembered.ts';
import { readCards } from '../topics/topic-cards.ts';

export const partnerMatchesSchema = z.strictObject({
  ...pagingSchema.shape,
  status: z.enum(SUBMISSION_STATUSES).optional(),
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
}): Promise<Page<PartnerMatch>> {
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
): Promise<Page<PartnerMatch>> {
  const { items, total } = await findPartnerMatches(deps.db, partner.id, input.status, asOf, toSlice(input));
  return toPage(await toMatches(deps, items, asOf), total, input);
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
  const { items } = await findPartnerMatches(deps.db, partner.id, input.status, asOf, EVERY_ROW);
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
