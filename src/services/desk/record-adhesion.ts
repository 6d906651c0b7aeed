import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { insertPlace, leavePlace, updateAdhesion } from '../../../db/repositories/desk/consortium.ts';
import { ACT_TYPES, recordAdhesion } from '../../domain/desk/board/adhesion.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { conflict, Failure, invalid } from '../../domain/errors.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { readFile } from './dossier-file.ts';

const text = z
  .string()
  .trim()
  .max(120)
  .transform((value) => value || null)
  .nullable()
  .default(null);

export const adhesionSchema = z.object({
  bodyId: z.string().min(1),
  state: z.enum(['adheres', 'declines']),
  actType: z.enum(ACT_TYPES).default('other'),
  actNumber: z.string().trim().max(120).default(''),
  actDate: z.union([z.literal(''), z.iso.date()]).default(''),
  pic: text,
  lear: text,
  version: z.coerce.number().int().positive(),
});

/** A body's own act; the directorate answers for the municipality. */
export async function answerForBody({ deps, person, input }: Asked<z.output<typeof adhesionSchema> & { id: string }>) {
  const { id, bodyId, state, actType, actNumber, actDate, pic, lear, version } = input;
  const file = await readFile(deps, id);
  const asBody = can(person, 'adhesion.record', { bodies: [bodyId] });
  const asCity =
    bodyId === deps.profile.municipality && can(person, 'adhesion.record', { directorate: file.row.directorate });
  if (!asBody && !asCity)
    throw new Failure('forbidden', 'Each body answers for itself.', { action: 'adhesion.record' });
  const adhesion = file.adhesions.find((one) => one.bodyId === bodyId);
  if (adhesion === undefined) throw invalid('that body was not asked', { field: 'bodyId', say: 'choose' });
  if (adhesion.version !== version) throw conflict('that body has answered in the meantime', lastOf(adhesion));
  const at = deps.clock.now();
  const act = actNumber === '' ? null : { type: actType, number: actNumber, date: actDate };
  const answered = recordAdhesion(adhesion, {
    state,
    act: state === 'adheres' ? act : null,
    pic,
    lear,
    by: person.id,
    at,
  });
  await write(deps, [
    updateAdhesion(deps.db, version, answered),
    logged(deps.db, {
      at,
      personId: person.id,
      action: 'adhesion.record',
      subjectKind: 'dossier',
      subjectId: id,
      detail: { bodyId, state },
    }),
  ]);
}

const lastOf = ({ state, by, at }: { state: string; by: string | null; at: string | null }) => ({
  last: by === null || at === null ? null : { step: state, by, at },
});

export const placeSchema = z.object({
  bodyId: z.string().max(80).default(''),
  name: z.string().trim().max(200).default(''),
  role: z.enum(CITY_ROLES),
});

/** A seat in the consortium, with who says so and when. */
export async function addPlace({ deps, person, input }: Asked<z.output<typeof placeSchema> & { id: string }>) {
  const file = await readFile(deps, input.id);
  mustBeAllowed(person, 'dossier.assign', file.subject);
  const partner = deps.profile.partners.find(({ id }) => id === input.bodyId);
  const name = partner?.name ?? input.name;
  if (name === '') throw invalid('a seat has a name', { field: 'name', say: 'something' });
  await write(deps, [
    insertPlace(deps.db, {
      dossierId: input.id,
      bodyId: partner?.id ?? null,
      name,
      role: input.role,
      source: 'by-hand',
      statedBy: person.id,
      statedAt: deps.clock.now(),
    }),
  ]);
}

export async function removePlace({ deps, person, input }: Asked<{ id: string; placeId: number }>): Promise<void> {
  const file = await readFile(deps, input.id);
  mustBeAllowed(person, 'dossier.assign', file.subject);
  if (!file.places.some(({ id }) => id === input.placeId)) throw invalid('no such seat', { field: 'placeId' });
  await write(deps, [leavePlace(deps.db, input.placeId, deps.clock.now())]);
}
