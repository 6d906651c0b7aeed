import { markRead } from '../../../db/repositories/desk/audit.ts';
import { findSeenSince } from '../../../db/repositories/desk/news.ts';
import { readOwnDesk } from '../../../db/repositories/desk/own-desk.ts';
import type { RequestRow } from '../../../db/repositories/desk/requests.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import { byText } from '../../domain/desk/compare.ts';
import { openRequests } from '../../domain/desk/dossier/request.ts';
import { SHORT_ROUTE_SEATS, seatsOpenTo } from '../../domain/desk/dossier/short-route.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can, canSomewhere } from '../../domain/desk/people/roles.ts';
import { addDays } from '../../domain/desk/plan/days.ts';
import { nextDeadlines } from '../../domain/desk/plan/project.ts';
import { sortArrivals } from '../../domain/desk/triage/baseline.ts';
import type { Day } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import { firstHour, STEPS } from '../access/first-hour.ts';
import type { Deps } from '../deps.ts';
import { toMinute } from '../instants.ts';
import { listPeople } from '../people/list-people.ts';
import { remembered } from '../remembered.ts';
import { readCards } from '../topics/topic-cards.ts';
import { interestAwaited, type ListedDossier, readableDossiers, subjectOfRow } from './list-dossiers.ts';
import { listedCalls } from './listed-calls.ts';
import { unconvened } from './ready-for-board.ts';
import { ownSittings } from './sittings.ts';
import { triageTotals } from './triage-board.ts';

const WEEK_DAYS = 7;
const SOON_DAYS = 60;
/** As far as the strip of deadlines looks ahead. */
const AHEAD_DAYS = 120;
const SHOWN = 6;

/** *Oggi*: what waits for a person, what is new, what changed, what expires. */
export async function today({ deps, person }: { deps: Deps; person: Person | null }) {
  const now = deps.clock.now();
  const day = brusselsDay(now);
  const soon = addDays(day, SOON_DAYS);
  const reading = person === null ? Promise.resolve([]) : readableDossiers(deps, person);
  const [dossiers, closing, strip, news, own, interest, sittings, board, triage, house] = await Promise.all([
    reading,
    reading.then((dossiers) => closingOf(deps, dossiers, soon)),
    stripOf(deps, addDays(day, AHEAD_DAYS)),
    remembered(deps, JSON.stringify(['today-news', toMinute(now), deps.profile.id]), () =>
      newsOf(deps, addDays(day, -WEEK_DAYS)),
    ),
    person === null ? null : readOwnDesk(deps.db, person),
    person === null ? [] : interestAwaited(deps, person, day),
    person === null ? [] : ownSittings(deps, person),
    person === null ? null : reading.then((dossiers) => unconvened(deps, person, dossiers)),
    person !== null && canSomewhere(person, 'triage.decide') ? triageTotals(deps) : null,
    person !== null && can(person, 'people.manage')
      ? remembered(deps, JSON.stringify(['today-house', deps.profile.id]), () => houseOf(deps))
      : null,
  ]);
  return {
    day,
    news,
    toDo:
      person === null || own === null
        ? null
        : { ...toDoOf(person, own, dossiers), interest, sittings, board: boardOf(own, board), triage, house },
    toReview: dossiers.filter(({ toReview }) => toReview),
    closing,
    strip,
    expiring: dossiers
      .filter(({ deadlineAt }) => deadlineAt !== null && deadlineAt > now && brusselsDay(deadlineAt) <= soon)
      .slice(0, SHOWN),
    projects:
      own !== null && (can(person, 'project.edit') || can(person, 'audit.read'))
        ? nextDeadlines(own.projects, soon).slice(0, SHOWN)
        : [],
  };
}
export type Today = Awaited<ReturnType<typeof today>>;

/** New calls of *Da valutare*: a first load or a burst is a baseline, never news. */
async function newsOf(deps: Deps, since: string) {
  const [listed, seen] = await Promise.all([listedCalls(deps), findSeenSince(deps.db, since)]);
  const keys = listed.map(({ candidate }) => candidate.key);
  const known = seen.loadedAt !== null && seen.loadedAt < since ? since : null;
  const items = listed.flatMap(({ candidate }) => {
    const firstSeenAt = seen.topics.get(candidate.key);
    return firstSeenAt === undefined ? [] : [{ key: candidate.key, firstSeenAt }];
  });
  const arrivals = sortArrivals(items, known, deps.profile.shortlist.weeklyTriage);
  const changed = seen.changed.filter((key) => keys.includes(key));
  const now = deps.clock.now();
  const freshKeys = arrivals.fresh.slice(0, SHOWN).map(({ key }) => key);
  const [fresh, moved] = await Promise.all([
    readCards(deps, freshKeys, now),
    readCards(deps, changed.slice(0, SHOWN), now),
  ]);
  return {
    fresh: fresh.map(({ card }) => card),
    freshTotal: arrivals.fresh.length,
    baseline: arrivals.cause === 'burst' ? arrivals.baseline.length : 0,
    changed: moved.map(({ card }) => card),
    changedTotal: changed.length,
  };
}

/** Calls of *Da valutare* that close soon and that nobody here carries yet: the first of them. */
async function closingOf(deps: Deps, dossiers: readonly ListedDossier[], until: Day): Promise<TopicCard[]> {
  const carried = new Set(dossiers.map(({ topicKey }) => topicKey));
  const keys = (await listedCalls(deps))
    .flatMap(({ candidate: { key, nextDeadlineAt } }) => (nextDeadlineAt === null ? [] : [{ key, nextDeadlineAt }]))
    // By the day as it is written: thousands of calls, and an hour more or less makes none of them near.
    .filter(({ key, nextDeadlineAt }) => nextDeadlineAt.slice(0, until.length) <= until && !carried.has(key))
    .toSorted((a, b) => byText(a.nextDeadlineAt, b.nextDeadlineAt))
    .slice(0, SHOWN)
    .map(({ key }) => key);
  const minute = toMinute(deps.clock.now());
  const question = JSON.stringify(['today-closing', minute, deps.profile.id, keys]);
  return await remembered(deps, question, async () => (await readCards(deps, keys, minute)).map(({ card }) => card));
}

/** Calls of *Da valutare* by the day they close, up to a day. */
async function stripOf(deps: Deps, until: Day) {
  return (await listedCalls(deps)).flatMap(({ candidate: { key, primaryPillar, nextDeadlineAt } }) => {
    // As above: by the day as it is written first, by the calendar for the few that are left.
    if (nextDeadlineAt === null || nextDeadlineAt.slice(0, until.length) > until) return [];
    return [{ key, pillar: primaryPillar, day: brusselsDay(nextDeadlineAt) }];
  });
}

/** How many a sitting is to be convened on; those whose opinion waits for the president have had theirs. */
function boardOf({ drafted }: OwnDesk, board: Awaited<ReturnType<typeof unconvened>> | null) {
  const ready = board?.ids.filter((id) => !drafted.has(id)).length ?? 0;
  return { ready, mayConvene: board?.mayConvene ?? false };
}

type OwnDesk = Awaited<ReturnType<typeof readOwnDesk>>;

function toDoOf(person: Person, own: OwnDesk, dossiers: readonly ListedDossier[]) {
  const titles = new Map(dossiers.map(({ id, title }) => [id, title]));
  const ownSheets = new Set<string | null>(own.sheets.map(({ dossierId }) => dossierId));
  const awaited = canSomewhere(person, 'adhesion.record') ? own.awaited : [];
  return {
    sheets: [
      ...own.sheets
        .filter(({ state }) => state === 'to-do')
        .map(({ dossierId, dueOn }) => ({ dossierId, dueOn, title: titles.get(dossierId) ?? dossierId })),
      ...sheetsToMake(person, ownSheets, dossiers),
    ],
    ...shortRouteTasks(person, own, dossiers),
    requests: can(person, 'request.answer') ? unanswered(own.requests) : [],
    // Who has a sheet need not be told besides that it is theirs.
    notices: own.notices.filter(({ kind, dossierId }) => kind !== 'appointed' || !ownSheets.has(dossierId)),
    awaited: awaited.map(({ dossierId, bodyId }) => ({ dossierId, bodyId, title: titles.get(dossierId) ?? dossierId })),
  };
}

/** Who came to a directorate after the review opened has no sheet yet: the first look at it makes it. */
const sheetsToMake = (person: Person, has: ReadonlySet<string | null>, dossiers: readonly ListedDossier[]) =>
  dossiers
    .filter((row) => row.state === 'in-review' && !has.has(row.id))
    .filter((row) => can(person, 'review.score-as-directorate', subjectOfRow(row)))
    .map(({ id: dossierId, title }) => ({ dossierId, dueOn: null, title }));

/** In the short route: whose voice is awaited, and where all have spoken and the secretary has not written it down. */
function shortRouteTasks(person: Person, own: OwnDesk, dossiers: readonly ListedDossier[]) {
  const underWay = dossiers.filter(({ state }) => state === 'in-short-route');
  const voicesOn = (id: string) => own.voices.filter(({ dossierId }) => dossierId === id);
  return {
    voices: underWay.filter(({ id, groups }) => seatsOpenTo(person, groups, voicesOn(id)).length > 0),
    opinions: underWay.filter(
      ({ id }) =>
        can(person, 'opinion.record') && voicesOn(id).length === SHORT_ROUTE_SEATS.length && !own.drafted.has(id),
    ),
  };
}

/** What the house itself still asks of its administrator: unfinished first steps, people who are not in yet. */
async function houseOf(deps: Deps) {
  const people = await listPeople({ deps });
  const done = await firstHour({ deps, known: people });
  const enabled = people.filter(({ disabled }) => !disabled);
  return {
    nextStep: STEPS.find((step) => step !== 'invitations' && !done[step]) ?? null,
    notIn: enabled.filter(({ lastSeenAt }) => lastSeenAt === null).length,
    wanting: enabled.filter(({ wantsLinkSince }) => wantsLinkSince !== null).length,
  };
}

/** The most pressing first. */
const unanswered = (rows: readonly RequestRow[]): RequestRow[] =>
  openRequests(rows).flatMap(({ id }) => rows.find((row) => row.id === id) ?? []);

export const putAway = ({ deps, person, input }: { deps: Deps; person: Person; input: { notice: number } }) =>
  markRead(deps.db, person.id, input.notice, deps.clock.now());
