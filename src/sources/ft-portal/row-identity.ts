import type { TopicKey, TopicKind } from '../../domain/topic.ts';
import type { NamedTopic } from '../reading.ts';
import { keyOf } from './identity.ts';
import { fieldValues } from './payload.ts';
import { SEARCH_KINDS } from './query.ts';
import type { RawRow } from './search.ts';

/** The key of a row of a kind and the name by which the search finds it again; null where it has no key. */
export function rowIdentity({ reference, metadata }: RawRow, kind: TopicKind): { key: TopicKey; name: string } | null {
  const identifier = fieldValues(metadata.identifier)[0]?.trim() ?? '';
  if (kind === 'topic' && identifier === '') return null;
  const key = keyOf({ kind, identifier, reference });
  return { key, name: fieldValues(metadata[SEARCH_KINDS[kind].keyField])[0] ?? numberOf(key) ?? key };
}

/**
 * The values of the key field under which the search may know a stored topic. The contract takes the head of a reference for
 * the call's own number (PORTAL-CONTRACT §2.7); in the rows of August 2026 the two often differ, so both are asked for.
 */
export function namesOf(kind: TopicKind, { key, identifier, callIdentifier, url }: NamedTopic): string[] {
  if (kind === 'topic') return [identifier];
  const own = kind === 'cascade' ? /\d+$/.exec(url ?? '')?.[0] : callIdentifier;
  return [...new Set([own, numberOf(key)])].filter((name) => name !== undefined && name !== null);
}

/** `15342COMPETITIVE_CALLen` → `15342`. */
const numberOf = (reference: string): string | undefined => /^\d+/.exec(reference)?.[0];
