import { conflict, invalid } from '../../errors.ts';
import type { CityRole } from '../../partner.ts';
import type { Day, Instant, TopicKey } from '../../topic.ts';
import { byText, unknownLast } from '../compare.ts';
import { groupBy } from '../group-by.ts';
import type { BodyId, PersonId } from '../people/person.ts';
import { proposedRoute, type Route } from './route.ts';

export const REQUEST_ANSWERS = ['accepted', 'declined', 'withdrawn-by-asker'] as const;
export type RequestAnswer = (typeof REQUEST_ANSWERS)[number];

/** Somebody outside asks the city to be pilot, follower, partner or to sign a letter (DOMAIN §5.7). */
export interface CityRequest {
  id: string;
  asker: { organisation: string; contact: string; email: string };
  /** The asker where it is a body we know, for derived conflicts. */
  askerBodyId: BodyId | null;
  /** Who would coordinate; null = the asker did not say. */
  leadBodyId: BodyId | null;
  /** The call as the asker named it, and as we found it. */
  topicText: string;
  topicKey: TopicKey | null;
  role: CityRole;
  shareEur: number | null;
  receivedOn: Day;
  replyBy: Day | null;
  /** Number in the city's protocol register. */
  registerNumber: string | null;
  /** The text or link of the template the asker wants signed or filled in. */
  replyTemplate: string | null;
  answer: { kind: RequestAnswer; by: PersonId; at: Instant; text: string } | null;
}

/** Requests on one topic that cannot all have what they ask. */
export interface Rivalry {
  topicKey: TopicKey;
  requests: CityRequest[];
  /** Two consortia want us inside; letters alone compete with nobody. */
  exclusive: boolean;
}

export const routeOf = (request: CityRequest): Route => proposedRoute(request.role, request.shareEur);

/** Topics that more than one asker writes about, to be read side by side. */
export function rivalRequests(requests: readonly CityRequest[]): Rivalry[] {
  const byTopic = groupBy(
    requests.filter((request) => request.topicKey !== null && request.answer?.kind !== 'withdrawn-by-asker'),
    (request) => request.topicKey,
  );
  return [...byTopic].flatMap(([topicKey, rivals]) => {
    if (topicKey === null || rivals.length < 2) return [];
    return [{ topicKey, requests: rivals.toSorted(byReplyBy), exclusive: rivals.filter(wantsUsInside).length > 1 }];
  });
}

/** Unanswered requests, the most pressing first; those without a date come last. */
export const openRequests = (requests: readonly CityRequest[]): CityRequest[] =>
  requests.filter((request) => request.answer === null).toSorted(byReplyBy);

export const isLate = (request: CityRequest, today: Day): boolean =>
  request.answer === null && request.replyBy !== null && request.replyBy < today;

/** Answers once, in words: an asker who gets no reason asks again. */
export function answerRequest(
  request: CityRequest,
  answer: { kind: RequestAnswer; by: PersonId; at: Instant; text: string },
): CityRequest {
  if (request.answer !== null)
    throw conflict(`this request was answered on ${request.answer.at}`, { answer: request.answer });
  if (answer.kind !== 'withdrawn-by-asker' && answer.text.trim() === '')
    throw invalid('an answer to an asker has a text', { field: 'text', say: 'something' });
  return { ...request, answer };
}

const wantsUsInside = (request: CityRequest): boolean => request.role !== 'supporter';

function byReplyBy(a: CityRequest, b: CityRequest): number {
  return unknownLast(a.replyBy, b.replyBy) || byText(a.receivedOn, b.receivedOn);
}
