import { namespaceOf, nameUuid } from './name-uuid.ts';

const FEEDS = namespaceOf('https://bandolo.example/feeds');

/** A permanent name for a feed or an entry (RFC 4287 §4.2.6): it outlives a move to another address. */
export const feedId = (...parts: readonly string[]): string => `urn:uuid:${nameUuid(FEEDS, parts.join('\n'))}`;
