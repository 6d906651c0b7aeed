import { type Marks, readMarks } from '../../../db/repositories/delivery/marks.ts';
import {
  addSubscriptions,
  type MuteRow,
  readSubscriptions,
  type SearchRow,
  type SubscriptionRow,
} from '../../../db/repositories/delivery/subscriptions.ts';
import { type GrantRow, grantOf, listPeopleRows, type PersonRow } from '../../../db/repositories/people.ts';
import { groupBy } from '../../domain/desk/group-by.ts';
import type { Grant, Person } from '../../domain/desk/people/person.ts';
import type { Language } from '../../domain/labels/localised.ts';
import { PILLARS } from '../../domain/pillar.ts';
import type { Instant, TopicKey } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';

/** A person who may get mail, with what they asked for. */
export interface Subscriber extends Person {
  name: string;
  email: string;
  language: Language;
  subscription: SubscriptionRow;
  mutes: readonly MuteRow[];
  searches: readonly SearchRow[];
  /** The calls they watch, each with the moment at which they asked for it. */
  follows: ReadonlyMap<TopicKey, Instant>;
}

/** Everybody who may act and has an address. Who never said anything follows what their hats speak of, weekly. */
export async function readSubscribers(deps: Pick<Deps, 'db' | 'clock'>): Promise<Subscriber[]> {
  const [people, marks, { rows, mutes, searches, follows }] = await Promise.all([
    listPeopleRows(deps.db),
    readMarks(deps.db),
    readSubscriptions(deps.db),
  ]);
  const known = new Map(rows.map((row) => [row.personId, row]));
  const mutesOf = groupBy(mutes, ({ personId }) => personId);
  const searchesOf = groupBy(searches, ({ personId }) => personId);
  const followsOf = groupBy(follows, ({ personId }) => personId);
  return people.flatMap(({ row, grants }) => {
    if (row.disabledAt !== null || row.email === null) return [];
    const person = personOf(row, grants);
    const subscription = known.get(row.id) ?? defaultSubscription(person, marks, row.createdAt);
    return [
      {
        ...person,
        name: row.name ?? row.email,
        email: row.email,
        language: subscription.language ?? row.language,
        subscription,
        mutes: mutesOf.get(row.id) ?? [],
        searches: searchesOf.get(row.id) ?? [],
        follows: new Map((followsOf.get(row.id) ?? []).map(({ topicKey, followedAt }) => [topicKey, followedAt])),
      },
    ];
  });
}

/** Writes down the subscriptions that nobody made: from now on these people are told what is new. */
export async function keepSubscriptions(deps: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const subscribers = await readSubscribers(deps);
  await addSubscriptions(
    deps.db,
    subscribers.map(({ subscription }) => ({ ...subscription, since: deps.clock.now() })),
  );
}

const personOf = (row: PersonRow, grants: readonly GrantRow[]): Person => ({
  id: row.id,
  bodyId: row.bodyId,
  grants: grants.flatMap(({ role, scope }) => grantOf(role, scope) ?? []),
});

/** Weekly, since then: what stands there already is a baseline and no news. */
export function defaultSubscription(person: Person, marks: Marks, since: Instant): SubscriptionRow {
  const groups = person.grants.flatMap((grant) => ('group' in grant ? [grant.group] : []));
  const bodies = person.grants.flatMap((grant) => ('body' in grant ? [grant.body] : []));
  return {
    personId: person.id,
    frequency: 'weekly',
    language: null,
    pillars: followsAll(person.grants) ? [...PILLARS] : [...new Set(groups)],
    partners: [...new Set(bodies)],
    since,
    period: '',
    preparedAt: since,
    ...marks,
    alertMark: marks.changeMark,
    bouncedAt: null,
  };
}

const NARROW = new Set<Grant['role']>(['group-member', 'group-coordinator', 'partner']);

/** Who wears one hat beyond a group or a body, or none at all, follows every pillar. */
const followsAll = (grants: readonly Grant[]): boolean =>
  grants.length === 0 || grants.some(({ role }) => !NARROW.has(role));
