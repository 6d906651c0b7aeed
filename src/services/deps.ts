import type { Db, StoreClient } from '../../db/store.ts';
import type { CityProfile } from '../domain/city-profile.ts';
import type { Clock, Fetcher, Logger, Mailer, WebhookSender, Workplace } from '../domain/ports.ts';
import type { Budget, Meter } from '../ingest/steps/budget.ts';
import type { QualityReport } from '../scoring/quality/quality-report.ts';
import type { Scorer } from '../scoring/scorer.ts';
import type { TrackRecord } from '../scoring/track-record.ts';

/** What every service may use; the entries make it once and hand it down. */
export interface Deps {
  db: Db;
  clock: Clock;
  log: Logger;
  profile: CityProfile;
  scorer: Scorer;
  /** Makes `scorer` know fresher facts of who won what, under a new version; absent where the scorer is fixed. */
  learn?: (fresh: TrackRecord) => void;
  /** The bundled report of how well the matcher does; null where none is bundled. */
  quality?: () => QualityReport | null;
  fetcher: Fetcher;
  /** Absent where no mail is set up; then links are handed over on paper. */
  mailer?: Mailer;
  /** Absent in tests that send none: events are written all the same and wait. */
  webhooks?: WebhookSender;
  /** Signs the links of mails; without it none can be made. */
  secretKey?: string;
  /** Tells the processes that share the store apart; without it only time frees what a dead one held. */
  workplace?: Workplace;
  /** Counts what the store is asked; absent where nothing limits that. */
  meter?: Meter;
  /** How much this run of a job may use before it leaves the rest to the next; absent where it may use all it wants. */
  budget?: Budget;
  /** Puts a copy of the whole store away; absent where there is no disk. */
  backup?: () => Promise<Record<string, number>>;
  /** Public address of this server, for links in feeds and mails; without it that of the request. */
  baseUrl?: string;
  /** The copy of the store that a request may read, where there are several; absent = the one there is. */
  nearest?: (request: Request) => StoreClient;
  /** What one request that writes nothing asks once. See `remembered`. */
  reading?: Reading;
  /** Where this process listens, or would: what links lead to where neither a request nor `baseUrl` says more. */
  listensAt?: string;
  /** Where the portals are; tests point them to the fake portal. */
  endpoints: Endpoints;
}

export interface Reading {
  /** The store's revision. */
  revision(): Promise<string | null>;
  /** Questions that this request has asked and that are not answered yet. */
  underWay: Map<string, Promise<unknown>>;
}

export interface Endpoints {
  ftPortalSearchUrl: string;
  ftPortalDataUrl: string;
  cordisDataUrl: string;
}
