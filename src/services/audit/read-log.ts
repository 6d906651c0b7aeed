import { z } from 'zod';
import { type AuditRow, readAuditLog } from '../../../db/repositories/audit-log.ts';
import { readSubjectNames, subjectOf } from '../../../db/repositories/audit-subjects.ts';
import { readPeopleNames } from '../../../db/repositories/people.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import type { Page } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { bodyName } from '../desk/bodies.ts';
import { readKeyNames } from '../partner-desk/key-names.ts';

export const readLogSchema = z.strictObject({
  person: z.string().max(64).optional(),
  action: z.string().max(64).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});

export interface LogPage extends Page<AuditRow> {
  actions: string[];
  /** Names of who acted, joined now: an erased person has none, a partner's key bears the partner's. */
  names: ReadonlyMap<PersonId, string | null>;
  /** What a line was done to, as people call it; null where it has no name. */
  subjectName(row: Pick<AuditRow, 'subjectKind' | 'subjectId'>): string | null;
}

/** *Registro*: who did what, the latest first. */
export async function readLog({
  deps,
  input: { person, action, page, pageSize },
}: {
  deps: Pick<Deps, 'db' | 'profile'>;
  input: z.output<typeof readLogSchema>;
}): Promise<LogPage> {
  const log = await readAuditLog(deps.db, { personId: person, action }, (page - 1) * pageSize, pageSize);
  const subjects = await readSubjectNames(deps.db, log.rows);
  return {
    items: log.rows,
    total: log.total,
    page,
    pageSize,
    actions: log.actions,
    subjectName: (row) =>
      row.subjectKind === 'body' ? bodyName(deps, row.subjectId) : (subjects.get(subjectOf(row)) ?? null),
    names: new Map([...(await readPeopleNames(deps.db)), ...(await readKeyNames(deps))]),
  };
}
