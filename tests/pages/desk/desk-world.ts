import { people, roleGrants, sessions } from '../../../db/schema/index.ts';
import type { NodeStore } from '../../../db/store.node.ts';
import { createApp } from '../../../src/app.ts';
import type { Role } from '../../../src/domain/desk/people/person.ts';
import { csrfOf, hashToken } from '../../../src/services/access/tokens.ts';
import type { Deps } from '../../../src/services/deps.ts';
import { scoreTopics } from '../../../src/services/matching/score-topics.ts';
import { depsOf } from '../../support/deps.ts';
import { emptyStore, seed } from '../../support/store.ts';
import { aRound, aSection, aTopic } from '../../support/topics.ts';
import { readAsset } from '../world.ts';

type Hat = readonly [role: Role, scope?: string];

/** The people of a small association, by what they are called in these tests. */
export const CAST = {
  anna: { name: 'Anna Segreti', body: null, hats: [['secretariat']] },
  carlo: { name: 'Carlo Coordina', body: 'comune-di-milano', hats: [['group-coordinator', 'mobility']] },
  rita: { name: 'Rita Legge', body: 'politecnico-di-milano', hats: [['group-member', 'mobility']] },
  ugo: { name: 'Ugo Studia', body: 'atm', hats: [['group-member', 'mobility']] },
  zoe: { name: 'Zoe Riserva', body: null, hats: [['group-member', 'mobility']] },
  pina: { name: 'Pina Partner', body: 'politecnico-di-milano', hats: [['partner', 'politecnico-di-milano']] },
  dario: { name: 'Dario Direzione', body: 'comune-di-milano', hats: [['directorate', 'Mobilità']] },
  bea: { name: 'Bea Consiglio', body: 'comune-di-milano', hats: [['board']] },
  ivo: { name: 'Ivo Consiglio', body: null, hats: [['board']] },
  paola: { name: 'Paola Presidente', body: null, hats: [['president']] },
  sergio: { name: 'Sergio Segretario', body: null, hats: [['secretary']] },
  ada: { name: 'Ada Amministra', body: null, hats: [['administrator']] },
  leo: { name: 'Leo Lettore', body: null, hats: [['viewer']] },
} as const satisfies Record<string, { name: string; body: string | null; hats: readonly Hat[] }>;
export type Player = keyof typeof CAST;

const LONG_AGO = '2026-01-01T00:00:00Z';
const FAR = '2099-01-01T00:00:00Z';

export const tokenOf = (player: Player): string => `token-of-${player}`;

/** Everybody above, each signed in with a browser of their own. */
export async function seatCast(store: NodeStore): Promise<void> {
  for (const [id, { name, body, hats }] of Object.entries(CAST)) {
    await store.db.insert(people).values({ id, name, email: `${id}@example.org`, bodyId: body, createdAt: LONG_AGO });
    for (const [role, scope = ''] of hats as readonly Hat[])
      await store.db.insert(roleGrants).values({ personId: id, role, scope, grantedAt: LONG_AGO });
    await store.db.insert(sessions).values({
      tokenHash: hashToken(`token-of-${id}`),
      personId: id,
      method: 'link',
      createdAt: LONG_AGO,
      lastSeenAt: FAR,
      expiresAt: FAR,
    });
  }
}

/** Calls about mobility in cities, `count` of them, and cascade siblings under one parent. */
export async function deskStore(count = 3): Promise<NodeStore> {
  const store = await emptyStore();
  const calls = Array.from({ length: count }, (_, n) =>
    aTopic({
      identifier: `HORIZON-CL5-2027-D6-${String(n + 1).padStart(2, '0')}`,
      title: `Urban mobility for cities, part ${n + 1}`,
      typesOfAction: ['IA'],
      sections: [aSection('Cities test cycling in living labs and pilot sites.')],
      rounds: [aRound({ closesOn: `2027-0${4 + (n % 5)}-15` })],
    }),
  );
  const siblings = ['A1', 'B2', 'C3'].map((reference) =>
    aTopic({
      kind: 'cascade',
      identifier: 'HORIZON-EIT-2025-KIC',
      key: `CASCADE-${reference}`,
      reference: `CASCADE-${reference}`,
      title: `Open call ${reference} for urban transport pilots in cities`,
      rounds: [aRound({ closesOn: '2027-05-20' })],
    }),
  );
  await seed(store, [...calls, ...siblings]);
  await scoreTopics({ deps: depsOf(store) });
  await seatCast(store);
  return store;
}

export interface Desk {
  store: NodeStore;
  deps: Deps;
  get(player: Player | null, path: string, headers?: Record<string, string>): Promise<Answer>;
  /** The bytes of a paper. */
  file(player: Player | null, path: string): Promise<Uint8Array>;
  post(player: Player | null, path: string, form?: Form, headers?: Record<string, string>): Promise<Answer>;
}
export interface Answer {
  status: number;
  location: string | null;
  html: string;
  headers: Headers;
}
type Form = Record<string, string | readonly string[]>;

/** The whole application over such a store, and hands to work it with. */
export async function openDesk(store?: NodeStore, more: Partial<Deps> = {}): Promise<Desk> {
  const own = store ?? (await deskStore());
  const deps = depsOf(own, { secretKey: 'of a test', ...more });
  const app = createApp(deps, { readAsset });
  const cookie = (player: Player | null): Record<string, string> =>
    player === null ? {} : { cookie: `bandolo=${tokenOf(player)}` };
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await app.request(path, init);
    const { status, headers } = response;
    return { status, headers, location: headers.get('location'), html: await response.text() };
  };
  return {
    store: own,
    deps,
    get: (player, path, headers = {}) => send(path, { headers: { ...cookie(player), ...headers } }),
    file: async (player, path) =>
      new Uint8Array(await (await app.request(path, { headers: cookie(player) })).arrayBuffer()),
    post: (player, path, form = {}, headers = {}) => {
      const body = new URLSearchParams(player === null ? [] : [['csrf', csrfOf(tokenOf(player))]]);
      for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
      return send(path, {
        method: 'POST',
        body,
        headers: { ...cookie(player), 'sec-fetch-site': 'same-origin', ...headers },
      });
    },
  };
}

/** What a reader reads. */
export const textOf = (html: string): string =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|&#039;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00a0]+/g, ' ');

/** The number of a dossier from the address one is sent to. */
export const idIn = (location: string | null): string =>
  /\/(?:dossier|richieste|sedute)\/([0-9a-f]+)/.exec(location ?? '')?.[1] ?? '';

/** The version that a form on a page carries. */
export const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

/** The version of the dossier itself: the page of who looks after it has several forms. */
export const dossierVersionIn = (html: string): string =>
  /\/dati"[\s\S]*?name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
