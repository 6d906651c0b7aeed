import { href } from '../links.ts';

/** Addresses of this room. */
export const path = {
  list: href.watching,
  calls: `${href.watching}/bandi`,
  mutes: `${href.watching}/silenzi`,
  searches: `${href.watching}/ricerche`,
  searchEnd: `${href.watching}/ricerche/:id/togli`,
  calendars: `${href.watching}/calendari`,
  calendarEnd: `${href.watching}/calendari/:id/revoca`,
} as const;
