import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { insertSitting } from '../../../db/repositories/desk/board.ts';
import { type ListedDossier, listDossiers } from '../../../db/repositories/desk/dossiers.ts';
import { readPendingRatifications } from '../../../db/repositories/desk/ratifications.ts';
import { readStaff } from '../../../db/repositories/desk/staff.ts';
import { brusselsInstant } from '../../domain/brussels.ts';
import {
  type AgendaItem,
  checkConvocation,
  needsRatification,
  SITTING_KINDS,
  type Sitting,
} from '../../domain/desk/board/sitting.ts';
import { holds } from '../../domain/desk/people/person.ts';
import { type Asked, mustBeAllowed, newId, write } from './act.ts';
import { ratificationItem } from './ratification-item.ts';

export const convocationSchema = z.object({
  kind: z.enum(SITTING_KINDS),
  on: z.iso.date(),
  hour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  place: z.string().trim().max(200).default(''),
  dossiers: z.array(z.string().min(1)).default([]),
  otherBusiness: z.string().trim().max(2000).default(''),
});
type Convocation = z.output<typeof convocationSchema>;

/** Convenes the board as it stands today; a meeting has what waits to be ratified on its agenda by itself. */
export async function convene({ deps, person, input }: Asked<Convocation>): Promise<string> {
  mustBeAllowed(person, 'sitting.convene');
  const { db, clock } = deps;
  const staff = [...(await readStaff(db)).values()].filter(({ active }) => active);
  const waiting = needsRatification(input) ? [] : (await readPendingRatifications(db)).map(ratificationItem);
  const items = [...waiting, ...itemsOf(input, await listDossiers(db, { ended: false }))];
  const members = staff
    .filter((one) => holds(one, 'board') || holds(one, 'president'))
    .map((one) => ({ personId: one.id, bodyId: one.bodyId ?? '', president: holds(one, 'president') }));
  const at = clock.now();
  const sitting = {
    id: newId(),
    kind: input.kind,
    convenedAt: at,
    convenedBy: person.id,
    at: startOf(input),
    place: input.place || null,
    agenda: items.map((item, n) => ({ id: String(n + 1), ...item })),
    members,
    present: [],
    proxies: [],
  } satisfies Sitting;
  checkConvocation(sitting);
  await write(deps, [
    insertSitting(db, sitting),
    logged(db, {
      at,
      personId: person.id,
      action: 'sitting.convene',
      subjectKind: 'sitting',
      subjectId: sitting.id,
      detail: {},
    }),
  ]);
  return sitting.id;
}

function startOf({ on, hour }: Convocation) {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  return brusselsInstant(on, hours, minutes);
}

/** The dossiers that were ticked, then other business, a line an item. */
function itemsOf({ dossiers, otherBusiness }: Convocation, known: readonly ListedDossier[]): Omit<AgendaItem, 'id'>[] {
  const titles = new Map(known.map(({ id, title }) => [id, title]));
  const chosen = dossiers.flatMap((dossierId) => {
    const title = titles.get(dossierId);
    return title === undefined ? [] : [{ title, dossierId }];
  });
  const lines = otherBusiness.split('\n').flatMap((line) => line.trim() || []);
  return [...chosen, ...lines.map((title) => ({ title, dossierId: null }))];
}
