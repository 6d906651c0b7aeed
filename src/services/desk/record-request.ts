import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { findDossierOfTopic } from '../../../db/repositories/desk/dossiers.ts';
import {
  findRequest,
  insertRequest,
  type RequestRow,
  readRequests,
  updateRequest,
} from '../../../db/repositories/desk/requests.ts';
import { findKeys } from '../../../db/repositories/topics-read.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import { answerRequest, type CityRequest, REQUEST_ANSWERS } from '../../domain/desk/dossier/request.ts';
import { conflict, Failure } from '../../domain/errors.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, newId, write } from './act.ts';
import { readFile } from './dossier-file.ts';
import { recusalWrites } from './recusals.ts';

const optional = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text || null)
  .nullable()
  .default(null);
const day = z
  .union([z.literal('').transform(() => null), z.iso.date()])
  .nullable()
  .default(null);

export const requestSchema = z.object({
  organisation: z.string().trim().min(1).max(200),
  contact: z.string().trim().min(1).max(200),
  email: z.email(),
  askerBodyId: optional,
  leadBodyId: optional,
  topicText: z.string().trim().min(1).max(300),
  role: z.enum(CITY_ROLES),
  shareEur: z
    .union([z.literal('').transform(() => null), z.coerce.number().nonnegative()])
    .nullable()
    .default(null),
  receivedOn: day,
  replyBy: day,
  registerNumber: optional,
  replyTemplate: z
    .string()
    .trim()
    .max(4000)
    .transform((text) => text || null)
    .nullable()
    .default(null),
});

/** Takes down who asks what of the city; the call is found where its code was given. */
export async function recordRequest({ deps, person, input }: Asked<z.output<typeof requestSchema>>): Promise<string> {
  mustBeAllowed(person, 'request.record');
  const at = deps.clock.now();
  const { organisation, contact, email, receivedOn, ...rest } = input;
  const known = new Set(deps.profile.partners.map(({ id }) => id));
  const body = (id: string | null) => (id !== null && known.has(id) ? id : null);
  const { exact, others } = await findKeys(deps.db, input.topicText);
  const id = newId();
  const topicKey = exact ?? (others.length === 1 ? (others[0] ?? null) : null);
  const joined = topicKey === null ? null : await findDossierOfTopic(deps.db, topicKey);
  await write(deps, [
    insertRequest(deps.db, {
      ...rest,
      id,
      dossierId: joined?.id ?? null,
      asker: { organisation, contact, email },
      askerBodyId: body(input.askerBodyId),
      leadBodyId: body(input.leadBodyId),
      topicKey,
      receivedOn: receivedOn ?? brusselsDay(at),
      recordedBy: person.id,
    }),
    logged(deps.db, {
      at,
      personId: person.id,
      action: 'request.record',
      subjectKind: 'request',
      subjectId: id,
      detail: {},
    }),
  ]);
  await settleRequest(deps, await getRequest(deps, id));
  return id;
}

export async function getRequest(deps: Deps, id: string): Promise<RequestRow> {
  const request = await findRequest(deps.db, id);
  if (request === null) throw new Failure('not-found', `Request «${id}» does not exist.`, { what: 'Request', id });
  return request;
}

export type { RequestRow };

export const listRequests = ({ deps }: { deps: Deps }): Promise<RequestRow[]> => readRequests(deps.db);

export const answerSchema = z.object({ kind: z.enum(REQUEST_ANSWERS), text: z.string().trim().max(4000).default('') });

/** Answers an asker, once. */
export async function replyToRequest({
  deps,
  person,
  input,
}: Asked<z.output<typeof answerSchema> & { id: string }>): Promise<void> {
  mustBeAllowed(person, 'request.answer');
  const { id, kind, text } = input;
  const request = await getRequest(deps, id);
  const at = deps.clock.now();
  const { answer } = answerRequest(request, { kind, by: person.id, at, text });
  await write(
    deps,
    [
      updateRequest(deps.db, request, { answer }),
      logged(deps.db, {
        at,
        personId: person.id,
        action: 'request.answer',
        subjectKind: 'request',
        subjectId: id,
        detail: { kind },
      }),
    ],
    async () => {
      const now = (await getRequest(deps, id)).answer;
      return conflict('this request was answered in the meantime', {
        last: now === null ? null : { step: now.kind, by: now.by, at: now.at },
      });
    },
  );
}

/** After a request has joined a dossier, rivals with it perhaps: a lead that one of them names may put a reader in conflict. */
export async function settleRequest(deps: Deps, request: CityRequest & { dossierId: string | null }): Promise<void> {
  if (request.dossierId === null) return;
  await write(deps, await recusalWrites(deps, await readFile(deps, request.dossierId)));
}
