import { readDossierRounds } from '../../../db/repositories/desk/dossiers.ts';
import { type DecisionRow, readDecisions, readLabels } from '../../../db/repositories/desk/triage.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import { mondayOf } from '../../domain/desk/plan/days.ts';
import { planTriage, type Triage, type TriageCandidate, type TriageItem } from '../../domain/desk/triage/triage.ts';
import { type PillarLabel, pillarsOf } from '../../domain/desk/triage/triage-decision.ts';
import type { Pillar } from '../../domain/pillar.ts';
import type { TopicKey } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import { topicFamily } from '../../sources/cordis/topic-names.ts';
import type { Deps } from '../deps.ts';
import { toMinute } from '../instants.ts';
import { remembered } from '../remembered.ts';
import { readCards } from '../topics/topic-cards.ts';
import { listedCalls } from './listed-calls.ts';

/** A call at triage as a person reads it. */
export interface TriageCard extends TriageItem {
  card: TopicCard;
  reasons: string[];
  /** As corrected, else the machine's. */
  pillars: readonly Pillar[];
  proposals: PillarLabel[];
  family: string | null;
  /** How many waiting calls the family has, this one too. */
  familySize: number;
}

export interface TriageBoard {
  toJudge: TriageCard[];
  queue: TriageCard[];
  onlyLetter: TriageCard[];
  tooLate: TriageCard[];
  totals: Record<'toJudge' | 'queue' | 'onlyLetter' | 'tooLate', number>;
  judgedThisWeek: number;
  weeklyLimit: number;
  /** The latest decisions, so that a slip can be taken back. */
  recent: DecisionRow[];
}

/** What a page shows of each apart list; the rest is counted. */
const SHOWN = 40;

/** Calls of *Da valutare* that nobody has judged and no dossier is about. */
export async function waitingCalls(deps: Deps): Promise<(TriageCandidate & { family: string | null })[]> {
  const question = JSON.stringify(['triage-waiting', toMinute(deps.clock.now()), deps.profile.id]);
  return (await remembered(deps, question, () => readWaiting(deps))).waiting;
}

async function readWaiting(deps: Deps) {
  const [decisions, dossiers, listed] = await Promise.all([
    readDecisions(deps.db),
    readDossierRounds(deps.db),
    listedCalls(deps),
  ]);
  const judged = new Set([...decisions.map(({ topicKey }) => topicKey), ...[...dossiers.keys()].map(topicOfRound)]);
  const waiting = listed
    .filter(({ candidate }) => !judged.has(candidate.key))
    .map(({ candidate, standing, round }) => ({
      key: candidate.key,
      relevance: candidate.relevance,
      deadlineAt: candidate.nextDeadlineAt,
      roles: standing.rolesLeft,
      typesOfAction: standing.offer.typesOfAction,
      deadlineModel: round?.deadlineModel ?? null,
      firstSeenAt: '',
      family: topicFamily(candidate.key) || null,
    }));
  return { waiting, decisions };
}

const topicOfRound = (roundKey: string): TopicKey => roundKey.slice(0, roundKey.lastIndexOf('#'));

/** This week's dozen, the queue behind it, and what stands apart: the same for everybody who judges. */
export async function triageBoard({ deps }: { deps: Deps }): Promise<TriageBoard> {
  const { id, version, shortlist } = deps.profile;
  const question = JSON.stringify(['triage-board', toMinute(deps.clock.now()), id, version, shortlist]);
  return await remembered(deps, question, () => readBoard(deps));
}

async function readBoard(deps: Deps): Promise<TriageBoard> {
  const { waiting, decisions } = await readWaiting(deps);
  const { plan, judgedThisWeek, weeklyLimit } = planOf(deps, waiting, decisions);
  const families = new Map<string, number>();
  for (const { family } of waiting) if (family !== null) families.set(family, (families.get(family) ?? 0) + 1);
  const shown = cut(plan);
  const keys = [shown.toJudge, shown.queue, shown.onlyLetter, shown.tooLate]
    .flat()
    .map(({ candidate }) => candidate.key);
  const [found, labels] = await Promise.all([readCards(deps, keys, deps.clock.now()), readLabels(deps.db, keys)]);
  const read = new Map(found.map((one) => [one.stored.topic.key, one]));
  const familyOf = new Map(waiting.map(({ key, family }) => [key, family]));
  const cards = (items: readonly TriageItem[]): TriageCard[] =>
    items.flatMap((item) => {
      const one = read.get(item.candidate.key);
      if (one === undefined) return [];
      const family = familyOf.get(item.candidate.key) ?? null;
      const own = labels.get(item.candidate.key) ?? [];
      return [
        {
          ...item,
          card: one.card,
          reasons: one.standing.reasons.map(({ phrase }) => phrase),
          pillars: pillarsOf(one.card.primaryPillar, own),
          proposals: own.filter(({ proposed }) => proposed),
          family,
          familySize: family === null ? 1 : (families.get(family) ?? 1),
        },
      ];
    });
  return {
    toJudge: cards(shown.toJudge),
    queue: cards(shown.queue),
    onlyLetter: cards(shown.onlyLetter),
    tooLate: cards(shown.tooLate),
    totals: totalsOf(plan),
    judgedThisWeek,
    weeklyLimit,
    recent: decisions.slice(0, 12),
  };
}

/** How many wait for a word this week, and how many behind them: for *Oggi*, without reading a call. */
export async function triageTotals(deps: Deps): Promise<TriageBoard['totals']> {
  const { id, version, shortlist } = deps.profile;
  const question = JSON.stringify(['triage-totals', toMinute(deps.clock.now()), id, version, shortlist]);
  return await remembered(deps, question, async () => {
    const { waiting, decisions } = await readWaiting(deps);
    return totalsOf(planOf(deps, waiting, decisions).plan);
  });
}

function planOf(deps: Deps, waiting: readonly TriageCandidate[], decisions: readonly DecisionRow[]) {
  const today = brusselsDay(deps.clock.now());
  const weeklyLimit = deps.profile.shortlist.weeklyTriage;
  const judgedAt = sittingsOf(decisions);
  return {
    plan: planTriage(waiting, { today, weeklyLimit, judgedAt }),
    judgedThisWeek: judgedAt.filter((at) => mondayOf(brusselsDay(at)) === mondayOf(today)).length,
    weeklyLimit,
  };
}

const totalsOf = ({ toJudge, queue, onlyLetter, tooLate }: Triage): TriageBoard['totals'] => ({
  toJudge: toJudge.length,
  queue: queue.length,
  onlyLetter: onlyLetter.length,
  tooLate: tooLate.length,
});

const cut = (plan: Triage): Triage => ({
  toJudge: plan.toJudge,
  queue: plan.queue.slice(0, SHOWN),
  onlyLetter: plan.onlyLetter.slice(0, SHOWN),
  tooLate: plan.tooLate.slice(0, SHOWN),
});

/** A family discarded at once was one judgement. */
const sittingsOf = (decisions: readonly DecisionRow[]): string[] => {
  const families = new Set<string>();
  return decisions.flatMap(({ family, by, at }) => {
    if (family === null) return [at];
    const name = `${family}\n${by}\n${at}`;
    if (families.has(name)) return [];
    families.add(name);
    return [at];
  });
};
