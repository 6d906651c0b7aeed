import type { DeliveryRow } from '../../../db/repositories/delivery/ledger.ts';
import { readOwn } from '../../../db/repositories/delivery/subscriptions.ts';
import type { ListedDossier } from '../../../db/repositories/desk/dossiers.ts';
import { hasLostRole } from '../../../db/repositories/people.ts';
import { daysBetween } from '../../domain/brussels.ts';
import { NEWS_DAYS, REMINDER_SLACK_DAYS, type StaleReason } from '../../domain/delivery.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import type { Deps } from '../deps.ts';
import { readCards } from '../topics/topic-cards.ts';
import { isMuted, isSilenced } from './follows.ts';
import { readDeadlines } from './prepare-reminders.ts';
import { hasPart, readOpenDossiers } from './read-desk.ts';
import type { Subscriber } from './subscribers.ts';

/** Asked for only where a mail is about one. */
export type OpenDossiers = () => Promise<readonly ListedDossier[]>;

/** Whose mail it is, with what they asked for. */
interface Reader extends Person, Pick<Subscriber, 'mutes' | 'follows'> {
  frequency: Subscriber['subscription']['frequency'] | null;
}

/**
 * Whether a mail that waited is still right: asked just before it leaves, as hours or weeks may lie between. `dossiers` are
 * the open ones, read once a run and only where a mail asks. Null = it may leave.
 */
export async function whyStale(
  deps: Deps,
  mail: DeliveryRow,
  person: Person,
  dossiers: OpenDossiers,
): Promise<StaleReason | null> {
  if (mail.kind === 'notice') return null;
  const { row, mutes, follows } = await readOwn(deps.db, mail.personId);
  const reader: Reader = {
    ...person,
    mutes,
    follows: new Map(follows.map(({ topicKey, followedAt }) => [topicKey, followedAt])),
    frequency: row?.frequency ?? null,
  };
  if (isMuted(reader, 'kind', mail.kind)) return 'unsubscribed';
  if (mail.kind === 'reminder') return await reminderStale(deps, mail, reader, await dossiers());
  if (daysBetween(mail.createdAt, deps.clock.now()) > NEWS_DAYS) return 'late';
  if (mail.kind === 'digest') return await digestStale(deps, mail, reader);
  return await alertStale(deps, mail, reader, dossiers);
}

/** Reads the open dossiers when first asked, and never again. */
export function openDossiersOnce(deps: Deps): OpenDossiers {
  let read: Promise<readonly ListedDossier[]> | undefined;
  return () => {
    read ??= readOpenDossiers(deps);
    return read;
  };
}

/**
 * What it tells of calls is public, of dossiers only what its reader had a part in: who wears fewer hats than when it was written
 * may have lost that part. It is not composed anew: a service that had an earlier try under the same `Idempotency-Key` would
 * refuse other words, or take both.
 */
async function digestStale(
  deps: Deps,
  { personId, createdAt }: DeliveryRow,
  reader: Reader,
): Promise<StaleReason | null> {
  if (reader.frequency === 'off') return 'unsubscribed';
  return (await hasLostRole(deps.db, personId, createdAt)) ? 'lost-role' : null;
}

/** Its row names the dossier, the deadline and the day before it. */
async function reminderStale(
  deps: Deps,
  { reason, period }: DeliveryRow,
  reader: Reader,
  dossiers: readonly ListedDossier[],
): Promise<StaleReason | null> {
  const now = deps.clock.now();
  const [deadline = '', daysBefore = ''] = period.split('/');
  const dossier = dossiers.find(({ id }) => id === reason);
  if (dossier === undefined) return 'ended';
  if (!hasPart(reader, dossier)) return 'no-part';
  if (dossier.topicKey !== null && isMuted(reader, 'topic', dossier.topicKey)) return 'muted';
  if (deadline <= now) return 'over';
  const [dated] = await readDeadlines(deps, [dossier], now);
  if (dated?.deadlines.every(({ at }) => at !== deadline)) return 'moved';
  return Number(daysBefore) - daysBetween(now, deadline) > REMINDER_SLACK_DAYS ? 'late' : null;
}

/** Its row names the call; one over many calls names none, and is right as long as it is news. */
async function alertStale(
  deps: Deps,
  { reason: key, period }: DeliveryRow,
  reader: Reader,
  dossiers: OpenDossiers,
): Promise<StaleReason | null> {
  const [one] = await readCards(deps, [key], deps.clock.now());
  if (one === undefined) return null;
  const { card } = one;
  if (card.withdrawnAt !== null) return 'withdrawn';
  if (card.status === 'closed') return 'over';
  if (isSilenced(reader, { key, pillar: card.primaryPillar }, Number(period))) return 'muted';
  if (reader.follows.has(key)) return null;
  const own = (await dossiers()).some((dossier) => dossier.topicKey === key && hasPart(reader, dossier));
  return own ? null : 'no-part';
}
