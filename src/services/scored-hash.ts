import { createHash } from 'node:crypto';
import type { TopicDraft } from '../domain/topic.ts';

/** Hash of everything the scorer reads of a topic; a score with another hash is stale. */
export function scoredHash(draft: Omit<TopicDraft, 'stated' | 'aliases'>): string {
  const read = [
    draft.identifier,
    draft.title,
    draft.programme,
    draft.callIdentifier,
    draft.callTitle,
    draft.typesOfAction,
    draft.keywords,
    draft.programmeParts,
    draft.rounds.flatMap((round) => round.deadlines.map((deadline) => deadline.at)),
    draft.sections.map((section) => [section.kind, section.text]),
  ];
  return createHash('sha256').update(JSON.stringify(read)).digest('base64url').slice(0, 22);
}
