import { storeBehind } from '../../../db/gathering.ts';
import { readEvidence } from '../../../db/repositories/scores.ts';
import { readSections, readTopics, type StoredTopic } from '../../../db/repositories/topics-read.ts';
import { distinctPhrases } from '../../domain/distinct-phrases.ts';
import type { RuleResult } from '../../domain/eligibility.ts';
import type { CityRole, Partner } from '../../domain/partner.ts';
import type { Evidence } from '../../domain/scoring.ts';
import type { Round, Section, TopicKey } from '../../domain/topic.ts';
import type { DatedTopic } from '../../scoring/eligibility/at-instant.ts';
import { lastingEligibility } from '../../scoring/eligibility/check-eligibility.ts';
import { isWithin } from '../../scoring/lead-time.ts';
import { offeredRoles, type RoleOffer } from '../../scoring/roles.ts';
import type { Deps } from '../deps.ts';
import { toScorable } from './scorable.ts';

/** What a topic means to the city whatever the day: derived from its text, kept in memory until the topic changes. */
export interface Standing {
  /** The rules that hold whatever the day. */
  lasting: readonly RuleResult[];
  /** The roles that the topic has room for, with the deadlines that they need. */
  offer: Omit<RoleOffer & DatedTopic, 'rounds'> & { rounds: readonly Round[] };
  /** Those of them that no lasting rule bars, best first. */
  rolesLeft: readonly CityRole[];
  /** The phrases that speak most for it, for lists. */
  reasons: Evidence[];
}

/** A topic at one state of its text, dates and score. */
export interface StandingRef {
  key: TopicKey;
  hash: string;
  changedAt: string | null;
  version: string | null;
}

const REASONS_SHOWN = 5;
const CHUNK = 500;
const REMEMBERED = 50_000;
const memory = new WeakMap<Deps['db'], Map<string, Standing>>();

/** The standing of each topic, by key; texts are read only for those not judged before. */
export async function readStandings(deps: Deps, refs: readonly StandingRef[]): Promise<Map<TopicKey, Standing>> {
  const store = storeBehind(deps.db);
  const known = memory.get(store) ?? new Map<string, Standing>();
  memory.set(store, known);
  const unknown = refs.filter((ref) => !known.has(memoryKey(ref)));
  if (known.size + unknown.length > REMEMBERED) known.clear();
  for (let at = 0; at < unknown.length; at += CHUNK) await judgeAll(deps, unknown.slice(at, at + CHUNK), known);
  const found = new Map<TopicKey, Standing>();
  for (const ref of refs) {
    const standing = known.get(memoryKey(ref));
    if (standing !== undefined) found.set(ref.key, standing);
  }
  return found;
}

export const refOf = ({ topic, scoredHash, score }: StoredTopic): StandingRef => ({
  key: topic.key,
  hash: scoredHash,
  changedAt: topic.lastChangedAt,
  version: score?.version ?? null,
});

const memoryKey = ({ key, hash, changedAt, version }: StandingRef): string =>
  `${key}\n${hash}\n${changedAt ?? ''}\n${version ?? ''}`;

async function judgeAll(deps: Deps, refs: readonly StandingRef[], known: Map<string, Standing>): Promise<void> {
  const keys = refs.map((ref) => ref.key);
  const [stored, sections, evidence] = await Promise.all([
    readTopics(deps.db, keys),
    readSections(deps.db, keys),
    readEvidence(deps.db, keys),
  ]);
  for (const one of stored) {
    const { key } = one.topic;
    known.set(memoryKey(refOf(one)), judge(deps, one, sections.get(key) ?? [], evidence.get(key) ?? []));
  }
}

function judge(
  { profile }: Deps,
  one: StoredTopic,
  sections: readonly Section[],
  evidence: readonly Evidence[],
): Standing {
  const { rounds, typesOfAction } = one.topic;
  const topic = { ...toScorable(one.topic, sections), kind: one.topic.kind, rounds };
  const city = municipalityOf(profile);
  const lasting = lastingEligibility(topic, city, profile);
  const roles = offeredRoles(topic, city);
  return {
    lasting,
    offer: { roles, typesOfAction, rounds },
    rolesLeft: roles.filter((role) => !lasting.some((rule) => bars(rule, role))),
    reasons: strongest(evidence, one),
  };
}

const bars = ({ result, limitsTo }: RuleResult, role: CityRole): boolean =>
  result === 'no' && (limitsTo === undefined || !isWithin(role, limitsTo));

/** The partner that is the municipality itself; the profile's parser has checked that there is one. */
export function municipalityOf({ partners, municipality }: Deps['profile']): Partner {
  const city = partners.find((partner) => partner.id === municipality);
  if (city === undefined) throw new Error(`the profile's municipality «${municipality}» is none of its partners`);
  return city;
}

/** Phrases found in the text before structural features, the weightier first, none that only repeats another. */
function strongest(evidence: readonly Evidence[], { score }: StoredTopic): Evidence[] {
  const speaking = evidence
    .filter((item) => item.weight > 0 && item.field !== 'bias')
    .filter((item) => item.target === 'city' || item.target === score?.primaryPillar)
    .sort((a, b) => Number(a.start === null) - Number(b.start === null) || b.weight - a.weight);
  return distinctPhrases(speaking, REASONS_SHOWN);
}
