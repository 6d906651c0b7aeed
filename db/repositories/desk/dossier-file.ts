import { and, eq, isNull, sql } from 'drizzle-orm';
import type { DossierId } from '../../../src/domain/desk/people/person.ts';
import {
  adhesions,
  cityAnswers,
  cityOffers,
  cityRequests,
  collegialEvaluations,
  comments,
  dossierAlerts,
  dossierEvents,
  dossierGroups,
  dossierPlaces,
  dossiers,
  interests,
  minutes,
  objectives,
  opinions,
  outcomes,
  planProgress,
  projects,
  publicNotices,
  reviews,
  rounds,
  shortRouteVoices,
  sittings,
  topics,
  votes,
  weightSets,
} from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { readTogether } from '../read-together.ts';
import { eventOf, opinionOf, reviewOf, weightSetOf } from './nouns.ts';

export type StoredFile = NonNullable<Awaited<ReturnType<typeof readDossierFile>>>;

/** Every paper of one dossier, in one statement. Edges never show it as it is: see `visibility.ts`. */
export async function readDossierFile(db: Db, id: DossierId) {
  const onAgenda = sql`exists (select 1 from json_each(${sittings.agenda}) item where item.value ->> 'dossierId' = ${id})`;
  const [
    [row],
    groups,
    places,
    events,
    sheets,
    [collegial],
    standing,
    voices,
    bodyAnswers,
    interest,
    requests,
    alerts,
    progress,
    outcome,
    messages,
    links,
    meetings,
    cast,
    weights,
    goals,
    notices,
    [project],
    [topic],
    [round],
    offers,
    cities,
  ] = await readTogether(db, [
    db.select().from(dossiers).where(eq(dossiers.id, id)),
    db.select().from(dossierGroups).where(eq(dossierGroups.dossierId, id)).orderBy(sql`"primary" desc, pillar`),
    db
      .select()
      .from(dossierPlaces)
      .where(and(eq(dossierPlaces.dossierId, id), isNull(dossierPlaces.leftAt))),
    db.select().from(dossierEvents).where(eq(dossierEvents.dossierId, id)).orderBy(dossierEvents.version),
    db.select().from(reviews).where(eq(reviews.dossierId, id)).orderBy(reviews.appointedAt, reviews.id),
    db.select().from(collegialEvaluations).where(eq(collegialEvaluations.dossierId, id)),
    db
      .select()
      .from(opinions)
      .where(and(eq(opinions.dossierId, id), isNull(opinions.supersededAt))),
    db
      .select()
      .from(shortRouteVoices)
      .where(and(eq(shortRouteVoices.dossierId, id), isNull(shortRouteVoices.supersededAt))),
    db.select().from(adhesions).where(eq(adhesions.dossierId, id)).orderBy(adhesions.bodyId),
    db.select().from(interests).where(eq(interests.dossierId, id)).orderBy(interests.expressedAt, interests.id),
    db.select().from(cityRequests).where(eq(cityRequests.dossierId, id)).orderBy(cityRequests.replyBy, cityRequests.id),
    db
      .select()
      .from(dossierAlerts)
      .where(and(eq(dossierAlerts.dossierId, id), isNull(dossierAlerts.handledAt))),
    db.select().from(planProgress).where(eq(planProgress.dossierId, id)),
    db.select().from(outcomes).where(eq(outcomes.dossierId, id)).orderBy(outcomes.stage),
    db
      .select()
      .from(comments)
      .where(and(eq(comments.dossierId, id), isNull(comments.removedAt)))
      .orderBy(comments.id),
    db.select({ number: minutes.number, opinionId: minutes.opinionId }).from(minutes).where(eq(minutes.dossierId, id)),
    db.select().from(sittings).where(onAgenda).orderBy(sittings.at),
    db
      .select()
      .from(votes)
      .where(sql`${votes.sittingId} in (select id from sittings where ${onAgenda})`)
      .orderBy(votes.at),
    db.select().from(weightSets),
    db.select().from(objectives).where(isNull(objectives.retiredAt)),
    db.select().from(publicNotices).where(eq(publicNotices.dossierId, id)),
    db.select({ grantAgreement: projects.grantAgreement }).from(projects).where(eq(projects.dossierId, id)),
    db.select().from(topics).where(sql`${topics.key} = (select topic_key from dossiers where id = ${id})`),
    db
      .select()
      .from(rounds)
      .where(sql`(${rounds.topicKey}, ${rounds.seq}) = (select topic_key, round_seq from dossiers where id = ${id})`),
    db.select().from(cityOffers).where(eq(cityOffers.dossierId, id)).orderBy(cityOffers.offeredAt),
    db
      .select({ answer: cityAnswers })
      .from(cityAnswers)
      .innerJoin(cityOffers, eq(cityOffers.id, cityAnswers.offerId))
      .where(eq(cityOffers.dossierId, id))
      .orderBy(cityAnswers.id),
  ]);
  if (row === undefined) return null;
  return {
    row,
    groups: groups.map(({ pillar }) => pillar),
    places,
    events: events.map(eventOf),
    reviews: sheets.map(reviewOf),
    collegial: collegial ?? null,
    opinion: standing[0] === undefined ? null : opinionOf(standing[0]),
    voices,
    adhesions: bodyAnswers.map((each) => ({ ...each, act: each.act ?? null })),
    interests: interest,
    requests: requests.map((each) => ({ ...each, answer: each.answer ?? null })),
    alerts,
    progress,
    outcomes: outcome,
    comments: messages,
    minutes: links,
    sittings: meetings,
    votes: cast,
    weightSets: weights.map(weightSetOf),
    objectives: goals,
    publicNotices: notices,
    cityOffers: offers,
    cityAnswers: cities.map(({ answer }) => answer),
    grantAgreement: project?.grantAgreement ?? null,
    /** The call as the catalogue has it now; null for calls that no catalogue holds. */
    topic: topic ?? null,
    round: round ?? null,
  };
}
