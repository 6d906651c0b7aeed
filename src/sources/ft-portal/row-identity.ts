import type { TopicKey, TopicKind } from '../../domain/topic.ts';
import { keyOf } from './identity.ts';
import { fieldValues } from './payload.ts';
import { SEARCH_KINDS } from './query.ts';
import type { RawRow } from './search.ts';

/** The key of a row of a kind and the name by which the search finds it again; null where it has no key. */
export function rowIdentity({ reference, metadata }: RawRow, kind: TopicKind): { key: TopicKey; name: string } | null {
  const identifier = fieldValues(metadata.identifier)[0]?.trim() ?? '';
  if (kind === 'topic' && identifier === '') return null;
  const key = keyOf({ kind, identifier, reference });
  return { key, name: fieldValues(metadata[SEARCH_KINDS[kind].keyField])[0] ?? nameOf(kind, key) };
}

/** The name of a stored topic: a cascade call's number is the head of its reference. */
export function nameOf(kind: TopicKind, keyOrIdentifier: string): string {
  return kind === 'cascade' ? (/^\d+/.exec(keyOrIdentifier)?.[0] ?? keyOrIdentifier) : keyOrIdentifier;
}
