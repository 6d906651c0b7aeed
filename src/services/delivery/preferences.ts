import { z } from 'zod';
import { readMarks } from '../../../db/repositories/delivery/marks.ts';
import {
  addSubscriptions,
  type FollowRow,
  type MuteRow,
  readOwn,
  type SearchRow,
  type SubscriptionRow,
  updateSubscription,
} from '../../../db/repositories/delivery/subscriptions.ts';
import { findActivePerson, type KnownPerson } from '../../../db/repositories/people.ts';
import { FREQUENCIES, MUTE_KINDS } from '../../domain/delivery.ts';
import { notFound } from '../../domain/errors.ts';
import { LANGUAGES } from '../../domain/labels/localised.ts';
import { PILLARS } from '../../domain/pillar.ts';
import type { Deps } from '../deps.ts';
import { type MailGrant, mailToken, readMailToken } from './mail-tokens.ts';
import { muteFor, removeSearchFor, saveSearchFor, unmuteFor } from './own-mail.ts';
import { defaultSubscription } from './subscribers.ts';

export interface Preferences {
  person: KnownPerson;
  grant: MailGrant;
  subscription: SubscriptionRow;
  mutes: readonly MuteRow[];
  searches: readonly SearchRow[];
  follows: readonly FollowRow[];
}

type Given<Input> = { deps: Pick<Deps, 'db' | 'clock' | 'secretKey'>; input: Input & { token: string } };

/** What the owner of a link has asked for. Reading changes nothing; an unknown, forged or erased one is not found. */
export async function readPreferences({ deps, input: { token } }: Given<object>): Promise<Preferences> {
  const grant = readMailToken(deps, token);
  if (grant === null) throw notFound('mail link', token.slice(0, 80));
  const [person, { row, mutes, searches, follows }, marks] = await Promise.all([
    findActivePerson(deps.db, grant.personId),
    readOwn(deps.db, grant.personId),
    readMarks(deps.db),
  ]);
  if (person === null) throw notFound('mail link', token.slice(0, 80));
  const subscription = row ?? defaultSubscription(person, marks, deps.clock.now());
  return { person, grant, subscription, mutes, searches, follows };
}

const many = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(item).max(200));

export const preferencesSchema = z.object({
  frequency: z.enum(FREQUENCIES),
  language: z.enum(LANGUAGES),
  pillars: many(z.enum(PILLARS)),
  partners: many(z.string().max(80)),
  reminders: z.literal('on').optional(),
  alerts: z.literal('on').optional(),
});

/** Says anew what is wanted; an address that refused mail is tried again. Who comes back from *off* begins afresh. */
export async function savePreferences({ deps, input }: Given<z.output<typeof preferencesSchema>>): Promise<void> {
  const { person, subscription } = await kept(deps, input.token);
  const { frequency, language, pillars, partners } = input;
  const marks = subscription.frequency === 'off' ? await readMarks(deps.db) : {};
  await updateSubscription(deps.db, person.id, { frequency, language, pillars, partners, bouncedAt: null, ...marks });
  for (const [wanted, value] of [
    [input.reminders, 'reminder'],
    [input.alerts, 'alert'],
  ] as const)
    await (wanted === 'on'
      ? unmuteFor({ deps, person, input: { kind: 'kind', value } })
      : muteFor({ deps, person, input: { kind: 'kind', value, untilChange: false } }));
}

/** One click ends the kind of mail that carried the link; doing it again changes nothing. */
export async function unsubscribe({ deps, input: { token } }: Given<object>): Promise<MailGrant> {
  const { person, grant } = await kept(deps, token);
  if (grant.kind === 'digest') await updateSubscription(deps.db, person.id, { frequency: 'off' });
  else await muteFor({ deps, person, input: { kind: 'kind', value: grant.kind, untilChange: false } });
  return grant;
}

export const muteSchema = z.object({
  kind: z.enum(MUTE_KINDS),
  value: z.string().min(1).max(200),
  untilChange: z.literal('on').optional(),
});

export async function mute({ deps, input }: Given<z.output<typeof muteSchema>>): Promise<void> {
  const { person } = await readPreferences({ deps, input });
  const { kind, value } = input;
  await muteFor({ deps, person, input: { kind, value, untilChange: input.untilChange === 'on' } });
}

export async function unmute({ deps, input }: Given<z.output<typeof muteSchema>>): Promise<void> {
  const { person } = await readPreferences({ deps, input });
  await unmuteFor({ deps, person, input });
}

export const searchSchema = z.object({
  query: z.string().trim().min(2).max(200),
  pillar: z.preprocess((given) => (given === '' ? undefined : given), z.enum(PILLARS).optional()),
});

export async function saveSearch({ deps, input }: Given<z.output<typeof searchSchema>>): Promise<void> {
  const { person } = await readPreferences({ deps, input });
  await saveSearchFor({ deps, person, input: { query: input.query, pillar: input.pillar ?? null } });
}

export async function removeSearch({ deps, input }: Given<{ id: number }>): Promise<void> {
  const { person } = await readPreferences({ deps, input });
  await removeSearchFor({ deps, person, input });
}

/** The link to one's own preferences, for who is signed in. */
export const ownPreferencesToken = (deps: Pick<Deps, 'secretKey'>, personId: string): string =>
  mailToken(deps, { personId, kind: 'digest' });

/** The preferences, written down if they were only assumed so far. */
async function kept(deps: Pick<Deps, 'db' | 'clock' | 'secretKey'>, token: string): Promise<Preferences> {
  const preferences = await readPreferences({ deps, input: { token } });
  await addSubscriptions(deps.db, [preferences.subscription]);
  return preferences;
}
