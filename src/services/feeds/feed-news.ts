import { findNews, type NewsRow, readMaterialChanges } from '../../../db/repositories/change-feed.ts';
import { readTopics } from '../../../db/repositories/topics-read.ts';
import type { RecordedChange } from '../../domain/change.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import type { Pillar } from '../../domain/pillar.ts';
import { nextDeadline } from '../../domain/submission-status.ts';
import type { Instant, Topic } from '../../domain/topic.ts';
import { changeSummary, dateText } from '../../feeds/change-summary.ts';
import { feedId } from '../../feeds/feed-id.ts';
import { type AtomEntry, renderAtom } from '../../feeds/render-atom.ts';
import { FEED_WORDS } from '../../feeds/words.ts';
import type { Deps } from '../deps.ts';
import type { FeedInput } from './feed-calendar.ts';

const ENTRIES = 100;
/** What an empty feed says of its age: readers want an instant, and now would make it new every time. */
const NEVER: Instant = '1970-01-01T00:00:00Z';

/** Atom of new, changed and withdrawn topics, of one working group or of the whole catalogue. */
export async function newsFeed(deps: Deps, pillar: Pillar | undefined, input: FeedInput): Promise<string> {
  const { minRelevance } = deps.profile.shortlist;
  const news = await findNews(deps.db, { pillar, minRelevance }, ENTRIES);
  const entries = await toEntries(deps, news, input);
  const words = FEED_WORDS[input.lang];
  const label = pillar === undefined ? null : PILLAR_LABELS[pillar][input.lang];
  const path = pillar === undefined ? '/feeds/changes.atom' : `/feeds/pillars/${pillar}.atom`;
  return renderAtom({
    id: feedId(deps.profile.id, path, input.lang),
    self: `${input.baseUrl}${path}?lang=${input.lang}`,
    title: `Bandolo · ${label === null ? words.news : words.newsOf(label)}`,
    subtitle: words.newsNote,
    link: `${input.baseUrl}${pillar === undefined ? '/bandi' : `/da-valutare?pillar=${pillar}`}`,
    language: input.lang,
    author: deps.profile.association[input.lang],
    updatedAt: entries[0]?.updatedAt ?? NEVER,
    entries,
  });
}

async function toEntries(deps: Deps, news: readonly NewsRow[], input: FeedInput): Promise<AtomEntry[]> {
  const keys = [...new Set(news.map(({ key }) => key))];
  const stored = new Map((await readTopics(deps.db, keys)).map((one) => [one.topic.key, one]));
  const changes = await readMaterialChanges(deps.db, keys);
  return news.flatMap((row) => {
    const one = stored.get(row.key);
    if (one === undefined) return [];
    const own = changes.filter((change) => change.topicKey === row.key && change.at === row.at);
    const pillar = one.score?.primaryPillar ?? null;
    return [toEntry(one.topic, row, own, pillar, input)];
  });
}

/** The same news is the same entry for ever, in whatever language it is read. */
function toEntry(
  topic: Topic,
  { kind, key, at }: NewsRow,
  changes: readonly RecordedChange[],
  pillar: Pillar | null,
  input: FeedInput,
): AtomEntry {
  const words = FEED_WORDS[input.lang];
  const title = { new: words.fresh, changed: words.changed, withdrawn: words.withdrawn }[kind];
  return {
    id: feedId(kind, key, at),
    title: `${title}: ${topic.identifier} · ${topic.title}`,
    link: `${input.baseUrl}/bandi/${encodeURIComponent(key)}`,
    publishedAt: at,
    updatedAt: at,
    summary: summaryOf(kind, topic, at, changes, input),
    categories: [kind, ...(pillar === null ? [] : [pillar])],
  };
}

function summaryOf(
  kind: NewsRow['kind'],
  topic: Topic,
  at: Instant,
  changes: readonly RecordedChange[],
  { lang }: FeedInput,
): string {
  const words = FEED_WORDS[lang];
  if (kind === 'withdrawn') return `${topic.title}\n${words.withdrawnNote}`;
  if (kind === 'changed') return changeSummary(changes, words, lang);
  // As of its own day, so that an entry reads the same tomorrow.
  const next = nextDeadline(topic.rounds, at);
  return next === null ? topic.title : `${topic.title}\n${words.due(dateText(next.at, lang))}`;
}
