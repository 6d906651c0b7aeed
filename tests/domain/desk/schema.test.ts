import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import {
  type adhesions,
  auditLog,
  type collegialEvaluations,
  type interests,
  opinions,
  reviews,
  type shortRouteVoices,
  votes,
} from '../../../db/schema/desk.ts';
import { type NodeStore, openNodeStore } from '../../../db/store.node.ts';
import type { Adhesion } from '../../../src/domain/desk/board/adhesion.ts';
import type { Vote } from '../../../src/domain/desk/board/ballot.ts';
import type { Opinion } from '../../../src/domain/desk/board/opinion.ts';
import type { ShortRouteVoice } from '../../../src/domain/desk/dossier/short-route.ts';
import type { Interest } from '../../../src/domain/desk/interest/interest.ts';
import type { AgreedValues } from '../../../src/domain/desk/review/collegial.ts';
import type { Review } from '../../../src/domain/desk/review/review.ts';
import { delivered, reader } from './cast.ts';

const MIGRATIONS = new URL('../../../db/migrations/', import.meta.url);
const at = '2026-11-23T09:00:00Z';

describe('the desk’s tables', () => {
  let store: NodeStore;
  beforeEach(async () => {
    store = await openNodeStore(':memory:');
  });
  afterEach(() => store.close());

  // Held by tsc: a column that drifts from its noun does not compile.
  it('give rows that are the domain’s own nouns', () => {
    expectTypeOf<typeof reviews.$inferSelect>().toExtend<Review>();
    expectTypeOf<typeof interests.$inferSelect>().toExtend<Interest>();
    expectTypeOf<typeof adhesions.$inferSelect>().toExtend<Adhesion>();
    expectTypeOf<typeof votes.$inferSelect>().toExtend<Vote>();
    expectTypeOf<typeof shortRouteVoices.$inferSelect>().toExtend<ShortRouteVoice>();
    expectTypeOf<typeof opinions.$inferSelect>().toExtend<Omit<Opinion, 'confirmed'>>();
    expectTypeOf<(typeof collegialEvaluations.$inferSelect)['agreed']>().toExtend<AgreedValues>();
  });

  it('keep a review as it was', async () => {
    const sheet = delivered(reader, [5, 3, 4]);
    await store.db.insert(reviews).values({ ...sheet, appointedBy: 'carlo', appointedAt: at });
    const [row] = await store.db.select().from(reviews);
    expect(row).toMatchObject(sheet);
  });

  it('never let the log be changed or shortened', async () => {
    await store.db
      .insert(auditLog)
      .values({ at, personId: 'marta', action: 'dossier.open', subjectKind: 'dossier', subjectId: 'd1', detail: {} });
    const refused = (statement: string) =>
      expect(store.db.run(sql.raw(statement))).rejects.toSatisfy((error: Error) =>
        String(error.cause ?? error).includes('append-only'),
      );
    await refused("update audit_log set person_id = 'nobody'");
    await refused('delete from audit_log');
    expect(await store.db.select().from(auditLog)).toMatchObject([{ personId: 'marta' }]);
  });

  it('let nobody vote twice, nor two opinions stand on one dossier', async () => {
    const vote: typeof votes.$inferInsert = {
      sittingId: 's1',
      agendaItemId: 'a1',
      member: 'paola',
      voice: 'favourable',
      castBy: 'paola',
      at,
    };
    await store.db.insert(votes).values(vote);
    await expect(store.db.insert(votes).values({ ...vote, voice: 'contrary' })).rejects.toThrow();

    const opinion: typeof opinions.$inferInsert = {
      id: 'o1',
      dossierId: 'd1',
      kind: 'watching',
      reasons: [],
      conditions: [],
      recordedBy: 'sergio',
      recordedAt: at,
    };
    await store.db.insert(opinions).values({ ...opinion, supersededAt: at });
    await store.db.insert(opinions).values({ ...opinion, id: 'o2' });
    await expect(store.db.insert(opinions).values({ ...opinion, id: 'o3' })).rejects.toThrow();
  });
});

it('no migration cascades: what goes must be asked for by name', () => {
  const scripts = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
  expect(scripts.some((name) => name.endsWith('_desk.sql'))).toBe(true);
  for (const name of scripts) expect(readFileSync(new URL(name, MIGRATIONS), 'utf8'), name).not.toMatch(/cascade/i);
});
