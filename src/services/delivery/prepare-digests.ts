import { endPeriod } from '../../../db/repositories/delivery/ledger.ts';
import { readUnsentDigests, type UnsentDigests } from '../../../db/repositories/delivery/unsent-digests.ts';
import type { DigestBegins } from '../../../db/schema/index.ts';
import type { MailDocument } from '../../digests/mail-document.ts';
import { NEWS_DAYS } from '../../domain/delivery.ts';
import type { Instant } from '../../domain/topic.ts';
import { readAssociation } from '../access/association.ts';
import { freshness } from '../collect/freshness.ts';
import type { Deps } from '../deps.ts';
import { composeDigest, type DigestContext } from './compose-digest.ts';
import { lastPeriod } from './period.ts';
import { readOpenDossiers } from './read-desk.ts';
import { readNews } from './read-news.ts';
import { recordArrivals } from './record-arrivals.ts';
import { keepSubscriptions, readSubscribers, type Subscriber } from './subscribers.ts';
import { toQueue } from './to-queue.ts';

/** One person's turn: the mail that they get for a period, or none. */
export interface DigestTurn {
  person: Subscriber;
  period: string;
  document: MailDocument | null;
}

export interface PrepareCounts extends Record<string, number> {
  due: number;
  queued: number;
}

/** Writes into the ledger what is due; whoever runs it again, or beside, adds nothing. */
export async function prepareDigests({ deps }: { deps: Deps }): Promise<PrepareCounts> {
  // Arrivals first: a subscription made now begins after what stands on the shortlist now.
  await recordArrivals(deps);
  await keepSubscriptions(deps);
  const counts = { due: 0, queued: 0 };
  for await (const { person, period, document, marks, begins, unsent } of composeDue(deps)) {
    const key = { personId: person.id, kind: 'digest', period, reason: 'digest' } as const;
    const mail = document === null ? null : { ...toQueue(deps, key, document), begins };
    const turn = { period, preparedAt: deps.clock.now(), ...marks };
    const ours = await endPeriod(deps.db, person.id, person.subscription, turn, mail, unsent);
    counts.due += 1;
    if (ours && mail !== null) counts.queued += 1;
    if (deps.budget?.isUsed() === true) break;
  }
  return counts;
}

/** What would go out at the calendar's now, written nowhere. */
export async function previewDigests({ deps }: { deps: Deps }): Promise<DigestTurn[]> {
  const turns: DigestTurn[] = [];
  for await (const { person, period, document } of composeDue(deps)) turns.push({ person, period, document });
  return turns;
}

async function* composeDue(deps: Deps) {
  const now = deps.clock.now();
  const unsent = await readUnsentDigests(deps.db, newsSince(now));
  const due = (await readSubscribers(deps)).flatMap((person) => {
    const period = duePeriod(person, now);
    return period === null ? [] : [{ person, period, told: asTold(person, unsent.get(person.id)) }];
  });
  if (due.length === 0) return;
  const news = await readNews(
    deps,
    due.map(({ told }) => told),
  );
  const { association } = await readAssociation({ deps });
  const context: DigestContext = {
    news,
    dossiers: await readOpenDossiers(deps),
    association,
    dataAsOf: await dataAsOf(deps),
    folded: new Map(),
  };
  for (const { person, period, told } of due)
    yield {
      person,
      period,
      document: await composeDigest(deps, context, told),
      marks: news.marks,
      begins: standing(person),
      unsent: unsent.get(person.id)?.ids ?? [],
    };
}

/** What is older is no news any more, told or not. */
const newsSince = (now: Instant): Instant => new Date(Date.parse(now) - NEWS_DAYS * DAY_MS).toISOString();
const DAY_MS = 86_400_000;

/** The reader as far as mail really told them: what never left was not told. */
function asTold(person: Subscriber, unsent: UnsentDigests | undefined): Subscriber {
  return unsent === undefined ? person : { ...person, subscription: { ...person.subscription, ...unsent.begins } };
}

const standing = ({ subscription: { arrivalMark, changeMark, preparedAt } }: Subscriber): DigestBegins => ({
  arrivalMark,
  changeMark,
  preparedAt,
});

/** The period that a person's digest is due for; who gets none still moves on, so that nothing old comes later. */
function duePeriod({ subscription }: Subscriber, now: string): string | null {
  const { frequency, since, period: last, bouncedAt } = subscription;
  const { period, dueAt } = lastPeriod(frequency === 'off' ? 'daily' : frequency, now);
  if (bouncedAt !== null) return null;
  return dueAt > since && period > last ? period : null;
}

async function dataAsOf(deps: Deps): Promise<string> {
  const { lastCertifiedAt, dataOn } = await freshness({ deps });
  return lastCertifiedAt ?? (dataOn === null ? deps.clock.now() : `${dataOn}T12:00:00Z`);
}
