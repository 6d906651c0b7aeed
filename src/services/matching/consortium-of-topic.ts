import { readSections } from '../../../db/repositories/topics-read.ts';
import { notFound } from '../../domain/errors.ts';
import type { CityRole } from '../../domain/partner.ts';
import type { Instant } from '../../domain/topic.ts';
import { type ConsortiumView, consortiumView } from '../../scoring/consortium.ts';
import type { Deps } from '../deps.ts';
import { findKey } from '../topics/get-topic.ts';
import { readCards } from '../topics/topic-cards.ts';
import { toScorable } from './scorable.ts';

/** A role in a consortium, with our bodies that could fill it by name. */
export interface ConsortiumSeat {
  role: CityRole;
  /** How many the call asks for; null = as many as needed. */
  asked: number | null;
  ours: { id: string; name: string; score: number }[];
  /** How many others must bring; null = unknown. */
  missing: number | null;
}

export interface TopicConsortium extends Omit<ConsortiumView, 'seats'> {
  seats: ConsortiumSeat[];
}

/** For a topic: which of our roles are filled and by whom, which are missing, how many countries are still needed. */
export async function consortiumOfTopic({
  deps,
  input,
}: {
  deps: Deps;
  input: { identifier: string; asOf?: Instant };
}): Promise<TopicConsortium> {
  const key = await findKey(deps, input.identifier);
  const [[read], texts] = await Promise.all([
    readCards(deps, [key], input.asOf ?? deps.clock.now()),
    readSections(deps.db, [key]),
  ]);
  if (read === undefined) throw notFound('Topic', key);
  const sections = texts.get(key) ?? [];
  const { topic } = read.stored;
  const scorable = toScorable(topic, sections);
  const view = consortiumView(
    { ...scorable, rounds: topic.rounds, kind: topic.kind },
    deps.profile,
    deps.scorer.scorePartners(scorable),
  );
  const names = new Map(deps.profile.partners.map(({ id, name }) => [id, name]));
  return {
    ...view,
    seats: view.seats.map(({ ours, ...seat }) => ({
      ...seat,
      ours: ours.map(({ partnerId, score }) => ({ id: partnerId, name: names.get(partnerId) ?? partnerId, score })),
    })),
  };
}
