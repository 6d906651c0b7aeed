import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Link } from '../../../src/domain/desk/board/hash-chain.ts';
import type { PersonId } from '../../../src/domain/desk/people/person.ts';
import type { Instant } from '../../../src/domain/topic.ts';
import {
  minutes,
  minutesPapers,
  opinions,
  shortRouteVoices,
  signInLinks,
  sittings,
  votes,
} from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { readTogether } from '../read-together.ts';
import { opinionOf, type StoredOpinion } from './nouns.ts';
import { versionAfter, type Write } from './write-together.ts';

export type SittingRow = typeof sittings.$inferSelect;
export type MinutesRow = typeof minutes.$inferSelect;

export const listSittings = async (db: Db): Promise<SittingRow[]> =>
  await db.select().from(sittings).orderBy(sql`${sittings.at} desc`).limit(60);

export async function findSitting(db: Db, id: string) {
  const [[row], cast] = await readTogether(db, [
    db.select().from(sittings).where(eq(sittings.id, id)),
    db.select().from(votes).where(eq(votes.sittingId, id)).orderBy(votes.at),
  ]);
  return row === undefined ? null : { sitting: row, votes: cast };
}

export const insertSitting = (db: Db, row: typeof sittings.$inferInsert): Write => db.insert(sittings).values(row);

export const updateSitting = (
  db: Db,
  { id, version }: Pick<SittingRow, 'id' | 'version'>,
  change: Partial<typeof sittings.$inferInsert>,
): Write =>
  db
    .update(sittings)
    .set({ ...change, version: versionAfter(sittings.version, version) })
    .where(eq(sittings.id, id));

export const insertVote = (db: Db, row: typeof votes.$inferInsert): Write => db.insert(votes).values(row);

/** The standing voices of every dossier that is in the short route now. */
export const voicesUnderWay = (db: Db) =>
  db
    .select({ dossierId: shortRouteVoices.dossierId, seat: shortRouteVoices.seat, by: shortRouteVoices.by })
    .from(shortRouteVoices)
    .where(
      and(
        isNull(shortRouteVoices.supersededAt),
        sql`${shortRouteVoices.dossierId} in (select id from dossiers where state = 'in-short-route')`,
      ),
    );

/** Dossiers whose opinion waits for the president. */
export const opinionsDrafted = (db: Db) =>
  db
    .select({ dossierId: opinions.dossierId })
    .from(opinions)
    .where(and(isNull(opinions.supersededAt), isNull(opinions.confirmedAt)));

export const insertVoice = (db: Db, row: typeof shortRouteVoices.$inferInsert): Write =>
  db.insert(shortRouteVoices).values(row);

export const supersedeVoices = (db: Db, dossierId: string, at: Instant): Write =>
  db
    .update(shortRouteVoices)
    .set({ supersededAt: at })
    .where(and(eq(shortRouteVoices.dossierId, dossierId), isNull(shortRouteVoices.supersededAt)));

export const insertOpinion = (db: Db, { confirmed, ...row }: StoredOpinion): Write =>
  db.insert(opinions).values({
    ...row,
    reasons: [...row.reasons],
    conditions: [...row.conditions],
    confirmedBy: confirmed?.by ?? null,
    confirmedAt: confirmed?.at ?? null,
  });

export const updateOpinion = (
  db: Db,
  { id, version }: Pick<StoredOpinion, 'id' | 'version'>,
  change: Partial<typeof opinions.$inferInsert>,
): Write =>
  db
    .update(opinions)
    .set({ ...change, version: versionAfter(opinions.version, version) })
    .where(eq(opinions.id, id));

export async function findOpinion(db: Db, id: string): Promise<StoredOpinion | null> {
  const [row] = await db.select().from(opinions).where(eq(opinions.id, id));
  return row === undefined ? null : opinionOf(row);
}

/** Drafts that wait for the president. */
export const readUnconfirmed = async (db: Db): Promise<StoredOpinion[]> =>
  (
    await db
      .select()
      .from(opinions)
      .where(and(isNull(opinions.confirmedAt), isNull(opinions.supersededAt)))
  ).map(opinionOf);

/** The link by which the president confirms one opinion; of the token only the hash is kept. */
export const insertConfirmation = (
  db: Db,
  row: {
    tokenHash: string;
    personId: PersonId;
    subjectId: string;
    createdBy: PersonId;
    createdAt: Instant;
    expiresAt: Instant;
  },
): Write => db.insert(signInLinks).values({ ...row, purpose: 'confirm-opinion' });

export async function findConfirmation(db: Db, tokenHash: string, now: Instant) {
  const [row] = await db
    .select()
    .from(signInLinks)
    .where(
      and(
        eq(signInLinks.tokenHash, tokenHash),
        eq(signInLinks.purpose, 'confirm-opinion'),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, now),
      ),
    );
  return row === undefined || row.personId === null || row.subjectId === null
    ? null
    : { personId: row.personId, opinionId: row.subjectId };
}

/** Every link to an opinion ends when one of them, or the page, confirmed it. */
export const endConfirmations = (db: Db, opinionId: string, at: Instant): Write =>
  db
    .update(signInLinks)
    .set({ usedAt: at })
    .where(and(eq(signInLinks.subjectId, opinionId), isNull(signInLinks.usedAt)));

export async function lastLink(db: Db): Promise<Pick<Link, 'number' | 'hash'> | null> {
  const [row] = await db
    .select({ number: minutes.number, hash: minutes.hash })
    .from(minutes)
    .orderBy(sql`${minutes.number} desc`)
    .limit(1);
  return row ?? null;
}

export const insertMinutes = (db: Db, row: MinutesRow): Write => db.insert(minutes).values(row);

export async function findMinutes(db: Db, number: number) {
  const [[row], [paper]] = await readTogether(db, [
    db.select().from(minutes).where(eq(minutes.number, number)),
    db
      .select({
        protocolNumber: minutesPapers.protocolNumber,
        protocolledOn: minutesPapers.protocolledOn,
        pdfHash: minutesPapers.pdfHash,
      })
      .from(minutesPapers)
      .where(eq(minutesPapers.minutesNumber, number)),
  ]);
  return row === undefined ? null : { ...row, paper: paper ?? null };
}

/** The whole chain, the first link first. */
export const readChain = async (db: Db): Promise<MinutesRow[]> =>
  await db.select().from(minutes).orderBy(minutes.number);

export const saveProtocol = (db: Db, minutesNumber: number, protocolNumber: string, protocolledOn: string): Write =>
  db
    .insert(minutesPapers)
    .values({ minutesNumber, protocolNumber, protocolledOn })
    .onConflictDoUpdate({ target: minutesPapers.minutesNumber, set: { protocolNumber, protocolledOn } });

/** The paper as it was made once; null before. */
export async function findMinutesPdf(db: Db, minutesNumber: number): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ pdf: minutesPapers.pdf })
    .from(minutesPapers)
    .where(eq(minutesPapers.minutesNumber, minutesNumber));
  return row?.pdf ?? null;
}

/** Keeps the paper, and gives back a row, unless somebody was first: there is one for each minutes. */
export const insertMinutesPdf = (
  db: Db,
  { minutesNumber, pdf, ...made }: { minutesNumber: number; pdf: Uint8Array; pdfHash: string; pdfMadeAt: Instant },
): Write => {
  const paper = { pdf: Buffer.from(pdf), ...made };
  return db
    .insert(minutesPapers)
    .values({ minutesNumber, ...paper })
    .onConflictDoUpdate({ target: minutesPapers.minutesNumber, set: paper, setWhere: isNull(minutesPapers.pdf) })
    .returning({ minutesNumber: minutesPapers.minutesNumber });
};
