import { z } from 'zod';
import { type Telling, told } from '../../../db/repositories/desk/audit.ts';
import { insertComment } from '../../../db/repositories/desk/reviews.ts';
import { readStaff } from '../../../db/repositories/desk/staff.ts';
import type { Write } from '../../../db/repositories/desk/write-together.ts';
import { inLeadThread, leadThread } from '../../domain/desk/interest/interest.ts';
import type { BodyId, Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { Failure } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { type Asked, write } from './act.ts';
import { type DossierFile, readFile } from './dossier-file.ts';

export const leadMessageSchema = z.object({ text: z.string().trim().min(1).max(4000) });

export interface LeadThreadView {
  bodies: readonly BodyId[];
  /** For the secretariat alone: who would have to agree first. */
  reserved: readonly BodyId[];
  messages: readonly { by: string; at: string; text: string }[];
}

/** The thread of those who would lead, for whom it is; null for everybody else, even that there is one. */
export function viewLeadThread({ interests, comments, subject }: DossierFile, person: Person): LeadThreadView | null {
  const thread = leadThread(interests);
  if (thread === null || !inLeadThread(person, thread, subject)) return null;
  return {
    bodies: thread.bodies,
    reserved: can(person, 'interest.read-in-full', { groups: subject.groups }) ? thread.reserved : [],
    messages: comments.filter(({ thread: name }) => name === 'leads'),
  };
}

export async function writeToLeads({
  deps,
  person,
  input: { id, text },
}: Asked<z.output<typeof leadMessageSchema> & { id: string }>): Promise<void> {
  const file = await readFile(deps, id);
  const thread = viewLeadThread(file, person);
  if (thread === null)
    throw new Failure('forbidden', 'That thread is for those who would lead.', { action: 'lead-thread.join' });
  const at = deps.clock.now();
  await write(deps, [
    insertComment(deps.db, { dossierId: id, thread: 'leads', kind: 'fact', text, by: person.id, at }),
    ...(await tellLeads(deps, file, person, `lead-message:${id}:${at}`)),
  ]);
}

/** Tells everybody else in the thread; nothing where there is no thread. */
export async function tellLeads(
  { db, clock }: Deps,
  { interests, subject, row }: DossierFile,
  by: Person,
  dedupeKey: string,
): Promise<Write[]> {
  const thread = leadThread(interests);
  if (thread === null) return [];
  const others = [...(await readStaff(db)).values()].filter(
    (one) => one.active && one.id !== by.id && inLeadThread(one, thread, subject),
  );
  const telling = ({ id }: Person): Telling => ({
    personId: id,
    dossierId: row.id,
    kind: 'lead-thread',
    detail: { title: row.title },
    dedupeKey,
  });
  return told(db, clock.now(), others.map(telling));
}
