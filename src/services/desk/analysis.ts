import { countStages, findMissed, type ReaderLoad, readLoads } from '../../../db/repositories/desk/analysis.ts';
import { brusselsDay, daysBetween } from '../../domain/brussels.ts';
import { budgetReach } from '../../domain/desk/analysis/budget-reach.ts';
import { funnelOf } from '../../domain/desk/analysis/funnel.ts';
import { monthsFrom, pillarMonths } from '../../domain/desk/analysis/months-ahead.ts';
import { byText } from '../../domain/desk/compare.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { addDays } from '../../domain/desk/plan/days.ts';
import type { Deps } from '../deps.ts';
import { bestRoleAt } from '../matching/at-day.ts';
import { mustBeAllowed } from './act.ts';
import { liveDossiers } from './list-dossiers.ts';
import { listedCalls } from './listed-calls.ts';

const MONTHS = 12;
const YEAR_DAYS = 365;

export type Analysis = Awaited<ReturnType<typeof analysis>>;

/** *Analisi*: what came of the calls, what lies ahead, who carries how much, what was missed. */
export async function analysis({ deps, person }: { deps: Deps; person: Person }) {
  mustBeAllowed(person, 'analysis.read');
  const now = deps.clock.now();
  const today = brusselsDay(now);
  const yearAgo = addDays(today, -YEAR_DAYS);
  const months = monthsFrom(today, MONTHS);
  const calls = await callsAhead(deps);
  const dossiers = await liveDossiers(deps, person);
  return {
    funnel: funnelOf(
      await countStages(
        deps.db,
        calls.map(({ key }) => key),
      ),
    ),
    months: pillarMonths(calls, months),
    undated: calls.filter(({ closesOn }) => closesOn === null).length,
    deadlines: dossiers.flatMap(({ id, title, deadlineAt, role, state, groups }) =>
      deadlineAt === null || deadlineAt <= now
        ? []
        : [{ id, title, deadlineAt, role, state, pillar: groups[0] ?? null }],
    ),
    reach: budgetReach(calls),
    readers: readersOf(await readLoads(deps.db, yearAgo)),
    missed: await findMissed(deps.db, yearAgo, now),
    since: yearAgo,
  };
}

/** What *Da valutare* lists, as the figures need it. */
async function callsAhead(deps: Deps) {
  const now = deps.clock.now();
  return (await listedCalls(deps)).map(({ candidate, standing, round }) => {
    const { key, primaryPillar: pillar, nextDeadlineAt } = candidate;
    const daysLeft = nextDeadlineAt === null ? null : daysBetween(now, nextDeadlineAt);
    return {
      key,
      pillar,
      closesOn: nextDeadlineAt === null ? null : brusselsDay(nextDeadlineAt),
      budgetEur: round?.budgetEur ?? null,
      budgetShared: round?.budgetShared ?? false,
      inReach: bestRoleAt(standing, daysLeft, now) !== null,
    };
  });
}

/** Everybody who may be appointed, the busiest first; those who have nothing too: they are whom to ask next. */
function readersOf(staff: readonly ReaderLoad[]) {
  return staff
    .map(({ id, name, active, grants, inReview, appointed }) => {
      const groups = [...new Set(grants.flatMap((grant) => ('group' in grant ? [grant.group] : [])))];
      return { id, name, active, groups, inReview, appointed };
    })
    .filter(({ active, groups, inReview }) => (active && groups.length > 0) || inReview > 0)
    .toSorted((a, b) => b.inReview - a.inReview || b.appointed - a.appointed || byText(a.name ?? '', b.name ?? ''));
}
