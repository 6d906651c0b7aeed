import { Hono } from 'hono';
import { z } from 'zod';
import { canSomewhere } from '../../../domain/desk/people/roles.ts';
import { mutedCalls, showAgain, showAgainSchema } from '../../../services/desk/muted-calls.ts';
import { proposalSchema, proposalsTo, proposeTriage } from '../../../services/desk/propose-triage.ts';
import { staffAndNames } from '../../../services/desk/staff.ts';
import {
  correctPillar,
  decideTriage,
  decisionSchema,
  pillarSchema,
  reopenTriage,
} from '../../../services/desk/triage.ts';
import { triageBoard } from '../../../services/desk/triage-board.ts';
import { requireAction } from '../../access/require-action.ts';
import { href } from '../../links.ts';
import { type PageContext, type PageEnv, show } from '../../page-env.tsx';
import { actor, asked, done, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { TriagePage } from './triage-page.tsx';

type Overtaken = Parameters<typeof TriagePage>[0]['overtaken'];

async function showTriage(c: PageContext, overtaken: Overtaken, status: 200 | 409 = 200): Promise<Response> {
  const deps = c.get('deps');
  const board = await triageBoard({ deps });
  const { staff, names } = await staffAndNames({ deps });
  const mayDecide = canSomewhere(actor(c), 'triage.decide');
  const [proposals, muted] = await Promise.all([proposalsTo(deps, actor(c).id), mutedCalls(deps, actor(c))]);
  return show(
    c,
    (ui, shell) => <TriagePage {...{ ui, shell, board, staff, names, overtaken, mayDecide, proposals, muted }} />,
    status,
  );
}

/** `from`: the page on which the button was pressed. */
const showAgainForm = showAgainSchema.extend({ from: z.enum(['triage', 'topic']).default('triage') });

export const triageRoutes = new Hono<PageEnv>()
  .get(desk.triage, requireAction('triage.propose'), (c) => showTriage(c, []))
  .post(desk.triageDecide, requireAction('triage.decide'), async (c) => {
    const input = await readForm(c, decisionSchema);
    const { overtaken } = await decideTriage(asked(c, input));
    if (overtaken.length === 0) return done(c, desk.triage, input.decision === 'keep' ? 'tenuto' : 'deciso');
    const told = overtaken.flatMap(({ key, last }) => (last === null ? [] : [{ key, ...last }]));
    return showTriage(c, told, 409);
  })
  .post(desk.triagePropose, requireAction('triage.propose'), async (c) => {
    await proposeTriage(asked(c, await readForm(c, proposalSchema)));
    return done(c, desk.triage, 'proposto');
  })
  .post(desk.triagePillar, requireAction('pillar.propose'), async (c) => {
    await correctPillar(asked(c, await readForm(c, pillarSchema)));
    return done(c, desk.triage, 'salvato');
  })
  .post(desk.triageReopen, requireAction('triage.decide'), async (c) => {
    await reopenTriage(asked(c, await readForm(c, z.object({ key: z.string().min(1).max(200) }))));
    return done(c, desk.triage, 'ripreso');
  })
  .post(desk.triageShow, requireAction('triage.decide'), async (c) => {
    const { from, ...input } = await readForm(c, showAgainForm);
    await showAgain(asked(c, input));
    return from === 'topic' ? c.redirect(href.topicKey(input.key), 303) : done(c, desk.triage, 'mostrato');
  });
