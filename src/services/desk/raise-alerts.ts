import { readMaterialChanges } from '../../../db/repositories/change-feed.ts';
import { raiseAlert, readWatched } from '../../../db/repositories/desk/alerts.ts';
import { told } from '../../../db/repositories/desk/audit.ts';
import { changeImpact } from '../../domain/desk/dossier/change-impact.ts';
import { isLive } from '../../domain/desk/dossier/state.ts';
import type { Deps } from '../deps.ts';
import { write } from './act.ts';
import { readFile } from './dossier-file.ts';

export interface AlertCounts extends Record<string, number> {
  looked: number;
  raised: number;
}

/** *Da rivedere*: flags the live dossiers whose call changed, old → new, and tells the owner. No state changes. */
export async function raiseAlerts({ deps }: { deps: Deps }): Promise<AlertCounts> {
  const watched = await readWatched(deps.db);
  const at = deps.clock.now();
  let raised = 0;
  for (const { dossierId, topicKey, openedOn, told: known } of watched) {
    const changes = (await readMaterialChanges(deps.db, [topicKey])).filter(
      ({ id, at: when }) => id > known && when >= openedOn,
    );
    const file = await readFile(deps, dossierId);
    const impact = isLive(file.row.state)
      ? changeImpact({ ...file.dossier, owner: file.row.ownerId }, changes, file.opinion)
      : null;
    const lastChangeId = changes.at(-1)?.id;
    if (impact === null || lastChangeId === undefined) continue;
    raised += 1;
    await write(deps, [
      raiseAlert(deps.db, { dossierId, impact, lastChangeId, raisedAt: at }),
      ...told(
        deps.db,
        at,
        impact.tell.map((personId) => ({
          personId,
          dossierId,
          kind: 'to-review',
          detail: { title: file.row.title },
          dedupeKey: `to-review:${dossierId}:${lastChangeId}`,
        })),
      ),
    ]);
  }
  return { looked: watched.length, raised };
}
