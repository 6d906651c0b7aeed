import { z } from 'zod';
import { logged, told } from '../../../db/repositories/desk/audit.ts';
import { findOffer, insertAnswer, leaveSeatsFrom } from '../../../db/repositories/desk/city-offers.ts';
import { insertPlace } from '../../../db/repositories/desk/consortium.ts';
import { seatFrom, sharedCard } from '../../domain/desk/dossier/city-sharing.ts';
import { isEnded } from '../../domain/desk/dossier/state.ts';
import { conflict, Failure } from '../../domain/errors.ts';
import { CITY_LABELS } from '../../domain/labels/cities.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import type { Deps } from '../deps.ts';
import { write } from './act.ts';
import { readOfferToken } from './offer-token.ts';

/** A city may change its mind, not flood the file. */
const MOST_ANSWERS = 20;

type Given<Input> = { deps: Deps; input: Input & { token: string } };

/** An offer as the other city sees it: the call, the role, whom to ask. No score, no reader, no dossier number. */
export async function sharedOffer({ deps, input: { token } }: Given<object>) {
  const { found, city } = await offerBehind(deps, token);
  const card = sharedCard(found.offer, deps.profile.id, city);
  if (card === null) throw new Failure('gone', 'The offer was taken back.', {});
  const { deadlineAt } = found.call;
  const [last] = found.answers;
  return {
    ...card,
    city,
    call: found.call,
    open: deadlineAt === null || deadlineAt > deps.clock.now(),
    answer: last === undefined ? null : { author: last.author, at: last.at, answer: last.answer, role: last.role },
  };
}
export type SharedOffer = Awaited<ReturnType<typeof sharedOffer>>;

export const cityAnswerSchema = z.object({
  answer: z.enum(['interested', 'not-interested']),
  role: z.enum(CITY_ROLES),
  author: z.string().trim().min(3).max(120),
  note: z.string().trim().max(1000).default(''),
});

/** Another city's word, signed with a name: a yes becomes a seat in the consortium, with author and date. */
export async function answerOffer({ deps, input }: Given<z.output<typeof cityAnswerSchema>>): Promise<void> {
  const { token, note, ...said } = input;
  const { found, city } = await offerBehind(deps, token);
  const { offer, call, answers } = found;
  const at = deps.clock.now();
  if (call.deadlineAt !== null && call.deadlineAt <= at) throw conflict('the call has closed');
  if (answers.length >= MOST_ANSWERS) throw conflict('too many answers: write to the contact instead');
  const seat = seatFrom(offer, { ...said, offerId: offer.id, city, at, note: note || null });
  const sourceId = `${offer.id}.${city}`;
  const name = CITY_LABELS[city]?.it ?? city;
  await write(deps, [
    insertAnswer(deps.db, { ...said, offerId: offer.id, city, at, note: note || null }),
    leaveSeatsFrom(deps.db, sourceId, at),
    ...(seat === null
      ? []
      : [
          insertPlace(deps.db, {
            dossierId: offer.dossierId,
            bodyId: null,
            name,
            role: seat.role,
            source: 'other-city',
            sourceId,
            statedBy: seat.statedBy,
            statedAt: at,
          }),
        ]),
    logged(deps.db, {
      at,
      personId: null,
      action: 'city-sharing.answer',
      subjectKind: 'dossier',
      subjectId: offer.dossierId,
      detail: { city, answer: said.answer },
    }),
    ...told(
      deps.db,
      at,
      [...new Set([offer.offeredBy, found.ownerId ?? offer.offeredBy])].map((personId) => ({
        personId,
        dossierId: offer.dossierId,
        kind: 'city-answer',
        detail: { title: call.title, city },
        dedupeKey: `city-answer:${sourceId}:${answers.length}`,
      })),
    ),
  ]);
}

async function offerBehind(deps: Deps, token: string) {
  const grant = readOfferToken(deps, token);
  const found = grant === null ? null : await findOffer(deps.db, grant.offerId, grant.city);
  if (grant === null || found === null) throw new Failure('not-found', 'No offer stands behind this link.', {});
  // A dossier that has ended takes nobody in any more, and says no word on how.
  if (found.offer.withdrawnAt !== null || isEnded(found.state))
    throw new Failure('gone', 'The offer was taken back.', {});
  return { found, city: grant.city };
}
