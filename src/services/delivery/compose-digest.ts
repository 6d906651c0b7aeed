import type { ListedDossier } from '../../../db/repositories/desk/dossiers.ts';
import { buildDigest } from '../../digests/build-digest.ts';
import { changesInWords } from '../../digests/change-values.ts';
import type { ChangedTopic } from '../../digests/changed-item.ts';
import { DELIVERY_WORDS } from '../../digests/delivery-words.ts';
import type { FreshTopic } from '../../digests/digest-items.ts';
import { type Alert, foldChanges } from '../../digests/group-alerts.ts';
import type { MailDocument } from '../../digests/mail-document.ts';
import { WORDS } from '../../digests/words.ts';
import { daysBetween } from '../../domain/brussels.ts';
import type { RecordedChange } from '../../domain/change.ts';
import type { Localised } from '../../domain/labels/localised.ts';
import { ROLE_LABELS } from '../../domain/labels/roles.ts';
import { PILLARS } from '../../domain/pillar.ts';
import type { Instant, TopicKey } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { type Fit, fitOf, isMuted } from './follows.ts';
import { isPlainEnd } from './is-plain-end.ts';
import { type MailUrls, mailUrls } from './mail-urls.ts';
import { lastPeriod } from './period.ts';
import { hasPart, readTodos } from './read-desk.ts';
import type { News, NewsTopic } from './read-news.ts';
import type { Subscriber } from './subscribers.ts';

/** What all digests of one run share. */
export interface DigestContext {
  news: News;
  dossiers: readonly ListedDossier[];
  association: Localised;
  dataAsOf: Instant;
  /** Folded changes after each mark: most people stand at the same one. */
  folded: Map<number, Alert[]>;
}

/** The one mail of a person over all that they follow; null where there is nothing to say. */
export async function composeDigest(
  deps: Deps,
  context: DigestContext,
  person: Subscriber,
): Promise<MailDocument | null> {
  const { news, dossiers } = context;
  const { subscription, language } = person;
  if (subscription.frequency === 'off' || isMuted(person, 'kind', 'digest')) return null;
  const urls = mailUrls(deps, { personId: person.id, kind: 'digest' });
  const own = dossiers.filter((dossier) => hasPart(person, dossier));
  const fresh = freshFor(deps, news, person, urls);
  const told = new Set(fresh.map(({ url }) => url));
  return buildDigest({
    language,
    association: context.association[language],
    from: subscription.preparedAt,
    to: news.at,
    dataAsOf: context.dataAsOf,
    fresh,
    burst: news.burst.flatMap(({ id, topic }) =>
      id > subscription.arrivalMark && fitOf(person, topic, 0) !== null ? { pillar: topic.pillar } : [],
    ),
    changed: changedFor(deps, context, person, urls).filter(({ url }) => !told.has(url)),
    waiting: await readTodos(deps, person, dossiers, urls),
    expiring: own.flatMap(({ id, title, topicKey, deadlineAt, groups }) =>
      deadlineAt === null || (topicKey !== null && isMuted(person, 'topic', topicKey))
        ? []
        : [
            {
              identifier: topicKey ?? '',
              title,
              url: urls.dossier(id),
              pillar: groups[0] ?? null,
              deadlineAt,
              note: WORDS[language].advice(daysBetween(news.at, deadlineAt)),
            },
          ],
    ),
    nudge: lastPeriod('weekly', news.at).period === lastPeriod(subscription.frequency, news.at).period,
    why: DELIVERY_WORDS[language].digestWhy(subscription.frequency, followed(deps, person)),
    urls,
  });
}

function freshFor({ profile }: Deps, news: News, person: Subscriber, urls: MailUrls): FreshTopic[] {
  const nameOf = new Map(profile.partners.map(({ id, name }) => [id, name]));
  return news.arrivals.flatMap(({ id, topic }) => {
    const fit = id > person.subscription.arrivalMark ? fitOf(person, topic, 0) : null;
    return fit === null ? [] : [freshTopic(topic, fit, person, urls, nameOf)];
  });
}

function freshTopic(
  { key, card, phrases, role, pillar }: NewsTopic,
  fit: Fit,
  { language }: Subscriber,
  urls: MailUrls,
  nameOf: ReadonlyMap<string, string>,
): FreshTopic {
  const round = card.rounds.find(({ deadlines }) => deadlines.some(({ at }) => at === card.nextDeadlineAt));
  const shown =
    pillar ?? PILLARS.reduce((best, one) => ((card.pillars?.[one] ?? 0) > (card.pillars?.[best] ?? 0) ? one : best));
  return {
    identifier: card.identifier,
    title: card.title,
    url: urls.topic(key),
    muteUrl: urls.mute(key),
    pillar: shown,
    pillarScore: card.pillars?.[shown] ?? 0,
    relevance: card.cityRelevance ?? 0,
    opensOn: round?.opensOn ?? null,
    deadlineAt: card.nextDeadlineAt,
    typesOfAction: card.typesOfAction,
    budgetEur: round?.budgetEur ?? null,
    expectedGrants: round?.expectedGrants ?? null,
    phrases,
    partners: fit.partners.map((id) => nameOf.get(id) ?? id),
    search: fit.search,
    role: role === null ? null : ROLE_LABELS[role][language],
  };
}

function changedFor(
  deps: Deps,
  { news, folded }: DigestContext,
  person: Subscriber,
  urls: MailUrls,
): (ChangedTopic & { alerted: boolean })[] {
  const mark = person.subscription.changeMark;
  const alerts = folded.get(mark) ?? foldChanges(news.changes.filter(({ id }) => id > mark));
  folded.set(mark, alerts);
  return alerts
    .flatMap(({ topicKey, changes }) => {
      const topic = news.topics.get(topicKey);
      const last = Math.max(...changes.map(({ id }) => id));
      const fit = topic === undefined || isPlainEnd(topic.card, changes) ? null : fitOf(person, topic, last);
      return topic === undefined || fit === null ? [] : [{ topic, changes, fit }];
    })
    .sort((a, b) => (b.topic.card.cityRelevance ?? 0) - (a.topic.card.cityRelevance ?? 0))
    .map(({ topic, changes, fit }) => ({
      identifier: topic.card.identifier,
      title: topic.card.title,
      url: urls.topic(topic.key),
      pillar: topic.pillar,
      alerted: isAlerted(person, topic.key, news.changes),
      // Put into words when it is asked for: a mail shows fifteen of what may be hundreds.
      get why() {
        return whyChanged(deps, person, topic, fit);
      },
      get changes() {
        return changesInWords(changes, person.language);
      },
    }));
}

/** Whether alerts have told all that moved in a call, or will within the hour: what moved before one followed it was not. */
function isAlerted(person: Subscriber, key: TopicKey, changes: readonly RecordedChange[]): boolean {
  const followedAt = person.follows.get(key);
  if (followedAt === undefined || isMuted(person, 'kind', 'alert')) return false;
  const { changeMark } = person.subscription;
  return changes.every(({ id, topicKey, at }) => topicKey !== key || id <= changeMark || at >= followedAt);
}

/** Why a change concerns a person, in words. */
function whyChanged({ profile }: Deps, { language }: Subscriber, { pillar }: NewsTopic, fit: Fit): string[] {
  const words = WORDS[language];
  const names = fit.partners.map((id) => profile.partners.find((one) => one.id === id)?.name ?? id);
  return [
    ...(fit.byPillar && pillar !== null ? [words.pillar(words.pillars[pillar].name)] : []),
    ...(names.length === 0 ? [] : [words.partnerFit(names)]),
    ...(fit.search === null ? [] : [words.searchFit(fit.search)]),
    ...(fit.followed ? [words.followed] : []),
  ];
}

/** What a person follows, in words. */
function followed({ profile }: Deps, { language, subscription, searches }: Subscriber): string[] {
  const { pillars, partners } = subscription;
  const words = DELIVERY_WORDS[language];
  const all = pillars.length === PILLARS.length;
  const named = all ? [words.everything] : pillars.map((pillar) => WORDS[language].pillars[pillar].name);
  const bodies = partners.map((id) => profile.partners.find((one) => one.id === id)?.name ?? id);
  const list = [...named, ...bodies, ...searches.map(({ query }) => words.savedSearch(query))];
  return list.length === 0 ? [profile.association[language]] : list;
}
