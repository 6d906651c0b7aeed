import { z } from 'zod';
import { logged, told } from '../../../db/repositories/desk/audit.ts';
import { insertConfirmation, insertOpinion, updateOpinion } from '../../../db/repositories/desk/board.ts';
import { readStaff } from '../../../db/repositories/desk/staff.ts';
import type { ChangeField } from '../../domain/change.ts';
import { type Opinion, recordOpinion } from '../../domain/desk/board/opinion.ts';
import { codedReason } from '../../domain/desk/dossier/reason-code.ts';
import { proposedRoute } from '../../domain/desk/dossier/route.ts';
import { OPINION_STATES } from '../../domain/desk/dossier/state.ts';
import { holds } from '../../domain/desk/people/person.ts';
import { quorumOf } from '../../domain/desk/review/collegial.ts';
import { CRITERIA, type Criterion } from '../../domain/desk/review/criteria.ts';
import { conflict, invalid } from '../../domain/errors.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import { realNow, secondsFromNow } from '../access/real-time.ts';
import { hashToken, newToken } from '../access/tokens.ts';
import { type Asked, mustBeAllowed, newId, write } from './act.ts';
import { blankIsNull } from './blank-is-null.ts';
import { type DossierFile, readFile } from './dossier-file.ts';
import { mustBeStaff } from './open-dossier.ts';

export const REASON_FIELDS = [
  'deadlines',
  'budgetEur',
  'typesOfAction',
  'text',
] as const satisfies readonly ChangeField[];

export const opinionSchema = z.object({
  kind: z.enum(OPINION_STATES),
  reasons: z
    .array(
      z.object({ text: z.string().trim().max(2000), restsOn: z.enum([...CRITERIA, ...REASON_FIELDS, '']).default('') }),
    )
    .default([]),
  conditions: z
    .array(
      z.object({
        text: z.string().trim().max(1000),
        owner: z.string().max(80),
        dueOn: z.union([z.literal(''), z.iso.date()]),
      }),
    )
    .default([]),
  reasonCode: z.string().max(40).default(''),
  role: blankIsNull(z.enum(CITY_ROLES)),
  ownFundsCeilingEur: blankIsNull(z.coerce.number().nonnegative()),
  differenceReason: blankIsNull(z.string().trim().max(2000)),
  withoutQuorumReason: blankIsNull(z.string().trim().max(2000)),
  watchUntil: blankIsNull(z.iso.date()),
  /** `sitting#item`; empty in the short route. */
  sitting: z.string().max(80).default(''),
});

/** Days that the president's link holds. */
const LINK_DAYS = 14;

/** The secretary records; what comes back is the token of the president's link, told once and kept nowhere. */
export async function giveOpinion({ deps, person, input }: Asked<z.output<typeof opinionSchema> & { id: string }>) {
  const { db, clock } = deps;
  const file = await readFile(deps, input.id);
  mustBeAllowed(person, 'opinion.record');
  if (file.row.state !== 'collegial-evaluation' && file.row.state !== 'in-short-route')
    throw conflict('an opinion is recorded after the collegial evaluation or the three voices');
  const at = clock.now();
  const opinion = toOpinion(deps, file, person.id, at, input);
  // The quorum counts on the ordinary route; the short one rests on its voices.
  const needsNone = file.row.route === 'short' || quorumOf(file.reviews).met;
  recordOpinion(opinion, needsNone);
  for (const { owner } of opinion.conditions)
    if (owner.kind === 'person') await mustBeStaff(deps, owner.id, 'conditions');
  if (file.row.route === 'short' && proposedRoute(opinion.role ?? file.row.role, file.row.shareEur) !== 'short')
    throw invalid('the short route ends in no greater role', { field: 'role', say: 'shortRouteRole' });
  const staff = [...(await readStaff(db)).values()];
  const president = staff.find((one) => one.active && holds(one, 'president'));
  if (president === undefined)
    throw invalid('there is no president to confirm it', { field: 'president', say: 'noPresident' });
  const token = newToken();
  await write(
    deps,
    [
      ...(file.opinion === null ? [] : [updateOpinion(db, file.opinion, { supersededAt: at })]),
      insertOpinion(db, { ...opinion, version: 1 }),
      insertConfirmation(db, {
        tokenHash: hashToken(token),
        personId: president.id,
        subjectId: opinion.id,
        createdBy: person.id,
        createdAt: realNow(),
        expiresAt: secondsFromNow(LINK_DAYS * 86_400),
      }),
      ...told(db, at, [
        {
          personId: president.id,
          dossierId: input.id,
          kind: 'to-confirm',
          detail: { title: file.row.title },
          dedupeKey: `to-confirm:${opinion.id}`,
        },
      ]),
      logged(db, {
        at,
        personId: person.id,
        action: 'opinion.record',
        subjectKind: 'dossier',
        subjectId: input.id,
        detail: { kind: opinion.kind },
      }),
    ],
    async () => conflict('somebody has recorded an opinion in the meantime'),
  );
  return { token };
}

function toOpinion(
  deps: Asked<object>['deps'],
  file: DossierFile,
  by: string,
  at: string,
  input: z.output<typeof opinionSchema>,
): Opinion {
  const { kind, reasons, conditions, reasonCode, sitting, ...rest } = input;
  const [sittingId = '', agendaItemId = ''] = sitting.split('#');
  const known = file.sittings
    .find(({ id }) => id === sittingId)
    ?.agenda.some(({ id, dossierId }) => id === agendaItemId && dossierId === file.row.id);
  if (sitting !== '' && known !== true)
    throw invalid('that sitting did not have this dossier on its agenda', { field: 'sitting', say: 'onAgenda' });
  const bodies = new Set(deps.profile.partners.map(({ id }) => id));
  return {
    ...rest,
    id: newId(),
    dossierId: file.row.id,
    kind,
    reasons: reasons.filter(({ text }) => text !== '').map(({ text, restsOn }) => ({ text, ...groundsOf(restsOn) })),
    conditions: conditions
      .filter(({ text }) => text !== '')
      .map(({ text, owner, dueOn }) => ({
        text,
        owner: { kind: bodies.has(owner) ? ('body' as const) : ('person' as const), id: owner },
        dueOn,
        metOn: null,
      })),
    code: reasonCode === '' ? null : codedReason(reasonCode, null),
    proposed: file.result?.band ?? null,
    sitting: sitting === '' ? null : { sittingId, agendaItemId },
    recordedBy: by,
    recordedAt: at,
    confirmed: null,
  };
}

const isCriterion = (name: string): name is Criterion => CRITERIA.some((criterion) => criterion === name);

function groundsOf(restsOn: Criterion | (typeof REASON_FIELDS)[number] | ''): {
  criteria: Criterion[];
  fields: ChangeField[];
} {
  if (restsOn === '') return { criteria: [], fields: [] };
  return isCriterion(restsOn) ? { criteria: [restsOn], fields: [] } : { criteria: [], fields: [restsOn] };
}
