import { queueMail } from '../../../db/repositories/delivery/ledger.ts';
import type { ListedDossier } from '../../../db/repositories/desk/dossiers.ts';
import { readFact, saveFact } from '../../../db/repositories/store-facts.ts';
import { buildReminder } from '../../digests/build-reminder.ts';
import { type DueReminder, dueReminder } from '../../digests/reminder.ts';
import type { Localised } from '../../domain/labels/localised.ts';
import type { Pillar } from '../../domain/pillar.ts';
import type { Deadline, Instant } from '../../domain/topic.ts';
import { readAssociation } from '../access/association.ts';
import type { Deps } from '../deps.ts';
import { readCards } from '../topics/topic-cards.ts';
import { isMuted } from './follows.ts';
import { mailUrls } from './mail-urls.ts';
import { isAfterHour } from './period.ts';
import { hasPart, readOpenDossiers } from './read-desk.ts';
import { readSubscribers, type Subscriber } from './subscribers.ts';
import { toQueue } from './to-queue.ts';

interface DatedDossier {
  dossier: ListedDossier;
  /** The call's own, where no group has the dossier. */
  pillar: Pillar | null;
}

const LAST_RUN = 'reminders-prepared';

/** Writes into the ledger the reminders of the day, once its hour has come; a deadline that moved is another one. */
export async function prepareReminders({ deps }: { deps: Deps }): Promise<{ queued: number }> {
  const now = deps.clock.now();
  if (!isAfterHour(now)) return { queued: 0 };
  const lastRunAt = await lastRun(deps);
  const deadlines = await readDeadlines(deps, await readOpenDossiers(deps), now);
  const due = deadlines.flatMap(({ deadlines: own, ...about }) => {
    const reminder = dueReminder(own, lastRunAt, now);
    return reminder === null ? [] : [{ ...about, reminder }];
  });
  const people = due.length === 0 ? [] : await readSubscribers(deps);
  const { association } = await readAssociation({ deps });
  let queued = 0;
  for (const one of due) {
    for (const person of people.filter((somebody) => isReminded(somebody, one.dossier)))
      if (await remind(deps, association, person, one)) queued += 1;
  }
  // Last: a crash before it finds the same reminders due again, and the ledger drops those it has.
  await saveFact(deps.db, LAST_RUN, now, now);
  return { queued };
}

const isReminded = (person: Subscriber, dossier: ListedDossier): boolean =>
  hasPart(person, dossier) &&
  person.subscription.bouncedAt === null &&
  !isMuted(person, 'kind', 'reminder') &&
  !(dossier.topicKey !== null && isMuted(person, 'topic', dossier.topicKey));

async function remind(
  deps: Deps,
  association: Localised,
  person: Subscriber,
  { dossier, pillar, reminder: due }: DatedDossier & { reminder: DueReminder },
): Promise<boolean> {
  const urls = mailUrls(deps, { personId: person.id, kind: 'reminder' });
  const document = buildReminder({
    language: person.language,
    association: association[person.language],
    identifier: dossier.topicKey ?? dossier.title,
    title: dossier.title,
    pillar: dossier.groups[0] ?? pillar,
    url: urls.dossier(dossier.id),
    due,
    urls,
  });
  const period = `${due.deadline.at}/${due.daysBefore}`;
  return await queueMail(
    deps.db,
    toQueue(deps, { personId: person.id, kind: 'reminder', period, reason: dossier.id }, document),
  );
}

/** The stages of the dossier's round as the catalogue has them now; its own deadline where no catalogue holds it. */
export async function readDeadlines(
  deps: Deps,
  dossiers: readonly ListedDossier[],
  now: Instant,
): Promise<(DatedDossier & { deadlines: Deadline[] })[]> {
  const keys = [...new Set(dossiers.flatMap(({ topicKey }) => topicKey ?? []))];
  const cards = await readCards(deps, keys, now);
  const known = new Map(cards.map((one) => [one.stored.topic.key, one]));
  return dossiers.map((dossier) => {
    const one = dossier.topicKey === null ? undefined : known.get(dossier.topicKey);
    const round = one?.stored.topic.rounds[dossier.roundSeq ?? 0];
    const own = dossier.deadlineAt === null ? [] : [{ at: dossier.deadlineAt }];
    return { dossier, pillar: one?.card.primaryPillar ?? null, deadlines: round?.deadlines ?? own };
  });
}

async function lastRun({ db }: Deps): Promise<Instant | null> {
  return (await readFact(db, LAST_RUN))?.at ?? null;
}
