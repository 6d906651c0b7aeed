import type { Deps } from '../deps.ts';
import { readSigned, signed } from '../mac.ts';

/** One offer as one city is shown it. */
export interface OfferGrant {
  offerId: string;
  city: string;
}

/**
 * The secret part of an offer's address. Signed, not stored: who reads the store cannot answer for a city, and the
 * secretariat can show the link again. Taking the offer back ends it.
 */
export const offerToken = (deps: Pick<Deps, 'secretKey'>, { offerId, city }: OfferGrant): string =>
  signed(deps, 'city-offer', `${offerId}.${city}`);

/** What a token grants; null for anything that we did not sign. */
export function readOfferToken(deps: Pick<Deps, 'secretKey'>, token: string): OfferGrant | null {
  const parts = /^([0-9a-f]{16})\.([a-z-]{1,40})$/.exec(readSigned(deps, 'city-offer', token) ?? '');
  return parts === null ? null : { offerId: parts[1] ?? '', city: parts[2] ?? '' };
}
