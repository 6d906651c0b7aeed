import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { insertVoice } from '../../../db/repositories/desk/board.ts';
import { VOICES } from '../../domain/desk/board/ballot.ts';
import {
  addVoice,
  SHORT_ROUTE_SEATS,
  type ShortRouteSeat,
  seatsOpenTo,
  sitsOn,
} from '../../domain/desk/dossier/short-route.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { conflict, Failure } from '../../domain/errors.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { type DossierFile, readFile } from './dossier-file.ts';

export const voiceSchema = z.object({
  seat: z.enum(SHORT_ROUTE_SEATS),
  voice: z.enum(VOICES),
  note: z.string().trim().max(1000).default(''),
});

/** The seats of the short route that a person may speak from and that have not spoken. */
export const openSeats = (file: DossierFile, person: Person): ShortRouteSeat[] =>
  file.row.state === 'in-short-route' ? seatsOpenTo(person, file.groups, file.voices) : [];

export async function giveVoice({ deps, person, input }: Asked<z.output<typeof voiceSchema> & { id: string }>) {
  const { id, seat, voice, note } = input;
  const file = await readFile(deps, id);
  mustBeAllowed(person, 'short-route.endorse', file.subject);
  if (file.row.state !== 'in-short-route') throw conflict('the dossier is not in the short route');
  if (!sitsOn(person, file.groups, seat))
    throw new Failure('forbidden', 'That seat is not yours.', { action: 'short-route.endorse' });
  const at = deps.clock.now();
  addVoice(file.voices, { seat, by: person.id, voice, at, note: note || null });
  await write(
    deps,
    [
      insertVoice(deps.db, { dossierId: id, seat, by: person.id, voice, note: note || null, at }),
      logged(deps.db, {
        at,
        personId: person.id,
        action: 'short-route.endorse',
        subjectKind: 'dossier',
        subjectId: id,
        detail: { seat },
      }),
    ],
    async () => conflict('that seat has spoken already'),
  );
}
