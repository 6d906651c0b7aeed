import type { Hono } from 'hono';
import { hc } from 'hono/client';
import type { ApiScope } from './domain/api-scope.ts';
import type { Page, TopicCard, TopicDetail } from './domain/topic-card.ts';
import type { ScanCard, ScanPage } from './services/collect/list-scans.ts';
import type { PartnerMatch } from './services/matching/partner-matches.ts';
import type { ShortlistEntry, ShortlistQuery } from './services/matching/shortlist.ts';
import type { EvaluationCard } from './services/partner-desk/own-evaluations.ts';
import type { InterestCard, InterestInput } from './services/partner-desk/own-interests.ts';
import type { ChangePage } from './services/topics/change-feed.ts';
import type { ChangeCard } from './services/topics/list-changes.ts';
import type { PartnerCard } from './services/topics/list-partners.ts';
import type { PillarCard } from './services/topics/list-pillars.ts';
import type { ListTopicsInput, TopicPage } from './services/topics/list-topics.ts';
import type { WalkPage } from './services/walk.ts';

export type {
  ApiScope,
  ChangeCard,
  ChangePage,
  EvaluationCard,
  InterestCard,
  InterestInput,
  Page,
  PartnerCard,
  PartnerMatch,
  PillarCard,
  ScanCard,
  ScanPage,
  ShortlistEntry,
  TopicCard,
  TopicDetail,
  TopicPage,
  WalkPage,
};

/** RFC 9457, as every refusal of the API is. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  errors?: { parameter: string; message: string }[];
}

/** Whose key was shown, and what it may do. */
export interface KeyOwner {
  partner: PartnerCard;
  key: { prefix: string; scopes: ApiScope[] };
}

/** Values travel as text; numbers are written for you. */
type Asked<Name extends PropertyKey> = { [Key in Name]?: string | number };
type Paging = 'page' | 'pageSize' | 'fields';

type Get<Input extends object, Output> = {
  $get:
    | { input: Input; output: Output; outputFormat: 'json'; status: 200 }
    | { input: Input; output: Problem; outputFormat: 'json'; status: 400 | 401 | 403 | 404 | 429 | 500 };
};
type Refused = { output: Problem; outputFormat: 'json'; status: 400 | 401 | 403 | 404 | 409 | 429 | 500 };
type Post<Input extends object, Output> = {
  $post: { input: Input; output: Output; outputFormat: 'json'; status: 200 } | ({ input: Input } & Refused);
};
type Delete<Input extends object> = {
  $delete: { input: Input; output: null; outputFormat: 'body'; status: 204 } | ({ input: Input } & Refused);
};
type List<Name extends PropertyKey, Item, Cursor extends number | string> = Get<
  { query?: Asked<Name | 'after' | Paging> },
  WalkPage<Item, Cursor>
>;
type ListOf<Param extends string, Name extends PropertyKey, Item, Cursor extends number | string> = Get<
  { param: Record<Param, string>; query?: Asked<Name | 'after' | Paging> },
  WalkPage<Item, Cursor>
>;

/**
 * The routes as types. They are written down rather than inferred: our lists are registered by one function from one
 * description, so that hono infers nothing of them, and 150 inferred routes cost the compiler 12 s (STACK §1). The items
 * are the services' own types; tests/api/keys-client.test.ts holds the paths against the OpenAPI document.
 */
export type BandoloApi = Hono<
  object,
  {
    '/api/v1/topics': Get<{ query?: Asked<keyof ListTopicsInput | Paging> }, TopicPage>;
    '/api/v1/topics/:identifier': Get<{ param: { identifier: string }; query?: Asked<'asOf' | 'lang'> }, TopicDetail>;
    '/api/v1/topics/:identifier/changes': ListOf<'identifier', 'since' | 'material', ChangeCard, number>;
    '/api/v1/shortlist': List<keyof ShortlistQuery, ShortlistEntry, number>;
    '/api/v1/changes': Get<{ query?: Asked<'since' | 'material' | 'after' | Paging> }, ChangePage>;
    '/api/v1/partners': List<'pillar', PartnerCard, string>;
    '/api/v1/partners/:pic/matches': ListOf<'pic', 'status' | 'asOf', PartnerMatch, number>;
    '/api/v1/pillars': Get<{ query?: Asked<Paging> }, Page<PillarCard>>;
    '/api/v1/scans': Get<{ query?: Asked<'source' | 'after' | Paging> }, ScanPage>;
    '/api/v1/me': Get<object, KeyOwner>;
    '/api/v1/interests': List<never, InterestCard, string> & Post<{ json: InterestInput }, InterestCard>;
    '/api/v1/interests/:id': Delete<{ param: { id: string } }>;
    '/api/v1/evaluations': List<never, EvaluationCard, string>;
  },
  '/'
>;

export interface ClientOptions {
  /** A partner's key, `bdl_…`; without one the API is read as the public reads it. */
  key?: string;
  /** Another way to fetch, e.g. `app.request` in tests. */
  fetch?: typeof fetch;
}

/** A typed client: `createClient('https://bandolo.example', { key }).api.v1.topics.$get({ query: { status: 'open' } })`. */
export function createClient(baseUrl: string, { key, fetch: ownFetch }: ClientOptions = {}) {
  return hc<BandoloApi>(baseUrl, {
    ...(ownFetch === undefined ? {} : { fetch: ownFetch }),
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
  });
}

export type BandoloClient = ReturnType<typeof createClient>;

/** One page of a walk, or its refusal, as the client answers. */
type Answer<Item> = { ok: true; json(): Promise<WalkPage<Item, number | string>> } | ({ ok: false } & RefusedAnswer);
type RefusedAnswer = { status: number; headers: Headers; json(): Promise<Problem> };

/** A page of a walk was refused; what the walk gave before holds. */
export class WalkRefused extends Error {
  constructor(readonly answer: RefusedAnswer) {
    super(`The walk was refused with ${answer.status}.`);
  }
}

/**
 * Every entry of a list, whatever its length: what is in it all the while comes exactly once, however it is ranked anew
 * meanwhile. `for await (const match of walk((after) => api.v1.partners[':pic'].matches.$get({ param, query: { after } })))`
 */
export async function* walk<Item>(ask: (after: number | string) => Promise<Answer<Item>>): AsyncGenerator<Item> {
  for (let after: number | string | undefined = 0; after !== undefined; ) {
    const answer: Answer<Item> = await ask(after);
    if (!answer.ok) throw new WalkRefused(answer);
    const { items, total, next } = await answer.json();
    yield* items;
    // `total` is what was left where a list counts so; where it counts all, an empty page ends the walk.
    after = items.length === 0 || items.length >= total ? undefined : next;
  }
}
