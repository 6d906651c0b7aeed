import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { insertNotice, saveInterest, withdrawInterest } from '../../../db/repositories/desk/consortium.ts';
import { updateDossier } from '../../../db/repositories/desk/dossiers.ts';
import { CONFIDENTIALITY, type InterestView, viewInterest } from '../../domain/desk/interest/interest.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { belongsTo, holds } from '../../domain/desk/people/person.ts';
import { conflict, invalid } from '../../domain/errors.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import { type Asked, mustBeAllowed, newId, write } from './act.ts';
import { type DossierFile, readFile } from './dossier-file.ts';
import { tellLeads } from './lead-thread.ts';
import { recusalWrites } from './recusals.ts';

const number = z
  .union([z.literal('').transform(() => null), z.coerce.number().nonnegative()])
  .nullable()
  .default(null);

export const interestSchema = z.object({
  bodyId: z.string().min(1).max(80),
  role: z.enum(CITY_ROLES),
  lead: z.enum(['yes', 'no']).default('no'),
  competences: z.string().trim().max(1000).default(''),
  effortMonths: number,
  ownFundsEur: number,
  contact: z.string().trim().min(1).max(200),
  confidentiality: z.enum(CONFIDENTIALITY),
});

/** *Manifestazione di interesse*. A claim to lead puts readers of that body aside at once, and opens the leads' thread. */
export async function expressInterest({
  deps,
  person,
  input,
}: Asked<z.output<typeof interestSchema> & { id: string }>) {
  const { id, bodyId, lead, competences, ...rest } = input;
  const file = await readFile(deps, id);
  mustBeAllowed(person, 'interest.express', { ...file.subject, bodies: [bodyId] });
  if (!deps.profile.partners.some((partner) => partner.id === bodyId))
    throw invalid('no partner has that id', { field: 'bodyId', say: 'choose' });
  if (file.phase === 'decided') throw conflict('the opinion is given: interest is no longer gathered');
  const at = deps.clock.now();
  const ofOwnBody = belongsTo(person, bodyId) && !holds(person, 'secretariat');
  await write(deps, [
    saveInterest(deps.db, {
      ...rest,
      id: newId(),
      dossierId: id,
      bodyId,
      lead: lead === 'yes',
      competences: competences.split(/[,;\n]/).flatMap((each) => each.trim() || []),
      through: ofOwnBody ? 'body' : 'on-behalf',
      by: person.id,
      expressedAt: at,
    }),
    logged(deps.db, {
      at,
      personId: person.id,
      action: 'interest.express',
      subjectKind: 'dossier',
      subjectId: id,
      detail: {},
    }),
  ]);
  if (lead !== 'yes') return;
  const after = await readFile(deps, id);
  const opened = await tellLeads(deps, after, person, `lead-thread:${id}:${bodyId}`);
  await write(deps, [...(await recusalWrites(deps, after)), ...opened]);
}

export async function withdrawOwnInterest({ deps, person, input }: Asked<{ id: string; interestId: string }>) {
  const file = await readFile(deps, input.id);
  const interest = file.interests.find(({ id }) => id === input.interestId);
  if (interest === undefined) throw invalid('no such interest', { field: 'interestId' });
  mustBeAllowed(person, 'interest.express', { ...file.subject, bodies: [interest.bodyId] });
  await write(deps, [withdrawInterest(deps.db, interest, deps.clock.now())]);
}

/** What a person may see of who is interested (DOMAIN §5.3). */
export const visibleInterests = (file: DossierFile, person: Person | null): InterestView[] =>
  file.interests
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .flatMap((interest) => viewInterest(person, interest, file.subject) ?? []);

export const noticeSchema = z.object({
  roles: z.array(z.enum(CITY_ROLES)).min(1),
  text: z.string().trim().min(1).max(4000),
  closesOn: z.iso.date(),
});

/** A dated public notice by which outside bodies may come in. */
export async function publishNotice({ deps, person, input }: Asked<z.output<typeof noticeSchema> & { id: string }>) {
  const { id, ...notice } = input;
  const file = await readFile(deps, id);
  mustBeAllowed(person, 'notice.publish', file.subject);
  if (notice.closesOn < file.today) throw invalid('that day has passed', { field: 'closesOn', say: 'dayPassed' });
  await write(deps, [
    insertNotice(deps.db, { ...notice, id: newId(), dossierId: id, publishedOn: file.today, by: person.id }),
  ]);
}

/** The call for interest is closed by hand before its day. */
export async function closeInterest({ deps, person, input }: Asked<{ id: string; version: number }>): Promise<void> {
  const file = await readFile(deps, input.id);
  mustBeAllowed(person, 'dossier.assign', file.subject);
  const at = deps.clock.now();
  await write(deps, [updateDossier(deps.db, input.id, input.version, { interestClosedAt: at, updatedAt: at })]);
}
