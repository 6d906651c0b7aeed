import type { ChangeField, RecordedChange } from '../../change.ts';
import type { Opinion, OpinionReason } from '../board/opinion.ts';
import type { PersonId } from '../people/person.ts';
import type { Criterion } from '../review/criteria.ts';
import type { Position } from './dossier.ts';
import { isEnded } from './state.ts';

/** Which judgements rest on which facts of a call (DES, from the meaning of C1–C8 in DOMAIN §3.3). */
const TOUCHES: Partial<Record<ChangeField, readonly Criterion[]>> = {
  title: ['C1'],
  text: ['C1', 'C2', 'C5', 'C8'],
  statedStatus: ['C7'],
  opensOn: ['C7'],
  deadlines: ['C4', 'C7'],
  deadlineModel: ['C6', 'C7'],
  budgetEur: ['C5', 'C6'],
  expectedGrants: ['C6'],
  contributionRange: ['C2', 'C5'],
  typesOfAction: ['C2', 'C5', 'C7'],
};

export interface TouchedField {
  field: ChangeField;
  before: unknown;
  after: unknown;
  criteria: readonly Criterion[];
}

/** *Da rivedere*: what a change of the call means for a dossier. It proposes; a person decides. */
export interface ChangeImpact {
  /** Old → new, one line a field: the first known value against the last. */
  fields: TouchedField[];
  criteria: Criterion[];
  /** Grounds of the standing opinion that no longer rest on what they rested on. */
  reasonsTouched: OpinionReason[];
  /** Offer the button "riaprire il parere"; never press it. */
  proposesReopening: boolean;
  tell: PersonId[];
}

/** Null where nobody needs to look: an ended dossier, or nothing material. */
export function changeImpact(
  dossier: Position & { owner: PersonId | null },
  changes: readonly RecordedChange[],
  opinion: Opinion | null,
): ChangeImpact | null {
  const fields = mergeChanges(changes.filter(({ material }) => material));
  if (fields.length === 0 || isEnded(dossier.state)) return null;
  const criteria = [...new Set(fields.flatMap((field) => field.criteria))].sort();
  const reasonsTouched = opinion?.reasons.filter((reason) => isTouched(reason, fields, criteria)) ?? [];
  return {
    fields,
    criteria,
    reasonsTouched,
    proposesReopening: reasonsTouched.length > 0,
    tell: dossier.owner === null ? [] : [dossier.owner],
  };
}

/** Several moves of one field are one: a deadline moved and moved back is no news. */
function mergeChanges(changes: readonly RecordedChange[]): TouchedField[] {
  const merged = new Map<ChangeField, TouchedField>();
  for (const { field, before, after } of changes.toSorted((a, b) => a.id - b.id)) {
    const first = merged.get(field);
    merged.set(field, {
      field,
      before: first === undefined ? before : first.before,
      after,
      criteria: TOUCHES[field] ?? [],
    });
  }
  return [...merged.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

const isTouched = (reason: OpinionReason, fields: readonly TouchedField[], criteria: readonly Criterion[]): boolean =>
  reason.criteria.some((criterion) => criteria.includes(criterion)) ||
  reason.fields.some((field) => fields.some((touched) => touched.field === field));
