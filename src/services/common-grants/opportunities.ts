import { storeBehind } from '../../../db/gathering.ts';
import { findKeysByModification, readAllNames } from '../../../db/repositories/catalogue.ts';
import { readSections, readTopics, type StoredTopic } from '../../../db/repositories/topics-read.ts';
import { notFound } from '../../domain/errors.ts';
import { nextDeadline, submissionStatus } from '../../domain/submission-status.ts';
import type { Instant, Section, TopicKey } from '../../domain/topic.ts';
import type { Page } from '../../domain/topic-card.ts';
import { type Opportunity, toOpportunity } from '../../feeds/common-grants/opportunity.ts';
import type { OpportunityFacts } from '../../feeds/common-grants/opportunity-facts.ts';
import { opportunityId } from '../../feeds/common-grants/opportunity-id.ts';
import type { Deps } from '../deps.ts';
import { toPage, toSlice } from '../paging.ts';

/** A mirror wants to know what a call is about; the whole text stands on its page. */
const DESCRIPTION_CHARS = 5_000;
/** Sections of a call's text that say what it is for; conditions are none. */
const DESCRIBING: readonly Section['kind'][] = ['challenge', 'outcome', 'scope', 'objective', 'impact', 'description'];

/** Every topic as CommonGrants tells it, the last modified first. */
export async function listOpportunities({
  deps,
  input,
}: {
  deps: Deps;
  input: { page: number; pageSize: number; baseUrl: string };
}): Promise<Page<Opportunity>> {
  const { keys, total } = await findKeysByModification(deps.db, toSlice(input));
  return toPage(await readOpportunities(deps, keys, input.baseUrl), total, input);
}

/** One opportunity by its UUID; that of a former name of the topic is known too. */
export async function getOpportunity({
  deps,
  input,
}: {
  deps: Deps;
  input: { id: string; baseUrl: string };
}): Promise<Opportunity> {
  const key = await findKeyById(deps, input.id.toLowerCase());
  const [found] = key === undefined ? [] : await readOpportunities(deps, [key], input.baseUrl);
  if (found === undefined) throw notFound('Opportunity', input.id);
  return found;
}

/** Opportunities with their descriptions, in the order asked for. */
export async function readOpportunities(
  deps: Deps,
  keys: readonly TopicKey[],
  baseUrl: string,
): Promise<Opportunity[]> {
  const [sections, stored] = await Promise.all([readSections(deps.db, keys), readTopics(deps.db, keys)]);
  return stored.map((one) => {
    const description = describe(sections.get(one.topic.key) ?? []);
    return toOpportunity(toFacts(one, deps.clock.now()), description, baseUrl);
  });
}

export function toFacts({ topic, score }: StoredTopic, asOf: Instant): OpportunityFacts {
  const status = submissionStatus(topic, asOf);
  return {
    ...topic,
    status,
    nextDeadlineAt: status === 'closed' ? null : (nextDeadline(topic.rounds, asOf)?.at ?? null),
    cityRelevance: score?.cityRelevance ?? null,
    primaryPillar: score?.primaryPillar ?? null,
    pillars: score?.pillars ?? null,
  };
}

function describe(sections: readonly Section[]): string {
  const text = sections
    .filter(({ kind }) => DESCRIBING.includes(kind))
    .map(({ heading, text: own }) => (heading === '' ? own : `${heading}\n${own}`))
    .join('\n\n');
  return text.length > DESCRIPTION_CHARS ? `${text.slice(0, DESCRIPTION_CHARS - 1)}…` : text;
}

const known = new WeakMap<Deps['db'], Map<string, TopicKey>>();

/** A UUID cannot be read backwards: all names are hashed once, and again when somebody asks for one that is not there. */
async function findKeyById({ db }: Deps, id: string): Promise<TopicKey | undefined> {
  const store = storeBehind(db);
  const found = known.get(store)?.get(id);
  if (found !== undefined && (await readTopics(db, [found])).length > 0) return found;
  const names = await readAllNames(db);
  const ids = new Map(names.map(({ name, key }) => [opportunityId(name), key]));
  known.set(store, ids);
  return ids.get(id);
}
