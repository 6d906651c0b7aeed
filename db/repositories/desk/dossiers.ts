import { and, eq, isNull, notInArray, type SQL, sql } from 'drizzle-orm';
import type { DossierEvent } from '../../../src/domain/desk/dossier/dossier-state.ts';
import type { BodyId, DossierId } from '../../../src/domain/desk/people/person.ts';
import type { Pillar } from '../../../src/domain/pillar.ts';
import type { TopicKey } from '../../../src/domain/topic.ts';
import {
  dossierAlerts,
  dossierEvents,
  dossierGroups,
  dossierPlaces,
  dossiers,
  interests,
  rounds,
} from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { readTogether } from '../read-together.ts';
import { versionAfter, type Write } from './write-together.ts';

export type DossierRow = typeof dossiers.$inferSelect;
export type NewDossier = typeof dossiers.$inferInsert;

/** A dossier in a list, with what decides who may see it. */
export interface ListedDossier extends DossierRow {
  groups: Pillar[];
  bodies: BodyId[];
  toReview: boolean;
}

export function insertDossier(db: Db, row: NewDossier, groups: readonly Pillar[]): Write[] {
  return [db.insert(dossiers).values(row), ...groupRows(db, row.id, groups)];
}

export function replaceGroups(db: Db, id: DossierId, groups: readonly Pillar[]): Write[] {
  return [db.delete(dossierGroups).where(eq(dossierGroups.dossierId, id)), ...groupRows(db, id, groups)];
}

const groupRows = (db: Db, dossierId: DossierId, groups: readonly Pillar[]): Write[] =>
  groups.length === 0
    ? []
    : [
        db
          .insert(dossierGroups)
          .values(groups.map((pillar, place) => ({ dossierId, pillar, primary: place === 0 })))
          .onConflictDoNothing(),
      ];

/** Changes a dossier from the version that was read to the next. */
export const updateDossier = (db: Db, id: DossierId, read: number, change: Partial<NewDossier>): Write =>
  db
    .update(dossiers)
    .set({ ...change, version: versionAfter(dossiers.version, read) })
    .where(eq(dossiers.id, id));

export const insertEvent = (db: Db, dossierId: DossierId, version: number, event: DossierEvent): Write => {
  const { from: fromState, to: toState, ...rest } = event;
  return db.insert(dossierEvents).values({ ...rest, dossierId, version, fromState, toState });
};

/** All dossiers; ended ones only where asked for. One statement. */
export const listDossiers = (db: Db, { ended }: { ended: boolean }): Promise<ListedDossier[]> =>
  listThose(
    db,
    ended ? undefined : notInArray(dossiers.state, ['discarded', 'contrary', 'withdrawn', 'rejected', 'closed']),
  );

/** The dossiers of a call, that of its latest round first. */
export const findDossiersOfTopic = async (db: Db, topicKey: TopicKey): Promise<ListedDossier[]> =>
  (await listThose(db, eq(dossiers.topicKey, topicKey))).toSorted((a, b) => (b.roundSeq ?? 0) - (a.roundSeq ?? 0));

async function listThose(db: Db, which: SQL | undefined): Promise<ListedDossier[]> {
  const [rows, groups, bodies, alerts] = await readTogether(db, [
    db
      .select()
      .from(dossiers)
      .where(which)
      .orderBy(sql`${dossiers.deadlineAt} is null, ${dossiers.deadlineAt}, ${dossiers.id}`),
    db.select().from(dossierGroups).orderBy(sql`"primary" desc, pillar`),
    db
      .select({ dossierId: dossierPlaces.dossierId, bodyId: sql<BodyId>`${dossierPlaces.bodyId}` })
      .from(dossierPlaces)
      .where(and(isNull(dossierPlaces.leftAt), sql`${dossierPlaces.bodyId} is not null`))
      .union(
        db
          .select({ dossierId: interests.dossierId, bodyId: sql<BodyId>`${interests.bodyId}` })
          .from(interests)
          .where(isNull(interests.withdrawnAt)),
      ),
    db
      .selectDistinct({ dossierId: dossierAlerts.dossierId })
      .from(dossierAlerts)
      .where(isNull(dossierAlerts.handledAt)),
  ]);
  const groupsOf = gather(groups, ({ pillar }) => pillar);
  const bodiesOf = gather(bodies, ({ bodyId }) => bodyId);
  const alerted = new Set(alerts.map(({ dossierId }) => dossierId));
  return rows.map((row) => ({
    ...row,
    groups: groupsOf.get(row.id) ?? [],
    bodies: bodiesOf.get(row.id) ?? [],
    toReview: alerted.has(row.id),
  }));
}

/** Dossiers by the round they are about: what triage leaves out. */
export async function readDossierRounds(db: Db): Promise<Map<string, DossierId>> {
  const rows = await db
    .select({ id: dossiers.id, roundKey: dossiers.roundKey })
    .from(dossiers)
    .where(sql`${dossiers.roundKey} is not null`);
  return new Map(rows.map(({ id, roundKey }) => [roundKey ?? '', id]));
}

export async function findDossierOfTopic(db: Db, topicKey: TopicKey): Promise<DossierRow | null> {
  const [row] = await db
    .select()
    .from(dossiers)
    .where(eq(dossiers.topicKey, topicKey))
    .orderBy(sql`${dossiers.roundSeq} desc`)
    .limit(1);
  return row ?? null;
}

function gather<Row extends { dossierId: DossierId }, Value>(rows: readonly Row[], read: (row: Row) => Value) {
  const gathered = new Map<DossierId, Value[]>();
  for (const row of rows) {
    const own = gathered.get(row.dossierId);
    if (own === undefined) gathered.set(row.dossierId, [read(row)]);
    else own.push(read(row));
  }
  return gathered;
}

/** The rounds of a topic with their numbers, which a topic in memory does not carry. */
export const readRounds = async (db: Db, topicKey: TopicKey) =>
  await db.select().from(rounds).where(eq(rounds.topicKey, topicKey)).orderBy(rounds.seq);
