import { countDeadlineMoves } from '../../../db/repositories/change-feed.ts';
import { readOwn } from '../../../db/repositories/delivery/subscriptions.ts';
import { type ListedDossier, listDossiers } from '../../../db/repositories/desk/dossiers.ts';
import { findActivePerson, type KnownPerson } from '../../../db/repositories/people.ts';
import { readTopics } from '../../../db/repositories/topics-read.ts';
import { isEnded } from '../../domain/desk/dossier/state.ts';
import type { DossierId, Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { addDays } from '../../domain/desk/plan/days.ts';
import { notFound } from '../../domain/errors.ts';
import type { Topic, TopicKey } from '../../domain/topic.ts';
import { type DatedTopic, deadlineEvents } from '../../feeds/deadline-event.ts';
import { renderCalendar } from '../../feeds/render-calendar.ts';
import { FEED_WORDS } from '../../feeds/words.ts';
import { hasPart } from '../delivery/read-desk.ts';
import type { Deps } from '../deps.ts';
import { mustBeAllowed } from '../desk/act.ts';
import { subjectOfRow } from '../desk/list-dossiers.ts';
import type { FeedInput } from '../feeds/feed-calendar.ts';
import { findByToken } from './calendar-links.ts';

/** Passed deadlines stay that long, and with them what was declined. */
const MEMORY_DAYS = 180;

/** The calendar behind a secret address, as far as its owner may still see it. */
export async function privateCalendar(deps: Deps, token: string, input: FeedInput): Promise<string> {
  const link = await findByToken(deps, token);
  const person = link === null ? null : await findActivePerson(deps.db, link.personId);
  if (link === null || person === null) throw notFound('Calendar', token.slice(0, 20));
  return link.dossierId === null
    ? await personalCalendar(deps, person, input)
    : await dossierCalendar(deps, person, link.dossierId, input);
}

/** The deadlines of one dossier, for who may read it. */
export async function dossierCalendar(deps: Deps, person: Person, id: DossierId, input: FeedInput): Promise<string> {
  const dossier = (await listDossiers(deps.db, { ended: true })).find((one) => one.id === id);
  if (dossier === undefined) throw notFound('Dossier', id);
  mustBeAllowed(person, 'dossier.read', subjectOfRow(dossier));
  return await render(deps, [dossier], [], input, { name: dossier.title, path: `/dossier/${id}` });
}

/** What a person has a part in, and the calls they follow. */
async function personalCalendar(deps: Deps, person: KnownPerson, input: FeedInput): Promise<string> {
  const [all, { follows }] = await Promise.all([listDossiers(deps.db, { ended: true }), readOwn(deps.db, person.id)]);
  const dossiers = all.filter((one) => isOwn(person, one));
  const followed = follows.map(({ topicKey }) => topicKey);
  return await render(deps, dossiers, followed, input, { name: person.name ?? '', path: '/calendario' });
}

const isOwn = (person: Person, dossier: ListedDossier): boolean =>
  hasPart(person, dossier) && can(person, 'dossier.read', subjectOfRow(dossier));

async function render(
  deps: Deps,
  dossiers: readonly ListedDossier[],
  followed: readonly TopicKey[],
  input: FeedInput,
  { name, path }: { name: string; path: string },
): Promise<string> {
  const keys = [...new Set([...followed, ...dossiers.flatMap(({ topicKey }) => topicKey ?? [])])];
  const [stored, moves] = await Promise.all([readTopics(deps.db, keys), countDeadlineMoves(deps.db, keys)]);
  const topics = new Map(stored.map(({ topic }) => [topic.key, topic]));
  // A followed call is shown by its dossier while there is one, and for itself again once that is declined.
  const opened = new Set(dossiers.flatMap(({ topicKey, state }) => (isEnded(state) ? [] : (topicKey ?? []))));
  const alone = followed.flatMap((key) => (opened.has(key) ? [] : (topics.get(key) ?? [])));
  const dated = [
    ...dossiers.map((one) => ofDossier(one, topics, moves, input.baseUrl)),
    ...alone.map((topic) => ofTopic(topic, moves.get(topic.key) ?? 0, input.baseUrl)),
  ];
  const words = FEED_WORDS[input.lang];
  const since = addDays(deps.clock.now().slice(0, 10), -MEMORY_DAYS);
  const events = dated
    .flatMap((one) => deadlineEvents(one, words, `${deps.profile.id}.bandolo`))
    .filter(({ at }) => at >= since);
  const head = {
    name: `Bandolo · ${words.deadlinesOf(name)}`,
    description: words.calendarNote,
    url: `${input.baseUrl}${path}`,
    language: input.lang,
  };
  return renderCalendar(head, events);
}

/** The deadlines of the round that a dossier is about, under its own name; once it is declined they are cancelled. */
function ofDossier(
  dossier: ListedDossier,
  topics: ReadonlyMap<TopicKey, Topic>,
  moves: ReadonlyMap<TopicKey, number>,
  baseUrl: string,
): DatedTopic {
  const { id, title, topicKey, roundSeq, deadlineAt, state, version, updatedAt, openedOn } = dossier;
  const topic = topicKey === null ? undefined : topics.get(topicKey);
  const own = deadlineAt === null ? [] : [{ at: deadlineAt }];
  const changedAt = topic?.lastChangedAt ?? null;
  return {
    key: `dossier-${id}`,
    identifier: topic?.identifier ?? '',
    title,
    url: `${baseUrl}/dossier/${id}`,
    // Other rounds keep their places: an event's name counts them.
    rounds: topic?.rounds.map((round, seq) => (seq === (roundSeq ?? 0) ? round : { ...round, deadlines: [] })) ?? [
      { deadlineModel: null, deadlines: own },
    ],
    firstSeenAt: topic?.firstSeenAt ?? `${openedOn}T12:00:00Z`,
    lastChangedAt: changedAt !== null && changedAt > updatedAt ? changedAt : updatedAt,
    withdrawnAt: topic?.withdrawnAt ?? null,
    returnedAt: topic?.returnedAt ?? null,
    deadlineMoves: topicKey === null ? 0 : (moves.get(topicKey) ?? 0),
    // Each revision of the dossier counts as a return, so that taking it up again comes after its cancellation.
    returns: version + (topic?.returns ?? 0),
    cancelled: isEnded(state) || topic?.withdrawnAt != null,
  };
}

const ofTopic = (topic: Topic, deadlineMoves: number, baseUrl: string): DatedTopic => ({
  key: topic.key,
  identifier: topic.identifier,
  title: topic.title,
  url: `${baseUrl}/bandi/${encodeURIComponent(topic.key)}`,
  rounds: topic.rounds,
  firstSeenAt: topic.firstSeenAt,
  lastChangedAt: topic.lastChangedAt,
  withdrawnAt: topic.withdrawnAt,
  returnedAt: topic.returnedAt,
  deadlineMoves,
  returns: topic.returns,
  cancelled: topic.withdrawnAt !== null,
});
