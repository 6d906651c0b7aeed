import type { RoundRow, StoredTopic, TopicRow, TopicWrite } from '../../db/repositories/topics-write.ts';
import { type Change, diffTopics } from '../domain/change.ts';
import { windowOf } from '../domain/submission-status.ts';
import type { Instant, Section, TopicDraft } from '../domain/topic.ts';
import { mergeRounds, type NumberedRound } from './merge-rounds.ts';
import { scoredHash } from './scored-hash.ts';
import { searchBody } from './search-body.ts';

export interface Reading {
  source: string;
  at: Instant;
  /** Hash of the raw documents behind the draft; null where there are none (an imported line): the next reading counts. */
  rawHash: string | null;
  /** False where a known topic is only adopted: its first reading by a source is a baseline, not news. */
  writeChanges: boolean;
  /** True where kept documents are read again: nothing was seen now, so a withdrawn topic stays withdrawn. */
  isReplay?: boolean;
}

export interface MergedTopic {
  write: TopicWrite;
  changes: Change[];
  added: boolean;
}

/** A topic as it shall stand after a reading, and what that changes. Pure; a known value is never overwritten by an empty one. */
export function mergeTopic(stored: StoredTopic | null, draft: TopicDraft, reading: Reading): MergedTopic {
  const known = stored?.row ?? null;
  const replayed = reading.isReplay === true ? known : null;
  const rounds = mergeRounds(stored?.rounds.map(toRound) ?? [], draft.rounds, reading.at);
  const sections = mergeSections(stored?.sections ?? [], draft.sections);
  const facts = mergeFacts(known, draft, reading.at);
  const changes =
    stored === null || known === null || !reading.writeChanges
      ? []
      : diffTopics({ ...known, rounds: stored.rounds, sections: stored.sections }, { ...facts, rounds, sections });
  const row: TopicWrite['row'] = {
    ...facts,
    source: reading.source,
    firstSeenAt: known?.firstSeenAt ?? reading.at,
    lastSeenAt: replayed?.lastSeenAt ?? reading.at,
    lastChangedAt: changes.some((change) => change.material) ? reading.at : (known?.lastChangedAt ?? null),
    withdrawnAt: replayed?.withdrawnAt ?? null,
    ...comeback(known, reading),
    missedScans: replayed?.missedScans ?? 0,
    rawHash: reading.rawHash,
    scoredHash: scoredHash({ ...facts, rounds, sections }),
  };
  const reindex = known === null || known.scoredHash !== row.scoredHash;
  const renamedFrom = known !== null && known.key !== draft.key ? known.key : null;
  const write: TopicWrite = {
    renamedFrom,
    row,
    rounds: rounds.map((round) => toRow(round, draft.key)),
    sections: stored !== null && JSON.stringify(stored.sections) === JSON.stringify(sections) ? null : sections,
    searchBody: reindex ? searchBody(sections) : null,
    aliases: otherNames(known, draft),
  };
  return { write, changes, added: known === null };
}

/** Seen again after it was withdrawn; a replay of what was read long ago has seen nothing. */
function comeback(known: TopicRow | null, { at, isReplay }: Reading): Pick<TopicRow, 'returns' | 'returnedAt'> {
  const { returns = 0, returnedAt = null, withdrawnAt = null } = known ?? {};
  return withdrawnAt === null || isReplay === true ? { returns, returnedAt } : { returns: returns + 1, returnedAt: at };
}

function mergeFacts(known: TopicRow | null, draft: TopicDraft, at: Instant) {
  const code = draft.stated?.code ?? known?.statedStatusCode ?? null;
  const status = draft.stated === null ? (known?.statedStatus ?? null) : draft.stated.status;
  const heardBefore = known !== null && known.statedStatusCode === code && known.statedStatus === status;
  const since = heardBefore ? known.statedSince : null;
  return {
    key: draft.key,
    kind: draft.kind,
    identifier: draft.identifier,
    reference: draft.reference ?? known?.reference ?? null,
    title: draft.titleStandsIn === true ? (known?.title ?? draft.title) : draft.title,
    programme: draft.programme ?? known?.programme ?? null,
    callIdentifier: draft.callIdentifier ?? known?.callIdentifier ?? null,
    callTitle: draft.callTitle ?? known?.callTitle ?? null,
    parentIdentifier: draft.parentIdentifier ?? known?.parentIdentifier ?? null,
    url: draft.url ?? known?.url ?? null,
    statedStatus: status,
    statedStatusCode: code,
    statedSince: since ?? (code === null && status === null ? null : at),
    typesOfAction: nonEmpty(draft.typesOfAction, known?.typesOfAction),
    keywords: nonEmpty(draft.keywords, known?.keywords),
    programmeParts: nonEmpty(draft.programmeParts, known?.programmeParts),
  };
}

const nonEmpty = (fresh: string[], known: string[] | undefined): string[] => (fresh.length > 0 ? fresh : (known ?? []));

/** A reading without the conditions (or without the description) leaves those that are known. */
function mergeSections(known: Section[], fresh: Section[]): Section[] {
  if (fresh.length === 0 || known.length === 0) return fresh.length === 0 ? known : fresh;
  const isConditions = (section: Section) => section.kind === 'conditions';
  const text = fresh.filter((section) => !isConditions(section));
  const conditions = fresh.filter(isConditions);
  return [
    ...(text.length > 0 ? text : known.filter((section) => !isConditions(section))),
    ...(conditions.length > 0 ? conditions : known.filter(isConditions)),
  ];
}

/** Every other name the authority used: what the draft lists, and the names this reading replaces. */
function otherNames(known: TopicRow | null, draft: TopicDraft): string[] {
  const former = known === null ? [] : [known.key, known.identifier];
  const names = new Set([...draft.aliases, ...former]);
  names.delete(draft.key);
  return [...names];
}

function toRound({ topicKey: _key, opensAt: _opens, closesAt: _closes, ...round }: RoundRow): NumberedRound {
  return round;
}

function toRow(round: NumberedRound, topicKey: string): RoundRow {
  return { ...round, ...windowOf(round), topicKey };
}
