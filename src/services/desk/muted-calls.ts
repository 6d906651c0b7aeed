import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { readLabels } from '../../../db/repositories/desk/triage.ts';
import { findMute, listMutes, type MuteRow, unmuting } from '../../../db/repositories/mutes.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can, canSomewhere } from '../../domain/desk/people/roles.ts';
import { pillarsOf } from '../../domain/desk/triage/triage-decision.ts';
import { conflict } from '../../domain/errors.ts';
import type { TopicKey } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { callOfTopic } from './new-dossier.ts';
import { groupsOf } from './triage.ts';

/** A call that is not shown any more: who decided so, when, why, and whether the reader may take it back. */
export interface MutedCall extends MuteRow {
  mayShow: boolean;
}

/** What is muted and still ahead, the latest first. */
export async function mutedCalls(deps: Deps, person: Person): Promise<MutedCall[]> {
  return await toCalls(deps, person, await listMutes(deps.db, deps.clock.now()));
}

/** The mute of one call, for those who see triage; null where it is not muted, or not for the reader to know. */
export async function muteOfCall(deps: Deps, person: Person | null, key: TopicKey): Promise<MutedCall | null> {
  if (person === null || !canSomewhere(person, 'triage.propose')) return null;
  const row = await findMute(deps.db, key);
  const [call] = row === null ? [] : await toCalls(deps, person, [row]);
  return call ?? null;
}

async function toCalls(deps: Deps, person: Person, rows: readonly MuteRow[]): Promise<MutedCall[]> {
  if (rows.length === 0) return [];
  const labels = await readLabels(
    deps.db,
    rows.map(({ key }) => key),
  );
  return rows.map((row) => ({
    ...row,
    mayShow: can(person, 'triage.decide', { groups: pillarsOf(row.primaryPillar, labels.get(row.key) ?? []) }),
  }));
}

export const showAgainSchema = z.object({ key: z.string().min(1).max(200) });

/** Takes a mute back: the call is shown, scored and judged like any other again. For those who may mute it. */
export async function showAgain({ deps, person, input: { key } }: Asked<{ key: TopicKey }>): Promise<void> {
  const call = await callOfTopic(deps, key);
  mustBeAllowed(person, 'triage.decide', { groups: await groupsOf(deps, call, []) });
  if ((await findMute(deps.db, key)) === null) throw conflict('nothing to take back here');
  const entry = { at: deps.clock.now(), personId: person.id, action: 'triage.unmute', detail: {} };
  await write(deps, [...unmuting(deps.db, key), logged(deps.db, { ...entry, subjectKind: 'topic', subjectId: key })]);
}
