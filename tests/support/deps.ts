import type { NodeStore } from '../../db/store.node.ts';
import { createApp } from '../../src/app.ts';
import { createScorer } from '../../src/scoring/create-scorer.ts';
import type { Deps } from '../../src/services/deps.ts';
import { readProfile, readScoringData } from '../quality/read-scoring-data.ts';

export const TODAY = '2026-11-22T09:00:00Z';

const profile = readProfile('milano');
let scorer: Deps['scorer'] | undefined;

/** Dependencies over a test's store: a fixed calendar, Milano's profile and scorer, no network and a silent log. */
export function depsOf(store: NodeStore, own: Partial<Deps> = {}): Deps {
  scorer ??= createScorer({ profile, data: readScoringData() });
  return {
    db: store.db,
    clock: { now: () => TODAY },
    log: { debug: noop, info: noop, warn: noop, error: noop },
    profile,
    scorer,
    fetcher: {
      fetch: () => Promise.reject(new Error('a test reached for the network')),
      stream: () => Promise.reject(new Error('a test reached for the network')),
      traffic: { requests: 0, retries: 0, bytes: 0 },
    },
    endpoints: {
      ftPortalSearchUrl: 'http://portal.invalid',
      ftPortalDataUrl: 'http://portal.invalid',
      cordisDataUrl: 'http://cordis.invalid',
    },
    ...own,
  };
}

export const appOf = (store: NodeStore, own: Partial<Deps> = {}) => createApp(depsOf(store, own));

const noop = () => undefined;
