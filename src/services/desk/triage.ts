import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import {
  findDecision,
  insertDecision,
  insertLabel,
  readLabels,
  supersedeDecision,
} from '../../../db/repositories/desk/triage.ts';
import { readWeightSets } from '../../../db/repositories/desk/weights.ts';
import { MUTED, muting } from '../../../db/repositories/mutes.ts';
import { codedReason, reasonText } from '../../domain/desk/dossier/reason-code.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { conflict, Failure } from '../../domain/errors.ts';
import { PILLARS, type Pillar } from '../../domain/pillar.ts';
import type { TopicKey } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { type CallToOpen, callOfTopic, openingWrites } from './new-dossier.ts';
import { mustBeStaff } from './open-dossier.ts';
import { waitingCalls } from './triage-board.ts';

export const decisionSchema = z.object({
  keys: z.array(z.string().min(1).max(200)).min(1).max(60),
  decision: z.enum(['keep', 'discard', 'discard-family', 'mute']),
  reasonCode: z.string().max(40).default(''),
  note: z.string().trim().max(1000).default(''),
  groups: z.array(z.enum(PILLARS)).default([]),
  owner: z.string().default(''),
});
type Decision = z.output<typeof decisionSchema>;

export interface TriageOutcome {
  done: TopicKey[];
  /** Decided by somebody else in the meantime: who, what, when. */
  overtaken: { key: TopicKey; last: { step: string; by: string; at: string } | null }[];
}

/** Judges calls, one or many; each is its own write, so that one lost race does not undo the others. */
export async function decideTriage({ deps, person, input }: Asked<Decision>): Promise<TriageOutcome> {
  const owner = input.owner === '' ? person.id : input.owner;
  await mustBeStaff(deps, owner);
  const keys = input.decision === 'discard-family' ? await familyOf(deps, input.keys) : input.keys;
  const outcome: TriageOutcome = { done: [], overtaken: [] };
  for (const key of keys) {
    const call = await callOfTopic(deps, key);
    mustBeAllowed(person, 'triage.decide', { groups: await groupsOf(deps, call, input.groups) });
    try {
      await decideOne(deps, person, { ...input, owner }, call);
      outcome.done.push(key);
    } catch (error) {
      if (!(error instanceof Failure && error.kind === 'conflict')) throw error;
      const other = await findDecision(deps.db, key, call.roundSeq ?? 0);
      outcome.overtaken.push({ key, last: other === null ? null : { step: other.kind, by: other.by, at: other.at } });
    }
  }
  return outcome;
}

async function decideOne(deps: Deps, person: Person, input: Decision, call: CallToOpen): Promise<void> {
  const { db, clock } = deps;
  const key = call.topicKey ?? '';
  const at = clock.now();
  const logLine = { at, personId: person.id, subjectKind: 'topic', subjectId: key, detail: {} };
  if (input.decision === 'mute') {
    // It may go without a reason, unlike a discard: that a call is noise need not be counted.
    const reason = input.reasonCode === '' ? input.note || null : reasonText(codedReason(input.reasonCode, input.note));
    await write(deps, [muting(db, key, at, reason), logged(db, { ...logLine, action: MUTED })]);
    return;
  }
  const keep = input.decision === 'keep';
  const reason = keep ? null : codedReason(input.reasonCode, input.note);
  const row = {
    topicKey: key,
    roundSeq: call.roundSeq ?? 0,
    kind: keep ? ('keep' as const) : ('discard' as const),
    reasonCode: reason?.code ?? null,
    note: reason?.note ?? null,
    family: input.decision === 'discard-family' ? call.family : null,
    by: person.id,
    at,
  };
  await write(deps, [
    insertDecision(db, row),
    ...(keep ? await kept(deps, person, input, call) : []),
    logged(db, { ...logLine, action: `triage.${row.kind}` }),
  ]);
}

async function kept(deps: Deps, person: Person, input: Decision, call: CallToOpen) {
  const groups = await groupsOf(deps, call, input.groups);
  const { topicKey, roundSeq, relevance } = call;
  const origin = { kind: 'ranked' as const, topicKey: topicKey ?? '', roundSeq: roundSeq ?? 0, relevance };
  const steps: ('take-in' | 'assign')[] = groups.length > 0 ? ['take-in', 'assign'] : ['take-in'];
  const weights = await readWeightSets(deps.db);
  return openingWrites(deps, person, weights, { origin, call, groups, owner: input.owner, steps }).writes;
}

/** The groups chosen, else those that a correction gave, else the machine's. */
export async function groupsOf(deps: Deps, call: CallToOpen, chosen: readonly Pillar[]): Promise<readonly Pillar[]> {
  if (chosen.length > 0) return chosen;
  const key = call.topicKey ?? '';
  const labels = (await readLabels(deps.db, [key])).get(key)?.filter(({ proposed }) => !proposed) ?? [];
  return labels.at(-1)?.corrected ?? (call.primaryPillar === null ? [] : [call.primaryPillar]);
}

/** Every waiting call of the families of these. */
async function familyOf(deps: Deps, keys: readonly TopicKey[]): Promise<TopicKey[]> {
  const waiting = await waitingCalls(deps);
  const families = new Set(
    waiting.flatMap(({ key, family }) => (keys.includes(key) && family !== null ? [family] : [])),
  );
  const members = waiting.filter(({ family }) => family !== null && families.has(family)).map(({ key }) => key);
  return [...new Set([...keys, ...members])];
}

export const pillarSchema = z.object({
  key: z.string().min(1).max(200),
  pillars: z.array(z.enum(PILLARS)).min(1).max(6),
});

/** Corrects the machine's pillar; the correction is kept as a label. Who may only propose, proposes. */
export async function correctPillar({ deps, person, input }: Asked<z.output<typeof pillarSchema>>): Promise<void> {
  const call = await callOfTopic(deps, input.key);
  const groups = call.primaryPillar === null ? input.pillars : [call.primaryPillar];
  const holds = can(person, 'pillar.correct', { groups });
  if (!holds) mustBeAllowed(person, 'pillar.propose', { groups });
  const { key, pillars: corrected } = input;
  const label = { key, machine: call.primaryPillar, corrected, by: person.id, at: deps.clock.now(), proposed: !holds };
  await write(deps, [insertLabel(deps.db, label)]);
}

/** Takes a triage "no" back: the call waits again. */
export async function reopenTriage({ deps, person, input }: Asked<{ key: TopicKey }>): Promise<void> {
  const call = await callOfTopic(deps, input.key);
  mustBeAllowed(person, 'triage.decide', { groups: call.primaryPillar === null ? [] : [call.primaryPillar] });
  const decision = await findDecision(deps.db, input.key, call.roundSeq ?? 0);
  if (decision?.kind !== 'discard') throw conflict('nothing to take back here');
  await write(deps, [supersedeDecision(deps.db, decision.id, deps.clock.now())]);
}
