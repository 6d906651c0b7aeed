import { readEvidence } from '../../../db/repositories/scores.ts';
import { findKeys, findKeysInAnyCase, readAliases, readSections } from '../../../db/repositories/topics-read.ts';
import { Failure, notFound } from '../../domain/errors.ts';
import type { Language } from '../../domain/labels/localised.ts';
import type { Instant, TopicKey } from '../../domain/topic.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { ruleCards, rulesAt } from '../matching/at-day.ts';
import { partnersOf } from '../matching/partners-of-topic.ts';
import { readCards } from './topic-cards.ts';

/** Either the topic, or the key under which it is to be asked for (an alias answers 301). */
export type FoundTopic = { topic: TopicDetail } | { movedTo: TopicKey };

/** One topic in full, by key. Throws `not-found`; an identifier that several cascade calls share names them. */
export async function getTopic({
  deps,
  input,
}: {
  deps: Deps;
  input: { identifier: string; asOf?: Instant; lang?: Language };
}): Promise<FoundTopic> {
  const found = await findKey(deps, input.identifier);
  if (found !== input.identifier) return { movedTo: found };
  return { topic: await readDetail(deps, found, input.asOf ?? deps.clock.now(), input.lang ?? 'it') };
}

/** The key that a name stands for; in small letters too, as codes are often typed. */
export async function findKey(deps: Deps, name: string): Promise<TopicKey> {
  const { exact, others: spelt } = await findKeys(deps.db, name);
  if (exact !== null) return exact;
  const others = spelt.length > 0 ? spelt : await findKeysInAnyCase(deps.db, name);
  const [only, ...more] = others;
  if (only === undefined) throw notFound('Topic', name);
  if (more.length === 0) return only;
  throw new Failure(
    'not-found',
    `«${name}» is shared by ${others.length} calls; ask for one of them by its reference: ${others.join(', ')}.`,
    {
      candidates: others,
    },
  );
}

async function readDetail(deps: Deps, key: TopicKey, asOf: Instant, language: Language): Promise<TopicDetail> {
  const [[read], texts, evidence, aliases] = await Promise.all([
    readCards(deps, [key], asOf),
    readSections(deps.db, [key]),
    readEvidence(deps.db, [key]),
    readAliases(deps.db, key),
  ]);
  if (read === undefined) throw notFound('Topic', key);
  const sections = texts.get(key) ?? [];
  return {
    ...read.card,
    keywords: read.stored.topic.keywords,
    sections: sections.map(({ heading, html, text }) => ({ heading, html, text })),
    evidence: evidence.get(key) ?? [],
    eligibility: ruleCards(rulesAt(deps, read.standing, asOf), language),
    partners: partnersOf(deps, read.stored.topic, sections),
    aliases,
  };
}
