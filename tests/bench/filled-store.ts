import type { Write } from '../../db/repositories/desk/write-together.ts';
import {
  adhesions,
  arrivals,
  cityRequests,
  comments,
  dossierEvents,
  dossierGroups,
  dossierPlaces,
  dossiers,
  interests,
  notices,
  people,
  projectDeadlines,
  projects,
  reviews,
  roleGrants,
  sessions,
} from '../../db/schema/index.ts';
import type { NodeStore } from '../../db/store.node.ts';
import { DOSSIER_STATES } from '../../src/domain/desk/dossier/state.ts';
import type { Role } from '../../src/domain/desk/people/person.ts';
import { PILLARS } from '../../src/domain/pillar.ts';
import { hashToken } from '../../src/services/access/tokens.ts';
import { MILANO } from '../support/deps.ts';
import { bigStore } from './big-store.ts';

const LONG_AGO = '2026-01-01T00:00:00Z';
const FAR = '2099-01-01T00:00:00Z';

/** The people whose pages are measured, each with one hat; the others are members and partners. */
export const WHO = ['secretariat', 'board', 'president', 'secretary', 'administrator'] as const satisfies Role[];
export const tokenOf = (id: string): string => `token-of-${id}`;

/** An association in its fifth year: so many topics, dossiers in every state with their papers, and people. */
export async function filledStore(topics: number, dossierCount: number, peopleCount: number): Promise<NodeStore> {
  const store = await bigStore(topics);
  await fillWithPeople(store, peopleCount);
  await fillWithDossiers(store, dossierCount, peopleCount);
  return store;
}

const member = (n: number): string => `member-${n}`;

async function fillWithPeople({ db }: NodeStore, count: number): Promise<void> {
  const bodies = MILANO.partners.map(({ id }) => id);
  const everybody = [
    ...WHO.map((role) => ({ id: role as string, bodyId: null, role: role as Role, scope: '' })),
    ...Array.from({ length: count - WHO.length }, (_, n) => {
      const bodyId = pick(bodies, n);
      const partner = n % 3 === 0;
      const role: Role = partner ? 'partner' : n % 7 === 1 ? 'group-coordinator' : 'group-member';
      return { id: member(n), bodyId, role, scope: partner ? bodyId : pick(PILLARS, n) };
    }),
  ];
  await writeAll(db, [
    ...everybody.map(({ id, bodyId }) =>
      db.insert(people).values({ id, name: `Persona ${id}`, email: `${id}@example.org`, bodyId, createdAt: LONG_AGO }),
    ),
    ...everybody.map(({ id, role, scope }) =>
      db.insert(roleGrants).values({ personId: id, role, scope, grantedAt: LONG_AGO }),
    ),
    ...everybody.map(({ id }) =>
      db.insert(sessions).values({
        tokenHash: hashToken(tokenOf(id)),
        personId: id,
        method: 'link',
        createdAt: LONG_AGO,
        lastSeenAt: FAR,
        expiresAt: FAR,
      }),
    ),
  ]);
}

async function fillWithDossiers(store: NodeStore, count: number, peopleCount: number): Promise<void> {
  const { db } = store;
  const calls = store.sqlite
    .prepare(
      'select t.key, t.title, max(r.closes_at) as at from topics t join rounds r on r.topic_key = t.key group by t.key limit ?',
    )
    .all(count * 2) as { key: string; title: string; at: string | null }[];
  const members = Array.from({ length: peopleCount - WHO.length }, (_, n) => member(n));
  const bodies = MILANO.partners.map(({ id }) => id);
  const writes: Write[] = [];
  for (let n = 0; n < count; n += 1) {
    const call = pick(calls, n * 2);
    const id = `d${n.toString(16).padStart(15, '0')}`;
    const state = pick(DOSSIER_STATES, n);
    const readers = [1, 2, 3].map((k) => pick(members, n * 3 + k));
    writes.push(
      db.insert(dossiers).values({
        id,
        roundKey: `${call.key}#0`,
        topicKey: call.key,
        roundSeq: 0,
        family: `FAMILY-${n % 60}`,
        origin: { kind: 'ranked', topicKey: call.key, roundSeq: 0, relevance: 0.8 },
        title: call.title,
        programme: 'HORIZON',
        deadlineAt: call.at,
        state,
        role: 'follower',
        ownerId: pick(members, n),
        weightSetId: 'start',
        openedOn: '2026-06-01',
        openedBy: 'secretariat',
        updatedAt: '2026-06-01T09:00:00Z',
      }),
      db.insert(dossierGroups).values({ dossierId: id, pillar: pick(PILLARS, n), primary: true }),
      db.insert(dossierPlaces).values({
        dossierId: id,
        bodyId: 'comune-di-milano',
        name: 'Comune di Milano',
        role: 'follower',
        source: 'by-hand',
        statedBy: 'secretariat',
        statedAt: '2026-06-02T09:00:00Z',
      }),
      db.insert(interests).values({
        id: `i${id}`,
        dossierId: id,
        bodyId: pick(bodies, n),
        role: 'partner',
        lead: false,
        competences: ['energia', 'dati'],
        contact: 'Ufficio progetti',
        confidentiality: 'open',
        through: 'body',
        by: pick(members, n),
        expressedAt: '2026-06-03T09:00:00Z',
      }),
      db.insert(adhesions).values({ dossierId: id, bodyId: 'comune-di-milano', role: 'follower', state: 'waiting' }),
      ...[1, 2, 3, 4].map((version) =>
        db.insert(dossierEvents).values({
          dossierId: id,
          version: version + 1,
          step: 'assign',
          fromState: 'in-triage',
          toState: version === 4 ? state : 'assigned',
          by: 'secretariat',
          at: `2026-06-0${version}T10:00:00Z`,
        }),
      ),
      ...readers.map((personId, k) =>
        db.insert(reviews).values({
          id: `r${n}-${k}`,
          dossierId: id,
          personId,
          bodyId: null,
          scorer: 'readers',
          group: pick(PILLARS, n),
          state: k === 0 ? 'to-do' : 'delivered',
          scores: {},
          withdrawals: [],
          appointedBy: 'secretariat',
          appointedAt: '2026-06-05T09:00:00Z',
          dueOn: '2026-12-01',
        }),
      ),
      ...[1, 2, 3].map((k) =>
        db.insert(comments).values({
          dossierId: id,
          thread: 'dossier',
          kind: 'fact',
          text: `Fatto numero ${k}: il sito è già cablato.`,
          by: pick(members, n + k),
          at: `2026-06-1${k}T09:00:00Z`,
        }),
      ),
      db.insert(notices).values({
        personId: pick(members, n),
        dossierId: id,
        kind: 'appointed',
        detail: { title: call.title },
        dedupeKey: `appointed:${id}`,
        createdAt: LONG_AGO,
      }),
    );
  }
  for (const [n, call] of calls.entries())
    if (n % 2 === 1)
      writes.push(db.insert(arrivals).values({ topicKey: call.key, listedAt: LONG_AGO, baseline: true }));
  for (let n = 0; n < 120; n += 1)
    writes.push(
      db.insert(cityRequests).values({
        id: `q${n}`,
        asker: { organisation: `Ville ${n}`, contact: 'Jean Dupont', email: 'jean@example.org' },
        topicText: pick(calls, n).key,
        topicKey: pick(calls, n).key,
        role: 'follower',
        receivedOn: '2026-10-01',
        replyBy: '2026-12-10',
        recordedBy: 'secretariat',
      }),
    );
  for (let n = 0; n < 40; n += 1)
    writes.push(
      db.insert(projects).values({
        id: `p${n}`,
        acronym: `PROGETTO ${n}`,
        bodies: [{ bodyId: 'comune-di-milano', role: 'pilot', contributionEur: 250_000 }],
        startsOn: '2025-01-01',
        endsOn: '2028-12-31',
        sites: ['Loreto'],
        activities: [],
        source: 'bench',
      }),
      ...[1, 2, 3].map((k) =>
        db.insert(projectDeadlines).values({
          projectId: `p${n}`,
          kind: 'report',
          title: `Relazione ${k}`,
          dueOn: `2026-12-${10 + k}`,
        }),
      ),
    );
  await writeAll(db, writes);
}

const pick = <Item>(items: readonly Item[], n: number): Item => items[n % items.length] as Item;

async function writeAll(db: NodeStore['db'], writes: readonly Write[]): Promise<void> {
  for (let at = 0; at < writes.length; at += 500) {
    const [first, ...rest] = writes.slice(at, at + 500);
    if (first !== undefined) await db.batch([first, ...rest]);
  }
}
