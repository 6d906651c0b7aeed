import { z } from 'zod';
import { raiseRefusal } from '../../../db/repositories/desk/alerts.ts';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { findSitting, listSittings, updateSitting } from '../../../db/repositories/desk/board.ts';
import { awaitRatification, findRatification, saveRatification } from '../../../db/repositories/desk/ratifications.ts';
import type { Write } from '../../../db/repositories/desk/write-together.ts';
import { proposesReopening, ratify } from '../../domain/desk/board/ratification.ts';
import { type AgendaItem, needsRatification } from '../../domain/desk/board/sitting.ts';
import { conflict } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { ratificationItem } from './ratification-item.ts';
import { readSitting } from './sittings.ts';

export const closingSchema = z.object({ version: z.coerce.number().int().positive() });

type Held = Awaited<ReturnType<typeof readSitting>>;

/**
 * Ends a sitting. What was carried without meeting waits from now on for the next meeting; what a meeting said about
 * such acts is written down.
 */
export async function closeSitting({ deps, person, input }: Asked<{ id: string; version: number }>): Promise<void> {
  mustBeAllowed(person, 'opinion.record');
  const held = await readSitting(deps, input.id);
  const { sitting } = held;
  if (sitting.closedAt !== null) throw conflict('the sitting is closed');
  const at = deps.clock.now();
  const what = needsRatification(sitting)
    ? await putBeforeNextMeeting(deps, held)
    : await recordRatifications(deps, held);
  await write(deps, [
    updateSitting(deps.db, { id: sitting.id, version: input.version }, { closedAt: at }),
    ...what,
    logged(deps.db, {
      at,
      personId: person.id,
      action: 'sitting.close',
      subjectKind: 'sitting',
      subjectId: sitting.id,
      detail: {},
    }),
  ]);
}

/** The act goes onto the agenda of a meeting that is convened already; later ones take it up when convened. */
async function putBeforeNextMeeting({ db, clock }: Deps, { sitting, counts }: Held): Promise<Write[]> {
  if (!counts.some(({ tally }) => tally.outcome === 'carried')) return [];
  const now = clock.now();
  const waits = awaitRatification(db, sitting.id, now);
  const next = (await listSittings(db)).findLast(
    (one) => !needsRatification(one) && one.closedAt === null && one.at >= now,
  );
  if (next === undefined || next.agenda.some(({ ratifies }) => ratifies?.sittingId === sitting.id)) return [waits];
  const item = ratificationItem({ urgentSittingId: sitting.id, kind: sitting.kind, decidedAt: sitting.at });
  const agenda: AgendaItem[] = [...next.agenda, { id: String(next.agenda.length + 1), ...item }];
  return [waits, updateSitting(db, next, { agenda })];
}

async function recordRatifications({ db, clock }: Deps, { sitting, counts }: Held): Promise<Write[]> {
  const writes: Write[] = [];
  for (const { id, ratifies } of sitting.agenda) {
    const tally = counts.find(({ item }) => item === id)?.tally;
    const act = ratifies === undefined ? null : await findRatification(db, ratifies.sittingId);
    if (tally === undefined || act?.state !== 'pending') continue;
    const spoken = { ...ratify(act, sitting, tally), version: act.version };
    writes.push(saveRatification(db, spoken));
    if (!proposesReopening(spoken)) continue;
    const refused = await findSitting(db, act.urgentSittingId);
    for (const { dossierId } of refused?.sitting.agenda ?? [])
      if (dossierId !== null) writes.push(raiseRefusal(db, dossierId, clock.now()));
  }
  return writes;
}
