import type { ChangeField } from '../../domain/change.ts';
import type { Ui } from '../ui.ts';
import { isDeadlineModel, isStatus } from '../view/known-words.ts';

/** One side of a change in words: dates as dates, money as money, lists by commas; nothing known says so. */
export const ChangedValue = ({
  ui,
  field,
  value,
  look,
}: {
  ui: Ui;
  field: ChangeField;
  value: unknown;
  look: 'old' | 'to';
}) => {
  const parts = flatten(value)
    .map((part) => worded(ui, field, part))
    .filter((part) => part !== '');
  const Tag = look === 'old' ? 'del' : 'ins';
  return <Tag class={look}>{parts.length === 0 ? ui.m.frame.unknown : parts.join(', ')}</Tag>;
};

/** Stored values are scalars, or lists of them by round, which may be lists of deadlines. */
function flatten(value: unknown): (string | number)[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  return typeof value === 'string' || typeof value === 'number' ? [value] : [];
}

function worded({ m, f }: Ui, field: ChangeField, part: string | number): string {
  if (typeof part === 'number') return field === 'expectedGrants' ? f.whole(part) : f.money(part);
  if (field === 'statedStatus' && isStatus(part)) return m.words.status[part];
  if (field === 'deadlineModel' && isDeadlineModel(part)) return m.words.model[part];
  if (field === 'opensOn' && /^\d{4}-\d{2}-\d{2}$/.test(part)) return f.shortDay(part);
  // Deadlines are compared, and so kept, to the minute.
  if (field === 'deadlines' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/.test(part))
    return f.shortDeadline(`${part.slice(0, 16)}:00Z`);
  return part;
}
