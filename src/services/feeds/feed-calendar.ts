import { DateTime } from 'luxon';
import { z } from 'zod';
import { type CalendarFilter, countDeadlineMoves, findDatedKeys } from '../../../db/repositories/change-feed.ts';
import { rulesOut } from '../../domain/eligibility.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import type { Pillar } from '../../domain/pillar.ts';
import type { Instant, TopicKey } from '../../domain/topic.ts';
import { type DatedTopic, deadlineEvents } from '../../feeds/deadline-event.ts';
import { type CalendarHead, renderCalendar } from '../../feeds/render-calendar.ts';
import { FEED_LANGUAGES, FEED_WORDS, type FeedLanguage } from '../../feeds/words.ts';
import type { Deps } from '../deps.ts';
import { findPartner } from '../matching/partner-matches.ts';
import { findKey } from '../topics/get-topic.ts';
import { type ReadCard, readCards } from '../topics/topic-cards.ts';

export const feedQuerySchema = z.strictObject({ lang: z.enum(FEED_LANGUAGES).default('it') });

/** In what language a feed speaks, and the address that its links begin with. */
export interface FeedInput {
  lang: FeedLanguage;
  baseUrl: string;
}

/** Passed deadlines stay that long: a calendar is also a memory, but not an archive. */
const MEMORY_DAYS = 180;
/** A partner's calendar holds what fits it well; what fits loosely stands on its page. */
const PARTNER_FIT = 0.5;

/** Deadlines of the topics that wait, or waited, for one working group. */
export async function pillarCalendar(deps: Deps, pillar: Pillar, input: FeedInput): Promise<string> {
  const title = FEED_WORDS[input.lang].deadlinesOf(PILLAR_LABELS[pillar][input.lang]);
  const { minRelevance } = deps.profile.shortlist;
  return await calendarOf(deps, { pillar, minRelevance }, input, { title, path: `/da-valutare?pillar=${pillar}` });
}

/** Deadlines of everything that the association should judge. */
export async function shortlistCalendar(deps: Deps, input: FeedInput): Promise<string> {
  const words = FEED_WORDS[input.lang];
  const { minRelevance } = deps.profile.shortlist;
  return await calendarOf(deps, { minRelevance }, input, {
    title: words.deadlinesOf(words.shortlist),
    path: '/da-valutare',
  });
}

/** Deadlines of the topics that fit a partner well; `partner` is its PIC, a former PIC, or our id. */
export async function partnerCalendar(deps: Deps, partner: string, input: FeedInput): Promise<string> {
  const { id, name } = findPartner(deps, partner);
  return await calendarOf(deps, { partner: { id, minScore: PARTNER_FIT } }, input, {
    title: FEED_WORDS[input.lang].deadlinesOf(name),
    path: `/partner/${encodeURIComponent(id)}`,
  });
}

/** Every deadline of one topic, or the key under which it is to be asked for. */
export async function topicCalendar(
  deps: Deps,
  identifier: string,
  input: FeedInput,
): Promise<{ calendar: string } | { movedTo: TopicKey }> {
  const key = await findKey(deps, identifier);
  if (key !== identifier) return { movedTo: key };
  const read = await readCards(deps, [key], deps.clock.now());
  const [title = key] = read.map(({ card }) => `${card.identifier} · ${card.title}`);
  return { calendar: await render(deps, read, input, { title, path: `/bandi/${encodeURIComponent(key)}` }) };
}

interface Page {
  title: string;
  /** The page of ours that shows the same. */
  path: string;
}

async function calendarOf(
  deps: Deps,
  filter: Omit<CalendarFilter, 'since'>,
  input: FeedInput,
  page: Page,
): Promise<string> {
  const now = deps.clock.now();
  const keys = await findDatedKeys(deps.db, { ...filter, since: daysBefore(now, MEMORY_DAYS) });
  const read = await readCards(deps, keys, now);
  return await render(
    deps,
    read.filter(({ standing }) => !standing.lasting.some(rulesOut)),
    input,
    page,
  );
}

async function render(deps: Deps, read: readonly ReadCard[], input: FeedInput, page: Page): Promise<string> {
  const keys = read.map(({ stored }) => stored.topic.key);
  const moves = await countDeadlineMoves(deps.db, keys);
  const words = FEED_WORDS[input.lang];
  const events = read.flatMap((one) =>
    deadlineEvents(toDated(one, moves.get(one.stored.topic.key) ?? 0, input), words, `${deps.profile.id}.bandolo`),
  );
  const head: CalendarHead = {
    name: `Bandolo · ${page.title}`,
    description: words.calendarNote,
    url: `${input.baseUrl}${page.path}`,
    language: input.lang,
  };
  return renderCalendar(head, events);
}

function toDated({ stored }: ReadCard, deadlineMoves: number, { baseUrl }: FeedInput): DatedTopic {
  const { topic, muted } = stored;
  return {
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
    cancelled: topic.withdrawnAt !== null || muted,
  };
}

const daysBefore = (at: Instant, days: number): Instant =>
  DateTime.fromISO(at, { zone: 'utc' }).minus({ days }).toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
