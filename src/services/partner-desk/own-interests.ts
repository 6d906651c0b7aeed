import { z } from 'zod';
import { findDossierOfTopic } from '../../../db/repositories/desk/dossiers.ts';
import {
  findInterest,
  findInterestOf,
  type InterestRow,
  listInterestsOf,
} from '../../../db/repositories/desk/interests.ts';
import type { ApiKey } from '../../domain/api-scope.ts';
import type { DossierState } from '../../domain/desk/dossier/state.ts';
import { CONFIDENTIALITY } from '../../domain/desk/interest/interest.ts';
import { Failure, notFound } from '../../domain/errors.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import type { Deps } from '../deps.ts';
import { readFile } from '../desk/dossier-file.ts';
import { expressInterest, withdrawOwnInterest } from '../desk/express-interest.ts';
import type { Paging } from '../paging.ts';
import { findKey } from '../topics/get-topic.ts';
import { stretchOf, toWalkPage, type WalkPage } from '../walk.ts';
import { partnerPerson } from './partner-person.ts';

type ByKey<Input> = { deps: Deps; key: ApiKey; input: Input };

/** An expression of interest as its own partner sees it. */
export type InterestCard = Omit<InterestRow, 'by' | 'version' | 'bodyId' | 'dossierId' | 'through'> & {
  dossier: string;
  topic: string | null;
};

export const interestBodySchema = z
  .strictObject({
    dossier: z.string().min(1).max(80).optional(),
    topic: z.string().min(1).max(200).optional(),
    role: z.enum(CITY_ROLES),
    lead: z.boolean().default(false),
    competences: z.array(z.string().trim().min(1).max(100)).max(20).default([]),
    effortMonths: z.number().nonnegative().max(10_000).nullable().default(null),
    ownFundsEur: z.number().nonnegative().max(1e12).nullable().default(null),
    contact: z.string().trim().min(1).max(200),
    confidentiality: z.enum(CONFIDENTIALITY).default('group'),
  })
  .refine(({ dossier, topic }) => (dossier === undefined) !== (topic === undefined), {
    error: 'name either the dossier or the topic',
    path: ['dossier'],
  });

/** What a partner says of its interest. */
export type InterestInput = z.input<typeof interestBodySchema>;

/** All of a partner's own, withdrawn ones too, the newest first; walked with `after`, by id. */
export async function ownInterests({
  deps,
  key,
  input,
}: ByKey<Paging & { after?: string }>): Promise<WalkPage<InterestCard, string>> {
  const stretch = stretchOf(await listInterestsOf(deps.db, key.partnerId), input, ({ id }) => id);
  return toWalkPage(stretch.some.map(toCard), stretch, input);
}

/** Says that the key's partner is interested, or says it anew. */
export async function sayInterest({
  deps,
  key,
  input: { dossier, topic, ...said },
}: ByKey<z.output<typeof interestBodySchema>>): Promise<InterestCard> {
  const id = await openDossier(deps, dossier ?? null, topic ?? '');
  const input = {
    ...said,
    id,
    bodyId: key.partnerId,
    lead: said.lead ? ('yes' as const) : ('no' as const),
    competences: said.competences.join('\n'),
  };
  await expressInterest({ deps, person: partnerPerson(key), input });
  const row = await findInterestOf(deps.db, id, key.partnerId);
  if (row === null) throw notFound('Interest', id);
  return toCard(row);
}

/** Takes it back; another partner's does not exist. */
export async function withdrawInterestByKey({ deps, key, input: { id } }: ByKey<{ id: string }>): Promise<void> {
  const row = await findInterest(deps.db, id);
  if (row === null || row.bodyId !== key.partnerId) throw notFound('Interest', id);
  if (row.withdrawnAt !== null) return;
  await withdrawOwnInterest({ deps, person: partnerPerson(key), input: { id: row.dossierId, interestId: id } });
}

/** Nobody is asked before a dossier was assigned: until then it is the desk's own matter, and does not exist for others. */
const NOT_YET: ReadonlySet<DossierState> = new Set(['found', 'in-triage', 'discarded']);

async function openDossier(deps: Deps, dossier: string | null, topic: string): Promise<string> {
  const id = dossier ?? (await findDossierOfTopic(deps.db, await findKey(deps, topic)))?.id ?? null;
  const file = id === null ? null : await readFile(deps, id);
  if (file !== null && !NOT_YET.has(file.row.state)) return file.row.id;
  throw new Failure('not-found', `No dossier is open on «${dossier ?? topic}».`, { what: 'Dossier' });
}

const toCard = ({
  by: _by,
  version: _version,
  bodyId: _body,
  dossierId,
  through: _through,
  ...row
}: InterestRow & { topic: string | null }): InterestCard => ({
  ...row,
  dossier: dossierId,
});
