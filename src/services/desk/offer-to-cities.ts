import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { insertOffer, withdrawOffer } from '../../../db/repositories/desk/city-offers.ts';
import { isEnded } from '../../domain/desk/dossier/state.ts';
import { conflict, invalid } from '../../domain/errors.ts';
import { CITY_LABELS } from '../../domain/labels/cities.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, newId, write } from './act.ts';
import { type DossierFile, readFile } from './dossier-file.ts';
import { offerToken } from './offer-token.ts';

export const offerSchema = z.object({
  cities: z.array(z.string().max(40)).min(1).max(10),
  role: z.enum(CITY_ROLES),
  contactName: z.string().trim().min(1).max(120),
  contactEmail: z.email().max(200),
});

/** The other cities that an offer can go to. */
export const otherCities = ({ profile }: Pick<Deps, 'profile'>): string[] =>
  Object.keys(CITY_LABELS).filter((city) => city !== profile.id);

/** "Condividi con Genova/Torino": nothing leaves the house unless somebody says so, dossier by dossier. */
export async function offerToCities({
  deps,
  person,
  input,
}: Asked<z.output<typeof offerSchema> & { id: string }>): Promise<void> {
  const { id, cities, role, contactName, contactEmail } = input;
  const file = await readFile(deps, id);
  mustBeAllowed(person, 'city-sharing.offer', file.subject);
  const known = otherCities(deps);
  if (!cities.every((city) => known.includes(city)))
    throw invalid('that city is not among ours', { field: 'cities', say: 'choose' });
  if (file.row.topicKey === null) throw conflict('there is no call to share yet');
  if (isEnded(file.row.state)) throw conflict('the dossier has ended');
  const standing = file.cityOffers.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (standing.some((offer) => offer.cities.some((city) => cities.includes(city))))
    throw conflict('it is shared with that city already: take that offer back first');
  const at = deps.clock.now();
  await write(deps, [
    insertOffer(deps.db, {
      id: newId(),
      dossierId: id,
      topicKey: file.row.topicKey,
      roleSought: role,
      contact: { name: contactName, email: contactEmail },
      cities: [...new Set(cities)],
      offeredBy: person.id,
      offeredAt: at,
      withdrawnAt: null,
    }),
    logged(deps.db, {
      at,
      personId: person.id,
      action: 'city-sharing.offer',
      subjectKind: 'dossier',
      subjectId: id,
      detail: { cities },
    }),
  ]);
}

export const withdrawalSchema = z.object({ offerId: z.string().min(1).max(40) });

/** Takes an offer back: its links say so from then on. A seat that a city has taken stays until somebody removes it. */
export async function takeBackOffer({
  deps,
  person,
  input,
}: Asked<z.output<typeof withdrawalSchema> & { id: string }>): Promise<void> {
  const file = await readFile(deps, input.id);
  mustBeAllowed(person, 'city-sharing.offer', file.subject);
  if (!file.cityOffers.some(({ id }) => id === input.offerId)) throw invalid('no such offer', { field: 'offerId' });
  const at = deps.clock.now();
  await write(deps, [
    withdrawOffer(deps.db, input.offerId, at),
    logged(deps.db, {
      at,
      personId: person.id,
      action: 'city-sharing.withdraw',
      subjectKind: 'dossier',
      subjectId: input.id,
      detail: {},
    }),
  ]);
}

/** What stands offered, city by city, each with its own secret link and what that city said last. */
export function standingOffers(deps: Deps, { cityOffers, cityAnswers }: DossierFile) {
  return cityOffers
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map((offer) => ({
      ...offer,
      links: offer.cities.map((city) => ({
        city,
        token: deps.secretKey === undefined ? null : offerToken(deps, { offerId: offer.id, city }),
        answer: cityAnswers.findLast((answer) => answer.offerId === offer.id && answer.city === city) ?? null,
      })),
    }));
}
