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
  const { id, version } = deps.profile;
  const question = JSON.stringify(['shell', toMinute(deps.clock.now()), id, version]);
  return { ...(await remembered(deps, question, () => readFrame(deps))), viewer };
}

async function readFrame(deps: Deps): Promise<Omit<Shell, 'viewer'>> {
  const counts = await shortlistCounts(deps, deps.clock.now());
  const { association, city } = await readAssociation({ deps });
  return {
    association,
    city,
    waiting: Object.values(counts).reduce((sum, count) => sum + count, 0),
    freshness: await freshness({ deps }),
  };
}
