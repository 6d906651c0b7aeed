import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  type CalendarLinkRow,
  findCalendarLink,
  insertCalendarLink,
  listCalendarLinks,
  revokeCalendarLinkRow,
} from '../../../db/repositories/delivery/calendar-links.ts';
import type { DossierId } from '../../domain/desk/people/person.ts';
import { conflict, Failure } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, newId } from '../desk/act.ts';
import { readFile } from '../desk/dossier-file.ts';

/** More calendars than telephones. */
const MOST_LINKS = 20;
const MAC_BYTES = 24;

export interface CalendarLink {
  id: string;
  dossierId: DossierId | null;
  createdAt: string;
  /** The path of the feed: who has it reads the calendar. */
  path: string;
}

/** A secret address: of everything a person has a part in or follows, or of one dossier that they may read. */
export async function makeCalendarLink({ deps, person, input }: Asked<{ dossierId: DossierId | null }>): Promise<void> {
  if (input.dossierId !== null) mustBeAllowed(person, 'dossier.read', (await readFile(deps, input.dossierId)).subject);
  const known = await listCalendarLinks(deps.db, person.id);
  if (known.some(({ dossierId }) => dossierId === input.dossierId)) return;
  if (known.length >= MOST_LINKS) throw conflict(`You have ${MOST_LINKS} calendars: revoke one first.`);
  const row = { id: newId(), personId: person.id, dossierId: input.dossierId, createdAt: deps.clock.now() };
  await insertCalendarLink(deps.db, row);
}

/** The address shows nothing any more; a new one is another. */
export async function revokeCalendarLink({ deps, person, input }: Asked<{ id: string }>): Promise<void> {
  await revokeCalendarLinkRow(deps.db, person.id, input.id, deps.clock.now());
}

export async function ownCalendarLinks({ deps, person }: Omit<Asked<never>, 'input'>): Promise<CalendarLink[]> {
  const rows = await listCalendarLinks(deps.db, person.id);
  return rows.map(({ id, dossierId, createdAt }) => ({
    id,
    dossierId,
    createdAt,
    path: `/feeds/calendars/${calendarToken(deps, id)}.ics`,
  }));
}

/** The link that a token stands for; null for anything that we did not sign, and for what was revoked. */
export async function findByToken(deps: Deps, token: string): Promise<CalendarLinkRow | null> {
  const [, id, mac] = /^([0-9a-f]{16})\.([\w-]{32})$/.exec(token) ?? [];
  if (deps.secretKey === undefined || id === undefined || mac === undefined) return null;
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== MAC_BYTES || !timingSafeEqual(given, macOf(deps.secretKey, id))) return null;
  return await findCalendarLink(deps.db, id);
}

function calendarToken({ secretKey }: Deps, id: string): string {
  if (secretKey === undefined)
    throw new Failure('unavailable', 'SECRET_KEY is not set: addresses of calendars cannot be signed.');
  return `${id}.${macOf(secretKey, id).toString('base64url')}`;
}

const macOf = (secretKey: string, id: string): Buffer =>
  createHmac('sha256', secretKey).update(`calendar:${id}`).digest().subarray(0, MAC_BYTES);
