import type { Pillar } from '../../pillar.ts';
import type { Instant, TopicKey } from '../../topic.ts';
import { byText } from '../compare.ts';
import type { CodedReason } from '../dossier/reason-code.ts';
import type { PersonId } from '../people/person.ts';

/** A person's word on one topic round at triage. */
export type TriageDecision = { key: TopicKey; by: PersonId; at: Instant } & (
  | { kind: 'keep'; groups: readonly Pillar[]; owner: PersonId }
  | { kind: 'discard'; reason: CodedReason; family: string | null }
);

/** A person's correction of the machine's pillar, kept as a label for training. */
export interface PillarLabel {
  key: TopicKey;
  machine: Pillar | null;
  corrected: readonly Pillar[];
  by: PersonId;
  at: Instant;
  /** A group member proposes; the coordinator or the secretariat makes it hold. */
  proposed: boolean;
}

/** One "no" for a whole family: each member gets its own decision, so that each can be reopened by itself. */
export function discardFamily(
  candidates: readonly { key: TopicKey; family: string | null }[],
  family: string,
  reason: CodedReason,
  who: { by: PersonId; at: Instant },
): TriageDecision[] {
  return candidates
    .filter((candidate) => candidate.family === family)
    .map(({ key }) => ({ kind: 'discard', key, reason, family, ...who }));
}

/** The latest correction that holds, or what the machine said. */
export function pillarsOf(machine: Pillar | null, labels: readonly PillarLabel[]): readonly Pillar[] {
  const holding = labels.filter(({ proposed }) => !proposed).toSorted((a, b) => byText(a.at, b.at));
  return holding.at(-1)?.corrected ?? (machine === null ? [] : [machine]);
}
