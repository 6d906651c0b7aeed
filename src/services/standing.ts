import { readEvidence } from '../../db/repositories/scores.ts';
import { readSections, readTopics, type StoredTopic } from '../../db/repositories/topics-read.ts';
import type { CityRole } from '../domain/partner.ts';
import type { Evidence } from '../domain/scoring.ts';
import type { Section, TopicKey } from '../domain/topic.ts';
import type { Deps } from './deps.ts';

/** One rule of H1–H9 and what it says of a topic. */
export interface RuleResult {
  rule: string;
  result: 'yes' | 'no' | 'unknown' | 'not-applicable';
  reason: string;
  source: string;
}

/** What a topic means to the city whatever the day: derived from its text, kept in memory until the text changes. */
export interface Standing {
  eligibility: RuleResult[];
  /** A rule says no: the topic is not listed. */
  ruledOut: boolean;
  /** The phrases that speak most for it, for lists. */
  reasons: Evidence[];
  role: CityRole | null;
  leadTimeDays: number | null;
}

const REASONS_SHOWN = 5;
const CHUNK = 200;
const REMEMBERED = 50_000;
const memory = new WeakMap<Deps['db'], Map<string, Standing>>();

/** A topic at one state of its text and score. */
export interface StandingRef {
  key: TopicKey;
  hash: string;
  version: string | null;
}

/** The standing of each topic, by key; texts are read only for those not judged before. */
export async function readStandings(deps: Deps, refs: readonly StandingRef[]): Promise<Map<TopicKey, Standing>> {
  const known = memory.get(deps.db) ?? new Map<string, Standing>();
  memory.set(deps.db, known);
  const unknown = refs.filter((ref) => !known.has(memoryKey(ref)));
  for (let at = 0; at < unknown.length; at += CHUNK) await judgeAll(deps, unknown.slice(at, at + CHUNK), known);
  return new Map(
    refs.flatMap((ref) => {
      const standing = known.get(memoryKey(ref));
      return standing === undefined ? [] : [[ref.key, standing]];
    }),
  );
}

async function judgeAll(deps: Deps, refs: readonly StandingRef[], known: Map<string, Standing>): Promise<void> {
  const keys = refs.map((ref) => ref.key);
  const stored = await readTopics(deps.db, keys);
  const sections = await readSections(deps.db, keys);
  const evidence = await readEvidence(deps.db, keys);
  if (known.size > REMEMBERED) known.clear();
  for (const one of stored) {
    const { key } = one.topic;
    known.set(memoryKey(refOf(one)), judge(deps, one, sections.get(key) ?? [], evidence.get(key) ?? []));
  }
}

export const refOf = ({ topic, scoredHash, score }: StoredTopic): StandingRef => ({
  key: topic.key,
  hash: scoredHash,
  version: score?.version ?? null,
});

function judge(_deps: Deps, one: StoredTopic, _sections: readonly Section[], evidence: readonly Evidence[]): Standing {
  return { eligibility: [], ruledOut: false, reasons: strongest(evidence, one), role: null, leadTimeDays: null };
}

/** Phrases found in the text before structural features, the weightier first, each phrase once. */
function strongest(evidence: readonly Evidence[], { score }: StoredTopic): Evidence[] {
  const wanted = evidence.filter(
    (item) => item.weight > 0 && (item.target === 'city' || item.target === score?.primaryPillar),
  );
  const seen = new Set<string>();
  return wanted
    .filter((item) => item.field !== 'bias')
    .sort((a, b) => Number(a.start === null) - Number(b.start === null) || b.weight - a.weight)
    .filter((item) => !seen.has(item.phrase.toLowerCase()) && seen.add(item.phrase.toLowerCase()))
    .slice(0, REASONS_SHOWN);
}

const memoryKey = ({ key, hash, version }: StandingRef): string => `${key}\n${hash}\n${version ?? ''}`;
