import { brusselsDay } from '../../brussels.ts';
import type { CityRole } from '../../partner.ts';
import type { Day, Instant, TopicKey } from '../../topic.ts';
import { byText, unknownLast } from '../compare.ts';
import { mondayOf } from '../plan/days.ts';
import { bestRoleInTime, type LeadTimeCase } from '../plan/lead-time.ts';

/** A topic round on *Da valutare* that nobody has judged yet. */
export interface TriageCandidate extends LeadTimeCase {
  key: TopicKey;
  relevance: number | null;
  deadlineAt: Instant | null;
  /** Roles open to the city after the hard rules H1–H9. */
  roles: readonly CityRole[];
  firstSeenAt: Instant;
}

export interface TriageItem {
  candidate: TriageCandidate;
  /** Null where the deadline is not known. */
  bestRole: CityRole | null;
  lastDayToStart: Day | null;
}

export interface Triage {
  /** This week's, at most the weekly limit less what was judged since Monday. */
  toJudge: TriageItem[];
  /** The rest, in the same order. */
  queue: TriageItem[];
  onlyLetter: TriageItem[];
  tooLate: TriageItem[];
}

export interface TriageWeek {
  today: Day;
  weeklyLimit: number;
  /** When earlier decisions of triage were taken; those of this week use up places. */
  judgedAt: readonly Instant[];
}

/** *Prima selezione*: a dozen a week by the last day to start for the best role still possible (DOMAIN §5.7). */
export function planTriage(candidates: readonly TriageCandidate[], week: TriageWeek): Triage {
  const items = candidates.map((candidate) => place(candidate, week.today));
  const judgeable = items.filter(({ shelf }) => shelf === 'judge').toSorted(byUrgency);
  const places = Math.max(0, week.weeklyLimit - judgedThisWeek(week));
  const onShelf = (wanted: Shelf) =>
    items
      .filter(({ shelf }) => shelf === wanted)
      .toSorted(byUrgency)
      .map(({ item }) => item);
  return {
    toJudge: judgeable.slice(0, places).map(({ item }) => item),
    queue: judgeable.slice(places).map(({ item }) => item),
    onlyLetter: onShelf('letter'),
    tooLate: onShelf('late'),
  };
}

type Shelf = 'judge' | 'letter' | 'late';
interface Placed {
  shelf: Shelf;
  item: TriageItem;
}

function place(candidate: TriageCandidate, today: Day): Placed {
  // No deadline is no lateness: an announced call waits at the end of the queue.
  if (candidate.deadlineAt === null)
    return { shelf: 'judge', item: { candidate, bestRole: null, lastDayToStart: null } };
  const best = bestRoleInTime(candidate.deadlineAt, candidate.roles, candidate, today);
  if (best === null) return { shelf: 'late', item: { candidate, bestRole: null, lastDayToStart: null } };
  const { role, lastDayToStart } = best;
  return { shelf: role === 'supporter' ? 'letter' : 'judge', item: { candidate, bestRole: role, lastDayToStart } };
}

function judgedThisWeek({ today, judgedAt }: TriageWeek): number {
  const monday = mondayOf(today);
  return judgedAt.filter((at) => mondayOf(brusselsDay(at)) === monday).length;
}

function byUrgency(a: Placed, b: Placed): number {
  return (
    unknownLast(a.item.lastDayToStart, b.item.lastDayToStart) ||
    (b.item.candidate.relevance ?? 0) - (a.item.candidate.relevance ?? 0) ||
    byText(a.item.candidate.key, b.item.candidate.key)
  );
}
