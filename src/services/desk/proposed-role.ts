import { bestRoleInTime } from '../../domain/desk/plan/lead-time.ts';
import type { CityRole } from '../../domain/partner.ts';
import type { Deps } from '../deps.ts';
import { toMinute } from '../instants.ts';
import { remembered } from '../remembered.ts';
import { readCards } from '../topics/topic-cards.ts';
import type { DossierFile } from './dossier-file.ts';

/** The role that triage showed as the best still possible, until somebody chooses one. A proposal: nothing counts with it. */
export async function proposedRole(deps: Deps, file: DossierFile): Promise<CityRole | null> {
  const { row, call, today } = file;
  if (row.role !== null || row.topicKey === null || file.phase === 'decided') return null;
  const key = row.topicKey;
  const minute = toMinute(deps.clock.now());
  const question = JSON.stringify(['proposed-role', key, minute, deps.profile.id, deps.profile.version]);
  const [read] = await remembered(deps, question, () => readCards(deps, [key], minute));
  if (read === undefined || read.card.nextDeadlineAt === null) return null;
  return bestRoleInTime(read.card.nextDeadlineAt, read.standing.rolesLeft, call, today)?.role ?? null;
}
