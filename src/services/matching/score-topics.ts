import { type ScoreRow, staleScoreKeys, writeScores } from '../../../db/repositories/scores.ts';
import { readSections, readTopics } from '../../../db/repositories/topics-read.ts';
import type { Section } from '../../domain/topic.ts';
import type { FreshTopic } from '../../ingest/fresh-topic.ts';
import type { Deps } from '../deps.ts';
import { type ScoredTopic, toScorable } from './scorable.ts';

export interface ScoreCounts extends Record<string, number> {
  scored: number;
}

/** Small enough that a request waits some 30 ms at most while a rescore runs. */
const CHUNK = 20;

export interface ScoreInput {
  /** Scores each topic anew. */
  all?: boolean;
  /** Leaves closed topics for later: a first start shows its shortlist before the archive is scored. */
  liveOnly?: boolean;
}

/**
 * Scores every topic whose score is missing, of another version or of an older text. Linear, a chunk at a time, giving
 * way to requests in between; a run that is cut off goes on where it stopped.
 */
export async function scoreTopics({ deps, input = {} }: { deps: Deps; input?: ScoreInput }): Promise<ScoreCounts> {
  const { db, scorer, clock } = deps;
  const version = scoreVersion(deps);
  const stale = await staleScoreKeys(
    db,
    input.all === true ? '' : version,
    input.liveOnly === true ? clock.now() : undefined,
  );
  let from = 0;
  for (; from < stale.length && deps.budget?.isUsed() !== true; from += CHUNK) {
    const keys = stale.slice(from, from + CHUNK);
    const sections = await readSections(db, keys);
    const topics = await readTopics(db, keys);
    const rows = topics.map(({ topic, scoredHash }) =>
      scoreRow(scorer, topic, sections.get(topic.key) ?? [], scoredHash, version),
    );
    await writeScores(db, rows, clock.now());
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { scored: Math.min(from, stale.length) };
}

/** Scores topics that were just written, from what was written; returns how many. */
export async function scoreFresh({ deps, input }: { deps: Deps; input: readonly FreshTopic[] }): Promise<number> {
  const version = scoreVersion(deps);
  const rows = input.map(({ row, rounds, sections }) =>
    scoreRow(deps.scorer, { ...row, rounds }, sections, row.scoredHash, version),
  );
  await writeScores(deps.db, rows, deps.clock.now());
  await new Promise((resolve) => setImmediate(resolve));
  return rows.length;
}

/** Scores depend on the profile too: another city, or another version of it, makes them stale. */
export const scoreVersion = ({ scorer, profile }: Pick<Deps, 'scorer' | 'profile'>): string =>
  `${scorer.version}/${profile.id}@${profile.version}`;

/** How many topics wait for a score. */
export async function countStaleScores(deps: Pick<Deps, 'db' | 'scorer' | 'profile'>): Promise<number> {
  return (await staleScoreKeys(deps.db, scoreVersion(deps))).length;
}

function scoreRow(
  scorer: Deps['scorer'],
  topic: ScoredTopic,
  sections: readonly Section[],
  inputHash: string,
  version: string,
): ScoreRow {
  const scorable = toScorable(topic, sections);
  const partners = scorer.scorePartners(scorable).filter((match) => match.score > 0);
  return {
    topicKey: topic.key,
    score: { ...scorer.scoreTopic(scorable), version },
    partners: Object.fromEntries(partners.map(({ partnerId, score }) => [partnerId, score])),
    inputHash,
  };
}
