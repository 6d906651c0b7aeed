import { brusselsDay } from '../domain/brussels.ts';
import { toMinute } from '../domain/change.ts';
import type { Deadline, Instant, Round } from '../domain/topic.ts';

export type NumberedRound = Round & { seq: number };

/**
 * The rounds of a topic after a new reading. A round keeps its number for life: the same opening day or a common deadline
 * makes it the same round. What is over stays, though the portal no longer lists it; an empty value never overwrites a
 * known one.
 */
export function mergeRounds(stored: readonly NumberedRound[], drafts: readonly Round[], now: Instant): NumberedRound[] {
  if (drafts.length === 0) return [...stored];
  const pairs = matchRounds(stored, drafts, now);
  const taken = new Set([...pairs.values()].map((round) => round.seq));
  const over = stored.filter((round) => !taken.has(round.seq) && isOver(round, now));
  let next = Math.max(-1, ...stored.map((round) => round.seq)) + 1;
  const current = drafts.map((draft) => {
    const known = pairs.get(draft);
    return known === undefined ? { ...draft, seq: next++ } : mergeRound(known, draft, now);
  });
  return [...over, ...current].sort((a, b) => a.seq - b.seq);
}

function matchRounds(
  stored: readonly NumberedRound[],
  drafts: readonly Round[],
  now: Instant,
): Map<Round, NumberedRound> {
  const free = new Set(stored);
  const pairs = new Map<Round, NumberedRound>();
  const pair = (alike: (known: NumberedRound, draft: Round) => boolean) => {
    for (const draft of drafts.filter((one) => !pairs.has(one))) {
      const known = [...free].find((one) => alike(one, draft));
      if (known === undefined) continue;
      pairs.set(draft, known);
      free.delete(known);
    }
  };
  pair((known, draft) => sharesDeadline(known, draft));
  pair((known, draft) => known.opensOn !== null && known.opensOn === draft.opensOn);
  // One round moved altogether: opening and deadlines are both new, yet nothing else can be meant.
  if (stored.length === 1 && drafts.length === 1) pair((known, draft) => !isNextTime(known, draft, now));
  return pairs;
}

function sharesDeadline(known: Round, draft: Round): boolean {
  return known.deadlines.some((one) => draft.deadlines.some((other) => toMinute(one.at) === toMinute(other.at)));
}

/** A window that is over cannot move: one that opens after its last deadline is the call held again under the same name. */
function isNextTime(known: Round, draft: Round, now: Instant): boolean {
  const last = known.deadlines.at(-1)?.at;
  return last !== undefined && isOver(known, now) && (draft.opensOn ?? '') > brusselsDay(last);
}

function isOver(round: Round, now: Instant): boolean {
  return round.deadlines.length > 0 && round.deadlines.every((deadline) => deadline.at <= now);
}

function mergeRound(known: NumberedRound, draft: Round, now: Instant): NumberedRound {
  const deadlineModel = draft.deadlineModel ?? known.deadlineModel;
  return {
    seq: known.seq,
    opensOn: draft.opensOn ?? known.opensOn,
    deadlineModel,
    deadlines: mergeDeadlines(known, { ...draft, deadlineModel }, now),
    budgetEur: draft.budgetEur ?? known.budgetEur,
    budgetShared: draft.budgetEur === null ? known.budgetShared : draft.budgetShared,
    expectedGrants: draft.expectedGrants ?? known.expectedGrants,
    minContributionEur: draft.minContributionEur ?? known.minContributionEur,
    maxContributionEur: draft.maxContributionEur ?? known.maxContributionEur,
  };
}

/**
 * Cut-offs that are over stay in the list. A stage or a single deadline has its successor in the new reading: a deadline
 * moved on its last day (PORTAL-CONTRACT §5, five cases) must not stay behind as a second one.
 */
function mergeDeadlines(known: Round, draft: Round, now: Instant): Deadline[] {
  if (draft.deadlines.length === 0) return known.deadlines;
  if (draft.deadlineModel === 'two-stage') return mergeStages(known.deadlines, draft.deadlines);
  if (draft.deadlineModel !== 'multiple cut-off') return draft.deadlines;
  const listed = new Set(draft.deadlines.map((deadline) => toMinute(deadline.at)));
  const over = known.deadlines.filter((deadline) => deadline.at <= now && !listed.has(toMinute(deadline.at)));
  if (over.length === 0) return draft.deadlines;
  return [...over, ...draft.deadlines]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((deadline, index) => ({ ...deadline, cutOff: index + 1 }));
}

/** A portal that drops the first stage once it is over leaves only the second in its list. */
function mergeStages(known: Deadline[], listed: Deadline[]): Deadline[] {
  const stages = new Set(listed.map((deadline) => deadline.stage));
  const dropped = known.filter((deadline) => deadline.stage !== undefined && !stages.has(deadline.stage));
  return [...dropped, ...listed].sort((a, b) => (a.at < b.at ? -1 : 1));
}
