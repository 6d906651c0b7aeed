import { invalid } from '../../errors.ts';
import { type CityRole, picSchema } from '../../partner.ts';
import type { Day, Instant } from '../../topic.ts';
import type { BodyId, DossierId, PersonId } from '../people/person.ts';

export const ACT_TYPES = ['delibera', 'determina', 'decreto', 'board-resolution', 'letter', 'other'] as const;
export type ActType = (typeof ACT_TYPES)[number];

/** The body's own act: what really commits it (DOMAIN §5.7). */
export interface Act {
  type: ActType;
  number: string;
  date: Day;
}

/** *Aderisce, non aderisce, in attesa*: one for each body, below the association's opinion. */
export interface Adhesion {
  dossierId: DossierId;
  bodyId: BodyId;
  role: CityRole;
  state: 'adheres' | 'declines' | 'waiting';
  act: Act | null;
  pic: string | null;
  lear: string | null;
  by: PersonId | null;
  at: Instant | null;
}

/** Roles that put a body into the grant agreement: it then needs a PIC and a LEAR. */
const IN_THE_GRANT: readonly CityRole[] = [
  'coordinator',
  'lighthouse',
  'follower',
  'pilot',
  'procurer',
  'partner',
  'linked-third-party',
  'associated',
];

export const awaiting = (dossierId: DossierId, bodyId: BodyId, role: CityRole): Adhesion => ({
  dossierId,
  bodyId,
  role,
  state: 'waiting',
  act: null,
  pic: null,
  lear: null,
  by: null,
  at: null,
});

/** Records a body's answer. To adhere takes an act with number and date; to decline takes none. */
export function recordAdhesion(
  adhesion: Adhesion,
  answer: Pick<Adhesion, 'act' | 'pic' | 'lear'> & { state: 'adheres' | 'declines'; by: PersonId; at: Instant },
): Adhesion {
  if (answer.state === 'adheres') requireAct(answer.act);
  if (answer.pic !== null && !picSchema.safeParse(answer.pic).success)
    throw invalid('a PIC is nine digits', { field: 'pic', say: 'pic', value: answer.pic });
  return { ...adhesion, ...answer };
}

/**
 * The bodies whose adhesion the chosen role waits for. A letter is signed by the municipality alone; any other role needs
 * it and every body of ours that holds a place in the proposal. A linked third party without its parent has no place.
 */
export function bodiesNeeded(
  role: CityRole,
  municipality: BodyId,
  places: readonly { bodyId: BodyId; role: CityRole }[],
): BodyId[] {
  if (role === 'supporter') return [municipality];
  const seated = places.filter((place) => IN_THE_GRANT.includes(place.role)).map(({ bodyId }) => bodyId);
  return [...new Set([municipality, ...seated])];
}

/** The needed bodies that have not adhered; *In preparazione* starts when none is left. */
export function adhesionsMissing(needed: readonly BodyId[], adhesions: readonly Adhesion[]): BodyId[] {
  return needed.filter((body) => !adhesions.some(({ bodyId, state }) => bodyId === body && state === 'adheres'));
}

/** Papers that an adhering body still owes before the portal takes it. */
export function papersMissing(adhesion: Adhesion): ('PIC' | 'LEAR')[] {
  if (adhesion.state !== 'adheres' || !IN_THE_GRANT.includes(adhesion.role)) return [];
  return [...(adhesion.pic === null ? ['PIC' as const] : []), ...(adhesion.lear === null ? ['LEAR' as const] : [])];
}

function requireAct(act: Act | null): void {
  if (act === null || act.number.trim() === '' || act.date === '')
    throw invalid('to adhere a body needs an act with type, number and date', { field: 'act', say: 'actNeeded' });
}
