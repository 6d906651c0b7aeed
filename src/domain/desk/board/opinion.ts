import type { ChangeField } from '../../change.ts';
import { conflict, invalid } from '../../errors.ts';
import type { CityRole } from '../../partner.ts';
import type { Day, Instant } from '../../topic.ts';
import { byText } from '../compare.ts';
import type { CodedReason } from '../dossier/reason-code.ts';
import type { OpinionState } from '../dossier/state.ts';
import type { BodyId, DossierId, PersonId } from '../people/person.ts';
import type { Criterion } from '../review/criteria.ts';

/** One ground of the opinion, tied to what it rests on so that a change of the call can find it again. */
export interface OpinionReason {
  text: string;
  criteria: readonly Criterion[];
  fields: readonly ChangeField[];
}

/** "By 7 August the Comune's determina": without an owner and a date a condition is a wish. */
export interface Condition {
  text: string;
  owner: { kind: 'person' | 'body'; id: PersonId | BodyId };
  dueOn: Day;
  metOn: Day | null;
}

/** The board's *parere*. It commits nobody: each body adheres by its own act (DOMAIN §5.7). */
export interface Opinion {
  id: string;
  dossierId: DossierId;
  kind: OpinionState;
  reasons: readonly OpinionReason[];
  conditions: readonly Condition[];
  /** Why not: needed for a contrary opinion. */
  code: CodedReason | null;
  role: CityRole | null;
  ownFundsCeilingEur: number | null;
  /** What the collegial evaluation proposed; null where no total could be had, or in the short route. */
  proposed: OpinionState | null;
  /** Why the board differs from the proposal. */
  differenceReason: string | null;
  /** Why the board decided although too few readers could judge. */
  withoutQuorumReason: string | null;
  /** In observation: what is awaited, until when. */
  watchUntil: Day | null;
  /** The sitting and item; null in the short route. */
  sitting: { sittingId: string; agendaItemId: string } | null;
  recordedBy: PersonId;
  recordedAt: Instant;
  confirmed: { by: PersonId; at: Instant } | null;
}

/** What still keeps an opinion from being recorded; names of fields. */
export function faultsOf(opinion: Opinion, quorumMet: boolean): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, field: string) => {
    if (!holds) faults.push(field);
  };
  need(opinion.reasons.length > 0 && opinion.reasons.every(({ text }) => said(text)), 'reasons');
  need(opinion.conditions.length > 0 === (opinion.kind === 'with-conditions'), 'conditions');
  need(
    opinion.conditions.every(({ text, owner, dueOn }) => said(text) && said(owner.id) && said(dueOn)),
    'conditions',
  );
  need(opinion.kind !== 'contrary' || opinion.code !== null, 'code');
  need(opinion.kind !== 'watching' || opinion.watchUntil !== null, 'watchUntil');
  need(!positive(opinion) || opinion.role !== null, 'role');
  need(
    opinion.proposed === null || opinion.proposed === opinion.kind || said(opinion.differenceReason),
    'differenceReason',
  );
  need(quorumMet || said(opinion.withoutQuorumReason), 'withoutQuorumReason');
  return [...new Set(faults)];
}

/** The secretary records; until the president confirms it is a draft. */
export function recordOpinion(opinion: Opinion, quorumMet: boolean): Opinion {
  const faults = faultsOf(opinion, quorumMet);
  if (faults.length > 0) throw invalid(`an opinion is incomplete: ${faults.join(', ')}`, { faults });
  return { ...opinion, confirmed: null };
}

/** The president confirms, once, and not before it was recorded. */
export function confirmOpinion(opinion: Opinion, by: PersonId, at: Instant): Opinion {
  if (opinion.confirmed !== null) throw conflict(`it was confirmed on ${opinion.confirmed.at}`, opinion.confirmed);
  if (at < opinion.recordedAt) throw invalid('an opinion is recorded before it is confirmed', { at });
  return { ...opinion, confirmed: { by, at } };
}

export const openConditions = (opinion: Opinion): Condition[] =>
  opinion.conditions.filter(({ metOn }) => metOn === null).toSorted((a, b) => byText(a.dueOn, b.dueOn));

const positive = ({ kind }: Opinion): boolean => kind === 'favourable' || kind === 'with-conditions';

const said = (text: string | null): boolean => text !== null && text.trim() !== '';
