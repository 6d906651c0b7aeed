import type { CityRole } from '../../partner.ts';

/** *Via ordinaria*: readers, collegial evaluation, board. *Via breve*: three voices, no blind review (DOMAIN §5.7). */
export const ROUTES = ['ordinary', 'short'] as const;
export type Route = (typeof ROUTES)[number];

/** Up to this share of the grant a partner counts as small. DES: under the smallest city share of DOMAIN §3.5. */
export const SMALL_SHARE_EUR = 200_000;

/** The route that a role asks for; a person may always choose the ordinary one. An unknown share is not small. */
export function proposedRoute(role: CityRole | null, shareEur: number | null): Route {
  if (role === 'supporter' || role === 'follower' || role === 'associated') return 'short';
  if (role === 'partner' && shareEur !== null && shareEur <= SMALL_SHARE_EUR) return 'short';
  return 'ordinary';
}
