import { appendChanges } from '../../../db/repositories/changes.ts';
import { listDeliveries } from '../../../db/repositories/delivery/ledger.ts';
import { insertGrant, insertPerson } from '../../../db/repositories/people.ts';

import type { dossiers } from '../../../db/schema/index.ts';
import type { NodeStore } from '../../../db/store.node.ts';
import type { Change } from '../../../src/domain/change.ts';
import { DELIVERY_STATES } from '../../../src/domain/delivery.ts';
import type { Grant } from '../../../src/domain/desk/people/person.ts';
import type { Mailer, MailReceipt, OutgoingMail } from '../../../src/domain/ports.ts';
import type { TopicDraft } from '../../../src/domain/topic.ts';
import { prepareDigests } from '../../../src/services/delivery/prepare-digests.ts';
import type { Deps } from '../../../src/services/deps.ts';
import { scoreTopics } from '../../../src/services/matching/score-topics.ts';
import { depsOf } from '../../support/deps.ts';
import type { TestStore } from '../../support/engine.ts';
import { emptyStore, seed } from '../../support/store.ts';
import { aRound, aTopic } from '../../support/topics.ts';

export const KEY = 'k'.repeat(40);
/** Monday 23 November 2026, 07:02 in Rome; the week before everything is a baseline. */
export const MONDAY = '2026-11-23T06:02:00Z';
const BEFORE = '2026-11-17T09:00:00Z';

export interface World {
  store: TestStore;
  deps: Deps;
  at(instant: string): Deps;
  person(grants: readonly Grant[], own?: { email?: string; language?: 'it' | 'en' }): Promise<string>;
  topics(drafts: readonly TopicDraft[]): Promise<void>;
  change(key: string, own: Partial<Change> & Pick<Change, 'field'>, at?: string): Promise<void>;
  ledger(): ReturnType<typeof listDeliveries>;
}

/** A house with one old topic, in which everybody's subscription has begun. */
export async function deliveryWorld(own: Partial<Deps> = {}, given?: NodeStore): Promise<World> {
  const store = given ?? (await emptyStore());
  const at = (instant: string): Deps =>
    depsOf(store, {
      clock: { now: () => instant },
      secretKey: KEY,
      baseUrl: 'https://bandolo.example',
      ...own,
    });
  const deps = at(MONDAY);
  let made = 0;
  const topics = async (drafts: readonly TopicDraft[]) => {
    await seed(store, drafts, '2026-11-20T05:00:00Z');
    await scoreTopics({ deps });
  };
  await topics([OLD]);
  return {
    store,
    deps,
    at,
    async person(grants, { email, language = 'it' } = {}) {
      made += 1;
      const id = `person-${made}`;
      const address = email ?? `persona${made}@example.org`;
      await insertPerson(store.db, {
        id,
        name: `Persona ${made}`,
        email: address,
        bodyId: null,
        language,
        createdAt: BEFORE,
      });
      for (const grant of grants) await insertGrant(store.db, id, grant, null, BEFORE);
      await prepareDigests({ deps: at(BEFORE) });
      return id;
    },
    topics,
    async change(key, { before = null, after = null, material = true, field }, at = '2026-11-20T05:00:00Z') {
      const row = {
        topicKey: key,
        at,
        field,
        before,
        after,
        material,
        source: 'ft-portal',
        scanId: 1,
      };
      for (const write of appendChanges(store.db, [row])) await write;
    },
    ledger: () => listDeliveries(store.db, DELIVERY_STATES, 1000),
  };
}

export const OLD = aTopic({ identifier: 'OLD-1', title: 'Urban mobility for cities', rounds: [aRound()] });
/** A dossier on OLD, which closes on 28 January 2027: its reminder of sixty days falls on 29 November. */
export const dossierOf = (
  ownerId: string,
  state: typeof dossiers.$inferInsert.state = 'in-preparation',
): typeof dossiers.$inferInsert => ({
  id: 'd1',
  roundKey: `${OLD.key}#0`,
  topicKey: OLD.key,
  roundSeq: 0,
  origin: { kind: 'ranked' } as never,
  title: OLD.title,
  deadlineAt: '2027-01-28T16:00:00Z',
  state,
  ownerId,
  weightSetId: 'w1',
  openedOn: '2026-11-01',
  updatedAt: '2026-11-01T09:00:00Z',
});
export const BUSES = () => aTopic({ identifier: 'NEW-MOBILITY', title: 'Cities and their buses' });
export const HEAT = () => aTopic({ identifier: 'NEW-ENERGY', title: 'Energy in cities' });
export const LABORATORY = () => aTopic({ identifier: 'NEW-NOTHING', title: 'Quantum something' });

/** A mailer that keeps what it is given and answers as told. */
export function fakeMailer(answer: (mail: OutgoingMail) => MailReceipt = () => ({ outcome: 'sent' })) {
  const mails: OutgoingMail[] = [];
  const mailer: Mailer = {
    send: async (mail) => {
      mails.push(mail);
      return answer(mail);
    },
  };
  return { mails, mailer };
}
