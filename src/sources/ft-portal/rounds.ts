import type { Day, Deadline, DeadlineModel, Round, TopicKind } from '../../domain/topic.ts';
import { parseDateLabel, type WallTime } from '../../normalise/date-label.ts';
import { deadlineOf, openingDayOf } from '../../normalise/deadline-rule.ts';
import type { Notes } from '../../normalise/notes.ts';
import { deadlineModelOf } from './lookups.ts';

/** A submission window: what a round is before its money is known. */
export type SubmissionWindow = Pick<Round, 'opensOn' | 'deadlineModel' | 'deadlines'>;

/** The words of a window as any part of the portal gives them. */
export interface StatedWindow {
  opening: unknown;
  model: string | null;
  deadlines: readonly unknown[];
}

/** How to read the dates of one topic: its kind, the hour its conditions state, and where to note what cannot be read. */
export interface DateReading {
  kind: TopicKind;
  cutOff: WallTime | undefined;
  notes: Notes;
}

/**
 * The windows that the portal states up to three times: in the topic's actions, in its budget lines, and in the fields of
 * the row. The row's dates were wrong on their own (PORTAL-CONTRACT §2.8: 2028 instead of 2024), so the actions count
 * unless the other two contradict them in unison; a contradiction is noted.
 */
export function submissionWindows(
  stated: { actions: readonly StatedWindow[]; budget: readonly StatedWindow[]; row: readonly StatedWindow[] },
  reading: DateReading,
): SubmissionWindow[] {
  const actions = readWindows(stated.actions, reading);
  const budget = readWindows(stated.budget, reading);
  const row = readWindows(stated.row, reading);
  const rivals = [actions, budget, row].filter((windows) => instantsOf(windows).length > 0);
  noteContradictions(rivals, reading.notes);
  const confirmed = rivals.find((one) => rivals.some((other) => other !== one && sameInstants(one, other)));
  const chosen = confirmed ?? rivals[0] ?? [actions, budget, row].find((windows) => windows.length > 0) ?? [];
  return completed(chosen, [budget, row]);
}

/** Windows by opening and first deadline; equal ones (several types of action in one window) are one. */
function readWindows(stated: readonly StatedWindow[], reading: DateReading): SubmissionWindow[] {
  const windows = new Map<string, SubmissionWindow>();
  for (const one of stated) {
    const window = readWindow(one, reading);
    if (window.opensOn !== null || window.deadlines.length > 0) windows.set(JSON.stringify(window), window);
  }
  return [...windows.values()].sort((a, b) => (begin(a) < begin(b) ? -1 : begin(a) > begin(b) ? 1 : 0));
}

export function readWindow({ opening, model, deadlines }: StatedWindow, reading: DateReading): SubmissionWindow {
  const deadlineModel = readModel(model, reading.notes);
  return {
    opensOn: readOpening(opening, reading),
    deadlineModel,
    deadlines: numbered(readDeadlines(deadlines, reading), deadlineModel),
  };
}

function readOpening(raw: unknown, { kind, notes }: DateReading): Day | null {
  if (isAbsent(raw)) return null;
  const label = parseDateLabel(raw);
  if (label === null) notes.add('unreadable-date', 'opening day: no date that we know to read', raw);
  return label === null ? null : openingDayOf(label, kind);
}

/** In ascending order, whatever the order of the list (never sorted, PORTAL-CONTRACT §5), each instant once. */
function readDeadlines(raw: readonly unknown[], { kind, cutOff, notes }: DateReading): Deadline[] {
  const deadlines = new Map<string, Deadline>();
  for (const one of raw.filter((value) => !isAbsent(value))) {
    const label = parseDateLabel(one);
    if (label === null) {
      notes.add('unreadable-date', 'deadline: no date that we know to read', one);
      continue;
    }
    const deadline = deadlineOf(label, kind, cutOff);
    deadlines.set(deadline.at, deadline);
    if (kind === 'topic' && deadline.hourUncertain === true)
      notes.add('hour-uncertain', 'deadline: an hour that is neither midnight nor 17:00', one);
  }
  return [...deadlines.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Of a two-stage window the first deadline is the newcomer's; several deadlines of any other model are cut-offs. */
function numbered(deadlines: readonly Deadline[], model: DeadlineModel | null): Deadline[] {
  if (model === 'two-stage') return deadlines.map((deadline, i) => ({ ...deadline, stage: Math.min(i + 1, 2) }));
  if (model !== 'multiple cut-off' && deadlines.length < 2) return [...deadlines];
  return deadlines.map((deadline, i) => ({ ...deadline, cutOff: i + 1 }));
}

function readModel(text: string | null, notes: Notes): DeadlineModel | null {
  if (text === null || text.trim() === '') return null;
  const model = deadlineModelOf(text);
  if (model === null) notes.add('unknown-deadline-model', 'a deadline model that our table does not hold', text);
  return model;
}

/** Opening and model of an only window, where the chosen source lacks them and another knows. */
function completed(chosen: SubmissionWindow[], others: readonly SubmissionWindow[][]): SubmissionWindow[] {
  const [only, ...rest] = chosen;
  if (only === undefined || rest.length > 0) return chosen;
  const known = others.flat();
  const opensOn = only.opensOn ?? known.find((other) => other.opensOn !== null)?.opensOn ?? null;
  const model = only.deadlineModel ?? known.find((other) => other.deadlineModel !== null)?.deadlineModel ?? null;
  const bare = only.deadlines.map(({ stage: _stage, cutOff: _cutOff, ...deadline }) => deadline);
  return [{ opensOn, deadlineModel: model, deadlines: numbered(bare, model) }];
}

/** Sources may know fewer deadlines than others (past cut-offs); only what one of them alone knows is a contradiction. */
function noteContradictions(rivals: readonly SubmissionWindow[][], notes: Notes): void {
  const [first, ...others] = rivals.map(instantsOf);
  const odd = others.find((other) => first !== undefined && other.some((at) => !first.includes(at)));
  if (first === undefined || odd === undefined) return;
  notes.add(
    'dates-disagree',
    'deadlines differ between the parts of one topic',
    `${first.join(' ')} ≠ ${odd.join(' ')}`,
  );
}

const instantsOf = (windows: readonly SubmissionWindow[]): string[] =>
  windows.flatMap((window) => window.deadlines.map((deadline) => deadline.at)).sort();

const sameInstants = (a: readonly SubmissionWindow[], b: readonly SubmissionWindow[]): boolean =>
  instantsOf(a).join() === instantsOf(b).join();

const begin = (window: SubmissionWindow): string => window.opensOn ?? window.deadlines[0]?.at ?? '';

const isAbsent = (raw: unknown): boolean => raw === null || raw === undefined || raw === '' || raw === 0 || raw === '0';
