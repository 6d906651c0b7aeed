import { z } from 'zod';
import { logged, told } from '../../../db/repositories/desk/audit.ts';
import { insertInterest } from '../../../db/repositories/desk/consortium.ts';
import { findNotice, listNotices, type SeenNotice } from '../../../db/repositories/desk/public-notices.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import { isLive } from '../../domain/desk/dossier/state.ts';
import { isNoticeOpen, outsideBody } from '../../domain/desk/interest/interest.ts';
import { conflict, Failure, invalid } from '../../domain/errors.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import { mayTry } from '../access/attempts.ts';
import type { Deps } from '../deps.ts';
import { newId, write } from './act.ts';

/** More than a volunteer reads; then the secretariat closes the notice and publishes another. */
const MOST_ANSWERS = 100;

/** A dated notice by which bodies from outside come in, as anybody reads it. */
export interface PublicNoticeView {
  id: string;
  roles: SeenNotice['notice']['roles'];
  text: string;
  publishedOn: string;
  closesOn: string;
  call: SeenNotice['call'];
  open: boolean;
}

export async function openNotices(deps: Deps): Promise<PublicNoticeView[]> {
  const today = brusselsDay(deps.clock.now());
  return (await listNotices(deps.db, today)).map((seen) => viewOf(seen, today)).filter(({ open }) => open);
}

export async function readNotice(deps: Deps, id: string): Promise<PublicNoticeView> {
  return viewOf(await getNotice(deps, id), brusselsDay(deps.clock.now()));
}

const viewOf = ({ notice, call, state }: SeenNotice, today: string): PublicNoticeView => ({
  id: notice.id,
  roles: notice.roles,
  text: notice.text,
  publishedOn: notice.publishedOn,
  closesOn: notice.closesOn,
  call,
  open: isLive(state) && isNoticeOpen(notice, today),
});

export const noticeAnswerSchema = z.object({
  organisation: z.string().trim().min(2).max(120),
  person: z.string().trim().min(2).max(120),
  email: z.email().max(200),
  role: z.enum(CITY_ROLES),
  competences: z.string().trim().max(1000).default(''),
});

/** A body from outside comes forward, once under each name: nobody can write over what another has said. */
export async function answerNotice({
  deps,
  input,
}: {
  deps: Deps;
  input: z.output<typeof noticeAnswerSchema> & { id: string; address: string | null };
}): Promise<void> {
  const { id, organisation, person, email, role, competences, address } = input;
  const seen = await getNotice(deps, id);
  const { notice, call } = seen;
  if (!viewOf(seen, brusselsDay(deps.clock.now())).open) throw conflict('the notice has closed');
  if (!notice.roles.includes(role)) throw invalid('the notice does not seek that role', { field: 'role' });
  if (seen.answers >= MOST_ANSWERS || !(await mayTry(deps, 'network address', address ?? 'unknown')))
    throw conflict('too many answers for now: write to the association instead');
  const at = deps.clock.now();
  await write(
    deps,
    [
      insertInterest(deps.db, {
        id: newId(),
        dossierId: notice.dossierId,
        bodyId: outsideBody(organisation.replace(/\s+/g, ' ').toLocaleLowerCase('it')),
        role,
        lead: false,
        competences: competences.split(/[,;\n]/).flatMap((each) => each.trim() || []),
        contact: `${organisation} · ${person} · ${email}`,
        confidentiality: 'group',
        through: 'public-notice',
        by: notice.by,
        expressedAt: at,
      }),
      logged(deps.db, {
        at,
        personId: null,
        action: 'notice.answer',
        subjectKind: 'dossier',
        subjectId: notice.dossierId,
        detail: {},
      }),
      ...told(deps.db, at, [
        {
          personId: notice.by,
          dossierId: notice.dossierId,
          kind: 'notice-answer',
          detail: { title: call.title },
          dedupeKey: `notice-answer:${id}:${seen.answers}`,
        },
      ]),
    ],
    async () => conflict('a body of that name has answered already'),
  );
}

async function getNotice(deps: Deps, id: string): Promise<SeenNotice> {
  const seen = await findNotice(deps.db, id);
  if (seen === null) throw new Failure('not-found', `Notice «${id}» does not exist.`, { what: 'Notice', id });
  return seen;
}
