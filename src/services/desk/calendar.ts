import { listSittings } from '../../../db/repositories/desk/board.ts';
import { readProjects } from '../../../db/repositories/desk/projects.ts';
import { readRequests } from '../../../db/repositories/desk/requests.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import { byText } from '../../domain/desk/compare.ts';
import { openRequests } from '../../domain/desk/dossier/request.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can, canSomewhere } from '../../domain/desk/people/roles.ts';
import { addDays } from '../../domain/desk/plan/days.ts';
import { nextDeadlines } from '../../domain/desk/plan/project.ts';
import type { Pillar } from '../../domain/pillar.ts';
import type { Day, Instant } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { toMinute } from '../instants.ts';
import { remembered } from '../remembered.ts';
import { readCards } from '../topics/topic-cards.ts';
import { readableDossiers } from './list-dossiers.ts';
import { listedCalls } from './listed-calls.ts';

export type CalendarKind = 'dossier' | 'call' | 'interest' | 'request' | 'sitting' | 'project' | 'expected';

export interface CalendarEntry {
  kind: CalendarKind;
  day: Day;
  at: Instant | null;
  title: string;
  /** What the page links to: a dossier, topic, request, sitting or project id. */
  id: string;
  pillar: Pillar | null;
  english: boolean;
}

const MONTHS_AHEAD_DAYS = 366;

/** Everything with a day that a person may know of, from today on. */
export async function calendar({ deps, person }: { deps: Deps; person: Person | null }): Promise<CalendarEntry[]> {
  const now = deps.clock.now();
  const from = brusselsDay(now);
  const until = addDays(from, MONTHS_AHEAD_DAYS);
  const question = JSON.stringify(['calendar-calls', toMinute(now), deps.profile.id]);
  const entries = await Promise.all([
    remembered(deps, question, () => calls(deps)),
    person === null ? [] : desk(deps, person, until),
  ]);
  return entries
    .flat()
    .filter(({ day }) => day >= from && day <= until)
    .toSorted((a, b) => byText(a.day, b.day) || byText(a.title, b.title));
}

async function calls(deps: Deps): Promise<CalendarEntry[]> {
  const listed = await listedCalls(deps);
  const keys = listed
    .flatMap(({ candidate }) => (candidate.nextDeadlineAt === null ? [] : [candidate.key]))
    .slice(0, 200);
  return (await readCards(deps, keys, deps.clock.now())).flatMap(({ card, stored }) =>
    card.nextDeadlineAt === null
      ? []
      : [
          entry('call', card.nextDeadlineAt, card.title, stored.topic.key, {
            pillar: card.primaryPillar,
            english: true,
          }),
        ],
  );
}

async function desk(deps: Deps, person: Person, until: Day): Promise<CalendarEntry[]> {
  const [dossiers, asked, sittings, running] = await Promise.all([
    canSomewhere(person, 'dossier.read') ? readableDossiers(deps, person) : [],
    can(person, 'request.read') ? readRequests(deps.db) : [],
    can(person, 'sitting.read') ? listSittings(deps.db) : [],
    can(person, 'project.edit') ? readProjects(deps.db) : [],
  ]);
  const own = dossiers.flatMap(({ id, title, deadlineAt, interestClosesOn, groups, origin }) => {
    const look = { pillar: groups[0] ?? null, english: origin.kind === 'ranked' };
    return [
      ...(deadlineAt === null ? [] : [entry('dossier', deadlineAt, title, id, look)]),
      ...(interestClosesOn === null ? [] : [entry('interest', interestClosesOn, title, id, look)]),
      ...(origin.kind === 'expected' && origin.expected !== null
        ? [entry('expected', origin.expected.from, title, id, look)]
        : []),
    ];
  });
  const requests = openRequests(asked);
  const projects = nextDeadlines(running, until);
  return [
    ...own,
    ...requests.flatMap(({ id, replyBy, asker }) =>
      replyBy === null ? [] : [entry('request', replyBy, asker.organisation, id)],
    ),
    ...sittings.map(({ id, at, place }) => entry('sitting', at, place ?? '', id)),
    ...projects.map(({ projectId, dueOn, title }) => entry('project', dueOn, title, projectId)),
  ];
}

function entry(
  kind: CalendarKind,
  when: Day | Instant,
  title: string,
  id: string,
  look: Pick<CalendarEntry, 'pillar' | 'english'> = { pillar: null, english: false },
): CalendarEntry {
  const instant = when.length > 10;
  return { kind, day: instant ? brusselsDay(when) : when, at: instant ? when : null, title, id, ...look };
}
