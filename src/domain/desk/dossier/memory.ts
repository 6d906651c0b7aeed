import type { CityRole } from '../../partner.ts';
import type { Day, Instant, TopicKey } from '../../topic.ts';
import type { OpinionReason } from '../board/opinion.ts';
import type { DossierId } from '../people/person.ts';
import type { Outcome } from './outcome.ts';
import { type CodedReason, reasonText } from './reason-code.ts';
import { type DossierState, isEnded, isOpinionState, type OpinionState } from './state.ts';

/** What the association decided on something earlier of a topic's family, and on what grounds. */
export interface RememberedDecision {
  /** The board's opinion; otherwise the state in which it ended, or stands. */
  what: OpinionState | DossierState;
  reasons: readonly string[];
  on: Day | Instant;
}

/** An earlier dossier in as many words as a topic page has room for. */
export interface RememberedDossier {
  id: DossierId;
  title: string;
  state: DossierState;
  role: CityRole | null;
  decision: RememberedDecision;
  outcome: Outcome | null;
}

/** A call of the family that was let go at triage. */
export interface RememberedDiscard {
  topicKey: TopicKey;
  title: string;
  reason: CodedReason | null;
  at: Instant;
}

/** A project of ours that grew from a call of the family. */
export interface RememberedProject {
  id: string;
  acronym: string;
  startsOn: Day;
  endsOn: Day;
}

/** What the association already knows of a topic's family, newest first; the dossier at hand is left out. */
export interface FamilyMemory {
  dossiers: RememberedDossier[];
  discards: RememberedDiscard[];
  projects: RememberedProject[];
}

export const NO_MEMORY: FamilyMemory = { dossiers: [], discards: [], projects: [] };

interface Standing {
  state: DossierState;
  openedOn: Day;
  /** Its latest step. */
  last: { reason: string | null; at: Instant } | null;
  /** The board's confirmed opinion. */
  opinion: {
    kind: OpinionState;
    code: CodedReason | null;
    reasons: readonly Pick<OpinionReason, 'text'>[];
    confirmedAt: Instant;
  } | null;
}

/**
 * What was decided: the board's opinion with its grounds, unless the dossier has ended otherwise since (withdrawn after a
 * favourable opinion is what one wants to know); before any opinion, where it stands, with the reason of the last step.
 */
export function decisionOf({ state, openedOn, last, opinion }: Standing): RememberedDecision {
  const endedOtherwise = isEnded(state) && !isOpinionState(state);
  if (opinion === null || (endedOtherwise && last?.reason != null))
    return { what: state, reasons: last?.reason == null ? [] : [last.reason], on: last?.at ?? openedOn };
  const { kind, code, reasons, confirmedAt } = opinion;
  const texts = reasons.map(({ text }) => text);
  return { what: kind, reasons: code === null ? texts : [reasonText(code), ...texts], on: confirmedAt };
}
