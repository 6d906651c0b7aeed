import { endAlerts, passAlerts } from '../../../db/repositories/delivery/ledger.ts';
import type { ListedDossier } from '../../../db/repositories/desk/dossiers.ts';
import { type AlertedTopic, buildAlert } from '../../digests/build-alert.ts';
import { changesInWords } from '../../digests/change-values.ts';
import { type Alert, foldChanges, groupAlerts, settledUpTo } from '../../digests/group-alerts.ts';
import type { MailDocument } from '../../digests/mail-document.ts';
import type { RecordedChange } from '../../domain/change.ts';
import type { TopicKey } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import { readAssociation } from '../access/association.ts';
import type { Deps } from '../deps.ts';
import { readCards } from '../topics/topic-cards.ts';
import { changesAfter } from './changes-after.ts';
import { isMuted, isSilenced } from './follows.ts';
import { isPlainEnd } from './is-plain-end.ts';
import { mailUrls } from './mail-urls.ts';
import { hasPart, readOpenDossiers } from './read-desk.ts';
import { readSubscribers, type Subscriber } from './subscribers.ts';
import { toQueue } from './to-queue.ts';

/** One person's alerts of an hour: a mail a call, or one for all. */
export interface AlertTurn {
  person: Subscriber;
  marks: { was: number; is: number };
  mails: { period: string; reason: string; document: MailDocument }[];
}

/** Writes into the ledger what moved in watched calls and has stood for an hour; run again, or beside, it adds nothing. */
export async function prepareAlerts({ deps }: { deps: Deps }): Promise<{ alerts: number }> {
  const turns = await previewAlerts({ deps });
  let alerts = 0;
  for (const { person, marks, mails } of turns.filter((turn) => turn.mails.length > 0)) {
    const rows = mails.map(({ document, ...key }) =>
      toQueue(deps, { personId: person.id, kind: 'alert', ...key }, document),
    );
    if (await endAlerts(deps.db, person.id, marks, rows)) alerts += rows.length;
  }
  const quiet = turns.filter(({ mails }) => mails.length === 0);
  const [upTo] = quiet.map(({ marks }) => marks.is);
  if (upTo !== undefined)
    await passAlerts(
      deps.db,
      quiet.map(({ person }) => person.id),
      upTo,
    );
  return { alerts };
}

/** What would go out at the calendar's now, written nowhere. */
export async function previewAlerts({ deps }: { deps: Deps }): Promise<AlertTurn[]> {
  const now = deps.clock.now();
  const people = await readSubscribers(deps);
  const least = Math.min(...people.map(markOf));
  const changes = people.length === 0 ? [] : await changesAfter(deps, least);
  const upTo = settledUpTo(changes, now);
  const settled = changes.filter(({ id }) => id <= upTo);
  if (settled.length === 0) return [];
  const moved = new Set(settled.map(({ topicKey }) => topicKey));
  const dossiers = (await readOpenDossiers(deps)).filter(({ topicKey }) => topicKey !== null && moved.has(topicKey));
  const watched = people.map((person) => watchedBy(person, dossiers));
  const keys = [...new Set(watched.flatMap((own) => [...own]))].filter((key) => moved.has(key));
  const cards = await readCards(deps, keys, now);
  const cardOf = new Map(cards.map(({ card, stored }) => [stored.topic.key, card]));
  const { association } = await readAssociation({ deps });
  return people.flatMap((person, n) => {
    const was = markOf(person);
    if (was >= upTo) return [];
    const own = settled.filter(({ id, topicKey }) => id > was && watched[n]?.has(topicKey));
    const groups = groupAlerts(alertsFor(person, own, cardOf));
    const mails = groups.map((group) => mailOf(deps, person, association[person.language], group, cardOf));
    return [{ person, marks: { was, is: upTo }, mails }];
  });
}

const markOf = ({ subscription }: Subscriber): number => subscription.alertMark ?? subscription.changeMark;

/** What a person watches: the calls they follow, and those of dossiers they have a part in. */
const watchedBy = (person: Subscriber, dossiers: readonly ListedDossier[]): Set<TopicKey> =>
  new Set([
    ...person.follows.keys(),
    ...dossiers.flatMap((dossier) => (dossier.topicKey !== null && hasPart(person, dossier) ? dossier.topicKey : [])),
  ]);

function alertsFor(
  person: Subscriber,
  changes: readonly RecordedChange[],
  cards: ReadonlyMap<TopicKey, TopicCard>,
): Alert[] {
  if (person.subscription.bouncedAt !== null || isMuted(person, 'kind', 'alert')) return [];
  return foldChanges(changes).filter(({ topicKey, changes: steps }) => {
    const card = cards.get(topicKey);
    const last = lastOf(steps);
    if (card === undefined || isPlainEnd(card, steps)) return false;
    return !isSilenced(person, { key: topicKey, pillar: card.primaryPillar }, last);
  });
}

function mailOf(
  deps: Deps,
  person: Subscriber,
  association: string,
  group: readonly Alert[],
  cards: ReadonlyMap<TopicKey, TopicCard>,
): AlertTurn['mails'][number] {
  const urls = mailUrls(deps, { personId: person.id, kind: 'alert' });
  const topics = group.flatMap(({ topicKey, changes }): AlertedTopic[] => {
    const card = cards.get(topicKey);
    if (card === undefined) return [];
    return [
      {
        identifier: card.identifier,
        title: card.title,
        url: urls.topic(topicKey),
        muteUrl: urls.mute(topicKey),
        pillar: card.primaryPillar,
        opened: changes.some(({ field, after }) => field === 'statedStatus' && after === 'open'),
        deadlineAt: card.nextDeadlineAt,
        why: [],
        changes: changesInWords(changes, person.language),
      },
    ];
  });
  const steps = group.flatMap(({ changes }) => changes);
  const document = buildAlert({
    language: person.language,
    association,
    at: deps.clock.now(),
    readAt: steps.reduce((last, { at }) => (at > last ? at : last), ''),
    topics,
    urls,
  });
  const [only] = group.length === 1 ? group : [];
  const period = String(lastOf(steps));
  return { period, reason: only?.topicKey ?? 'group', document };
}

const lastOf = (changes: readonly RecordedChange[]): number => Math.max(...changes.map(({ id }) => id));
