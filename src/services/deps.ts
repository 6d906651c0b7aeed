import type { Db } from '../../db/store.ts';
import type { CityProfile } from '../domain/city-profile.ts';
import type { Clock, Fetcher, Logger, Mailer } from '../domain/ports.ts';
import type { Scorer } from '../scoring/scorer.ts';

/** What every service may use; the entries make it once and hand it down. */
export interface Deps {
  db: Db;
  clock: Clock;
  log: Logger;
  profile: CityProfile;
  scorer: Scorer;
  fetcher: Fetcher;
  /** Absent where no mail is set up; then links are handed over on paper. */
  mailer?: Mailer;
  /** Public address of this server, for links in feeds and mails; without it that of the request. */
  baseUrl?: string;
  /** Where the portals are; tests point them to the fake portal. */
  endpoints: Endpoints;
}

export interface Endpoints {
  ftPortalSearchUrl: string;
  ftPortalDataUrl: string;
  cordisDataUrl: string;
}
