import type { Localised } from '../domain/labels/localised.ts';
import { readAssociation } from '../services/access/association.ts';
import { type Freshness, freshness } from '../services/collect/freshness.ts';
import type { Deps } from '../services/deps.ts';
import { toMinute } from '../services/instants.ts';
import { shortlistCounts } from '../services/matching/shortlist.ts';
import { remembered } from '../services/remembered.ts';
import type { Viewer } from './access/viewer.ts';

/** What stands around every page and is true for all of them. */
export interface Shell {
  association: Localised;
  city: Localised;
  /** How many calls wait on *Da valutare*. */
  waiting: number;
  freshness: Freshness;
  viewer: Viewer;
}

export async function readShell(deps: Deps, viewer: Viewer): Promise<Shell> {
  return { ...(await frameOf(deps)), viewer };
}

/** Asks for what stands around a page while the page asks for its own, so that both are one question to the store. */
export function beginShell(deps: Deps): void {
  // A failure is met by whoever draws the page.
  if (deps.reading !== undefined) frameOf(deps).catch(() => undefined);
}

function frameOf(deps: Deps): Promise<Omit<Shell, 'viewer'>> {
  const { id, version } = deps.profile;
  const question = JSON.stringify(['shell', toMinute(deps.clock.now()), id, version]);
  return remembered(deps, question, () => readFrame(deps));
}

async function readFrame(deps: Deps): Promise<Omit<Shell, 'viewer'>> {
  const [counts, { association, city }, fresh] = await Promise.all([
    shortlistCounts(deps, deps.clock.now()),
    readAssociation({ deps }),
    freshness({ deps }),
  ]);
  return {
    association,
    city,
    waiting: Object.values(counts).reduce((sum, count) => sum + count, 0),
    freshness: fresh,
  };
}
