import { readMarks } from '../../../db/repositories/delivery/marks.ts';
import {
  addMute,
  addSearch,
  addSubscriptions,
  dropMute,
  dropSearch,
  followTopic,
  type MuteRow,
  readOwn,
  type SearchRow,
  unfollowTopic,
} from '../../../db/repositories/delivery/subscriptions.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import type { TopicKey } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { findKey } from '../topics/get-topic.ts';
import { defaultSubscription } from './subscribers.ts';

type Given<Input> = { deps: Pick<Deps, 'db' | 'clock'>; person: Person; input: Input };

/** What a person asks for about their mail, whichever door they come by: signed in, or with the link of a mail. */
export type MuteInput = Pick<MuteRow, 'kind' | 'value'> & { untilChange: boolean };

/** Whoever is told what is new has a subscription from that moment on. */
export async function keepSubscription({ deps, person }: Given<unknown>): Promise<void> {
  const marks = await readMarks(deps.db);
  await addSubscriptions(deps.db, [defaultSubscription(person, marks, deps.clock.now())]);
}

export async function muteFor({ deps, person, input }: Given<MuteInput>): Promise<void> {
  await keepSubscription({ deps, person, input });
  const { changeMark } = await readMarks(deps.db);
  await addMute(deps.db, { ...input, personId: person.id, changeMark, mutedAt: deps.clock.now() });
  // To be told of a call at once and never again are two wishes; the later one holds.
  if (input.kind === 'topic' && !input.untilChange)
    await unfollowTopic(deps.db, { personId: person.id, topicKey: input.value });
}

export async function unmuteFor({ deps, person, input }: Given<Pick<MuteRow, 'kind' | 'value'>>): Promise<void> {
  await dropMute(deps.db, { personId: person.id, kind: input.kind, value: input.value });
}

/** From now on what moves in the call is told within hours. */
export async function followCall({
  deps,
  person,
  input,
}: Given<{ topic: TopicKey; on: boolean }> & { deps: Deps }): Promise<void> {
  const row = { personId: person.id, topicKey: input.topic };
  if (!input.on) {
    await unfollowTopic(deps.db, row);
    return;
  }
  const topicKey = await findKey(deps, input.topic);
  await keepSubscription({ deps, person, input });
  await followTopic(deps.db, { personId: person.id, topicKey, followedAt: deps.clock.now() });
  await dropMute(deps.db, { personId: person.id, kind: 'topic', value: topicKey });
}

/** Saving a search subscribes: what it finds anew comes with the digest. */
export async function saveSearchFor({
  deps,
  person,
  input: { query, pillar },
}: Given<Pick<SearchRow, 'query' | 'pillar'>>): Promise<void> {
  await keepSubscription({ deps, person, input: {} });
  await addSearch(deps.db, { personId: person.id, query, pillar, createdAt: deps.clock.now() });
}

export async function removeSearchFor({ deps, person, input: { id } }: Given<{ id: number }>): Promise<void> {
  await dropSearch(deps.db, person.id, id);
}

/** What somebody follows, searches for and does not want to hear of. */
export const readOwnMail = ({ deps, person }: { deps: Pick<Deps, 'db'>; person: Person }) =>
  readOwn(deps.db, person.id);

/** How somebody stands to one call. */
export async function readWatch({
  deps,
  person,
  input: { topic },
}: Given<{ topic: TopicKey }>): Promise<{ following: boolean; muted: 'always' | 'until-change' | null }> {
  const { follows, mutes } = await readOwn(deps.db, person.id);
  const mute = mutes.find(({ kind, value }) => kind === 'topic' && value === topic);
  return {
    following: follows.some(({ topicKey }) => topicKey === topic),
    muted: mute === undefined ? null : mute.untilChange ? 'until-change' : 'always',
  };
}
