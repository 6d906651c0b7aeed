import type { Change, ChangeField } from './change.ts';
import { sha256 } from './desk/board/hash-chain.ts';
import type { OpinionState } from './desk/dossier/state.ts';
import type { BodyId, DossierId } from './desk/people/person.ts';
import type { Pillar } from './pillar.ts';
import type { Day, Instant, TopicKey } from './topic.ts';

/** Events that a partner's server can ask for. */
export const WEBHOOK_EVENTS = ['topic.listed', 'topic.changed', 'dossier.decided', 'interest.requested'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** How a delivery ended: taken, after too many tries, or because the endpoint is no more. */
export const DELIVERY_ENDS = ['delivered', 'given-up', 'stopped'] as const;
export type DeliveryEnd = (typeof DELIVERY_ENDS)[number];

/** Something to be told, as it is written beside what it tells of. */
export interface NewWebhookEvent {
  messageId: string;
  type: WebhookEvent;
  /** Only these partners are told; null = every partner. */
  partners: BodyId[] | null;
  at: Instant;
  data: Record<string, unknown>;
}

/** Named after its cause: the same cause, written twice, is one event. */
const messageId = (...cause: readonly (string | number)[]): string => `msg_${sha256(cause.join('\n')).slice(0, 40)}`;

/** A call came onto *Da valutare*. */
export const topicListed = (
  topic: TopicKey,
  at: Instant,
  {
    primaryPillar,
    relevance,
    nextDeadlineAt,
  }: { primaryPillar: Pillar | null; relevance: number; nextDeadlineAt: Instant | null },
): NewWebhookEvent => ({
  messageId: messageId('topic.listed', topic),
  type: 'topic.listed',
  partners: null,
  at,
  data: { topic, primaryPillar, cityRelevance: relevance, nextDeadlineAt },
});

/** A call moved materially: one event a reading, however many fields; texts are named, the API has them. */
export function topicChanged(
  topic: { key: TopicKey; identifier: string; title: string },
  { at, scanId }: { at: Instant; scanId: number | null },
  changes: readonly Change[],
): NewWebhookEvent[] {
  const material = changes.filter((change) => change.material);
  if (material.length === 0) return [];
  const told = material.map(({ field, before, after }) =>
    isShort(field, before, after) ? { field, before, after } : { field },
  );
  return [
    {
      messageId: messageId('topic.changed', topic.key, scanId ?? at),
      type: 'topic.changed',
      partners: null,
      at,
      data: { topic: topic.key, identifier: topic.identifier, title: topic.title, changes: told },
    },
  ];
}

/** Payloads stay small (Standard Webhooks: under 20 kB), whatever a portal publishes. */
const isShort = (field: ChangeField, before: unknown, after: unknown): boolean =>
  field !== 'text' && JSON.stringify([before, after]).length <= 1_000;

export interface ToldDossier {
  id: DossierId;
  topicKey: TopicKey | null;
  /** The bodies that have a part in it. */
  bodies: readonly BodyId[];
}

/**
 * The opinion on a dossier, for the bodies that have a part in it and for nobody else. What it rests on, scores, names and
 * who else is interested, stays at the desk.
 */
export const dossierDecided = (
  { id, topicKey, bodies }: ToldDossier,
  opinion: { id: string; kind: OpinionState },
  at: Instant,
): NewWebhookEvent => ({
  messageId: messageId('dossier.decided', opinion.id),
  type: 'dossier.decided',
  partners: [...bodies],
  at,
  data: { dossier: id, topic: topicKey, opinion: opinion.kind },
});

/**
 * Partners are asked who is interested. On a public call that is every partner; a matter that no catalogue holds is known
 * to the bodies in it alone, and its name is not told at all.
 */
export const interestRequested = (
  { id, topicKey, bodies }: ToldDossier,
  { version, closesOn, at }: { version: number; closesOn: Day | null; at: Instant },
): NewWebhookEvent => ({
  messageId: messageId('interest.requested', id, version),
  type: 'interest.requested',
  partners: topicKey === null ? [...bodies] : null,
  at,
  data: { dossier: id, topic: topicKey, closesOn },
});
