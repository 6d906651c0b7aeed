import { z } from 'zod';
import { handleAlerts } from '../../../db/repositories/desk/alerts.ts';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { supersedeVoices, updateOpinion } from '../../../db/repositories/desk/board.ts';
import { insertEvent, updateDossier } from '../../../db/repositories/desk/dossiers.ts';
import { openCollegial } from '../../../db/repositories/desk/reviews.ts';
import { readStaff } from '../../../db/repositories/desk/staff.ts';
import type { Write } from '../../../db/repositories/desk/write-together.ts';
import { recordEvents } from '../../../db/repositories/webhooks/events.ts';
import { daysBetween } from '../../domain/brussels.ts';
import {
  type AvailableTransition,
  applyTransition,
  availableTransitions,
} from '../../domain/desk/dossier/dossier-state.ts';
import type { LastTouch } from '../../domain/desk/dossier/optimistic-lock.ts';
import { findTransition } from '../../domain/desk/dossier/transitions.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { bestRoleInTime, leadWeeks } from '../../domain/desk/plan/lead-time.ts';
import { timeValue } from '../../domain/desk/review/criteria.ts';
import { sightOf } from '../../domain/desk/review/visibility.ts';
import { conflict, Failure, invalid } from '../../domain/errors.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import { interestRequested } from '../../domain/webhook.ts';
import type { Deps } from '../deps.ts';
import { type Asked, write } from './act.ts';
import { type DossierFile, readFile, toldOf } from './dossier-file.ts';
import { appointSecretariat } from './secretariat-sheet.ts';

export const stepSchema = z.object({
  step: z.string().min(1).max(60),
  reason: z.string().trim().max(2000).default(''),
  /** Where the step wants a reason that can be counted: one of the codes, and words. */
  reasonCode: z.string().max(60).default(''),
  note: z.string().trim().max(2000).default(''),
  version: z.coerce.number().int().positive(),
});

/** Steps whose obstacles count sheets: who may not know the count may not learn it by trying. */
const COUNTS_SHEETS: readonly string[] = ['open-collegial-evaluation', 'return-to-review'];

const takesPresident = (step: string): boolean => step.startsWith('confirm-');

/** The steps that a person is offered: confirmations have a page of their own. */
export function offeredSteps(file: DossierFile, person: Person): AvailableTransition[] {
  const { states } = sightOf(person, file.reviewCase);
  return availableTransitions(file.dossier, person).filter(
    ({ name }) => !takesPresident(name) && (states || !COUNTS_SHEETS.includes(name)),
  );
}

/** Takes a step of the state machine, with what goes with it, in one write. */
export async function takeStep({ deps, person, input }: Asked<z.output<typeof stepSchema> & { id: string }>) {
  const { id, step: name, version } = input;
  const file = await readFile(deps, id);
  if (takesPresident(name)) throw invalid('an opinion is confirmed on its own page', { field: 'step' });
  if (COUNTS_SHEETS.includes(name) && !sightOf(person, file.reviewCase).states)
    throw new Failure('forbidden', 'Your own sheet comes first.', { action: name });
  const at = deps.clock.now();
  const { dossier, event } = applyTransition(
    file.dossier,
    person,
    { name, at, reason: reasonOf(input), expectedVersion: version },
    file.events.at(-1) ?? null,
  );
  const { state, route, suspendedFrom } = dossier;
  await write(
    deps,
    [
      updateDossier(deps.db, id, version, { state, route, suspendedFrom, updatedAt: at }),
      insertEvent(deps.db, id, dossier.version, event),
      ...(await consequences(deps, file, person, name)),
      logged(deps.db, {
        at,
        personId: person.id,
        action: `dossier.${name}`,
        subjectKind: 'dossier',
        subjectId: id,
        detail: { from: event.from, to: event.to },
      }),
    ],
    () => overtaken(deps, id),
  );
}

/** Code and words as the event keeps them; whether they will do is for the step to say, after who may take it. */
function reasonOf({ reason, reasonCode, note, step }: z.output<typeof stepSchema>): string {
  if (findTransition(step)?.needsReason !== 'coded') return reason;
  return note === '' ? reasonCode : `${reasonCode}: ${note}`;
}

/** Who was here first, and what they did. */
export async function overtaken(deps: Deps, id: string): Promise<Failure> {
  const file = await readFile(deps, id);
  return conflict('somebody was here first: read the page again before you decide.', { last: lastTouch(file) });
}

export const lastTouch = ({ events }: Pick<DossierFile, 'events'>): LastTouch | null => {
  const last = events.at(-1);
  return last === undefined ? null : { step: last.step, by: last.by, at: last.at };
};

async function consequences(deps: Deps, file: DossierFile, person: Person, step: string): Promise<Write[]> {
  const { db, clock } = deps;
  const at = clock.now();
  const { id } = file.row;
  switch (step) {
    case 'gather-interest': {
      const { version, interestClosesOn: closesOn } = file.row;
      return recordEvents(db, [interestRequested(toldOf(file), { version, closesOn, at })]);
    }
    case 'open-review':
      return appointSecretariat(deps, file, await readStaff(db), person);
    case 'open-collegial-evaluation': {
      const agreed = file.collegial?.agreed ?? {};
      const dissents = file.collegial?.dissents ?? [];
      return [
        openCollegial(db, {
          dossierId: id,
          openedBy: person.id,
          openedAt: at,
          c7: timeScore(deps, file),
          agreed,
          dissents,
        }),
      ];
    }
    case 'leave-short-route':
      return [supersedeVoices(db, id, at)];
    case 'reopen-opinion':
    case 'reopen':
      return [
        supersedeVoices(db, id, at),
        ...(file.opinion === null ? [] : [updateOpinion(db, file.opinion, { supersededAt: at })]),
        handleAlerts(db, id, 'reopened', person.id, at),
      ];
    default:
      return [];
  }
}

/** C7: the days left against the minimum of the chosen role, or of the best that time still allows. */
function timeScore({ clock }: Deps, { row, call, today }: DossierFile): number | null {
  const now = clock.now();
  const deadline = call.deadlines.find(({ at }) => at > now);
  if (deadline === undefined) return null;
  const role = row.role ?? bestRoleInTime(deadline.at, CITY_ROLES, call, today)?.role ?? null;
  return role === null ? 0 : timeValue(daysBetween(now, deadline.at), leadWeeks(role, call) * 7);
}
