import { storeProblems } from '../../db/backup.node.ts';
import type { NodeRuntime } from '../node.ts';
import { freshness } from '../services/collect/freshness.ts';
import { countStaleScores } from '../services/matching/score-topics.ts';
import { health } from '../services/operate/health.ts';

export interface Finding {
  level: 'ok' | 'warning' | 'problem';
  what: string;
  /** What is so, and for anything but `ok` what to do next. */
  detail: string;
}

/** Looks at everything that can be wrong with an installation. */
export async function examine({ config, deps, profile, store }: NodeRuntime): Promise<Finding[]> {
  const { topics } = await health({ deps });
  const fresh = await freshness({ deps });
  const stale = await countStaleScores(deps);
  const damage = storeProblems(store.sqlite);
  return [
    {
      level: 'ok',
      what: 'configuration',
      detail: `profile ${profile.id} ${profile.version}, ${profile.partners.length} partners`,
    },
    damage.length === 0
      ? { level: 'ok', what: 'store', detail: config.DATABASE_PATH }
      : { level: 'problem', what: 'store', detail: `${damage.join('; ')}: restore a backup` },
    topics > 0
      ? { level: 'ok', what: 'topics', detail: String(topics) }
      : {
          level: 'warning',
          what: 'topics',
          detail: 'none: serve loads the bundled snapshot, collect reads the portal',
        },
    stale === 0
      ? { level: 'ok', what: 'scores', detail: deps.scorer.version }
      : { level: 'warning', what: 'scores', detail: `${stale} stale: serve and the job «score» bring them up to date` },
    fresh.unreachableSince === null
      ? {
          level: 'ok',
          what: 'sources',
          detail: `data of ${fresh.dataOn ?? '–'}, last complete reading ${fresh.lastCertifiedAt ?? 'never'}`,
        }
      : {
          level: 'warning',
          what: 'sources',
          detail: `no complete reading since ${fresh.unreachableSince}: see the page Fonti for the reasons`,
        },
    config.COLLECT_CONTACT === undefined
      ? { level: 'warning', what: 'contact', detail: 'COLLECT_CONTACT is not set: give webmasters a mail address' }
      : { level: 'ok', what: 'contact', detail: config.COLLECT_CONTACT },
  ];
}
