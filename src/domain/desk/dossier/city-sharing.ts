import { conflict, invalid } from '../../errors.ts';
import type { CityRole } from '../../partner.ts';
import type { Instant, TopicKey } from '../../topic.ts';
import type { DossierId, PersonId } from '../people/person.ts';

/** "Condividi con Genova/Torino: cerchiamo follower": an offer to other cities, made by a person, dossier by dossier. */
export interface CityOffer {
  id: string;
  dossierId: DossierId;
  topicKey: TopicKey;
  roleSought: CityRole;
  contact: { name: string; email: string };
  /** Ids of the city profiles it is shown to. */
  cities: readonly string[];
  offeredBy: PersonId;
  offeredAt: Instant;
  withdrawnAt: Instant | null;
}

/** All that leaves the house: no score, no reader, no private interest, not even our dossier's number. */
export interface SharedCard {
  offerId: string;
  topicKey: TopicKey;
  roleSought: CityRole;
  contact: { name: string; email: string };
  fromCity: string;
  offeredAt: Instant;
}

export interface CityAnswer {
  offerId: string;
  city: string;
  /** The person at the other city, as they sign. */
  author: string;
  at: Instant;
  answer: 'interested' | 'not-interested';
  role: CityRole;
  note: string | null;
}

/** A place in our consortium filled by another city, with its source. */
export interface CitySeat {
  dossierId: DossierId;
  city: string;
  role: CityRole;
  statedBy: string;
  statedAt: Instant;
}

/** The card as one city sees it; null where it was not offered to them. */
export function sharedCard(offer: CityOffer, fromCity: string, city: string): SharedCard | null {
  if (offer.withdrawnAt !== null || !offer.cities.includes(city)) return null;
  const { id, topicKey, roleSought, contact, offeredAt } = offer;
  return {
    offerId: id,
    topicKey,
    roleSought,
    contact: { name: contact.name, email: contact.email },
    fromCity,
    offeredAt,
  };
}

/** Takes another city's answer into the consortium, with author and date; a "no" fills no seat. */
export function seatFrom(offer: CityOffer, answer: CityAnswer): CitySeat | null {
  if (answer.offerId !== offer.id || !offer.cities.includes(answer.city))
    throw invalid(`«${answer.city}» was not asked`, { city: answer.city });
  if (offer.withdrawnAt !== null) throw conflict(`the offer was withdrawn on ${offer.withdrawnAt}`);
  if (answer.answer === 'not-interested') return null;
  const { city, role, author, at } = answer;
  return { dossierId: offer.dossierId, city, role, statedBy: author, statedAt: at };
}
