import milano from '../../db/seed/profiles/milano.json' with { type: 'json' };
import type { Store } from '../../db/store.ts';
import { createApp } from '../../src/app.ts';
import { parseCityProfile } from '../../src/domain/city-profile.ts';
import type { Deps } from '../../src/services/deps.ts';
import { aScorer } from './scorer.ts';

/** A Sunday morning in Milan. */
export const TODAY = '2026-11-22T09:00:00Z';

export const MILANO = parseCityProfile(milano);

/** Dependencies over a test's store: a fixed calendar, Milano's profile, a stand-in scorer, no network, a silent log. */
export function depsOf(store: Pick<Store, 'db'>, own: Partial<Deps> = {}): Deps {
  return {
    db: store.db,
    clock: { now: () => TODAY },
    log: { debug: noop, info: noop, warn: noop, error: noop },
    profile: MILANO,
    scorer: aScorer(MILANO),
    fetcher: { fetch: noNetwork, stream: noNetwork, traffic: { requests: 0, retries: 0, bytes: 0 } },
    endpoints: {
      ftPortalSearchUrl: 'http://portal.invalid',
      ftPortalDataUrl: 'http://portal.invalid',
      cordisDataUrl: 'http://cordis.invalid',
    },
    ...own,
  };
}

/** The web side over a test's store, without pages. */
export const appOf = (store: Pick<Store, 'db'>, own: Partial<Deps> = {}) => createApp(depsOf(store, own));

const noop = () => undefined;
const noNetwork = () => Promise.reject(new Error('a test reached for the network'));
