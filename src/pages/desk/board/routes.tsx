import { Hono } from 'hono';
import { can } from '../../../domain/desk/people/roles.ts';
import { closeSitting, closingSchema } from '../../../services/desk/close-sitting.ts';
import { confirmByLink, confirmOwn, openConfirmation } from '../../../services/desk/confirm-opinion.ts';
import { convene, convocationSchema } from '../../../services/desk/convene-sitting.ts';
import { dossierView } from '../../../services/desk/dossier-view.ts';
import { giveOpinion, opinionSchema } from '../../../services/desk/give-opinion.ts';
import { minutesPdf } from '../../../services/desk/minutes-pdf.ts';
import {
  minutesList,
  protocolMinutes,
  protocolSchema,
  type ReadMinutes,
  readMinutes,
  readNames,
} from '../../../services/desk/read-minutes.ts';
import { forTheAgenda } from '../../../services/desk/ready-for-board.ts';
import { sittingPack } from '../../../services/desk/sitting-pack.ts';
import {
  attendanceSchema,
  awaitingRatification,
  readSitting,
  recordAttendance,
  sittingList,
  vote,
  voteSchema,
} from '../../../services/desk/sittings.ts';
import { requireAction } from '../../access/require-action.ts';
import { type PageEnv, sendPdf, show } from '../../page-env.tsx';
import { drawPaper } from '../../paper/draw-paper.ts';
import { wordsOf } from '../../ui.ts';
import { actor, asked, done, param, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { MinutesListPage, MinutesPage } from './minutes-page.tsx';
import { drawMinutes } from './minutes-paper.ts';
import { ConfirmedPage, ConfirmPage, LinkPage, OpinionPage } from './opinion-page.tsx';
import { SittingPage } from './sitting-page.tsx';
import { drawSittingPack } from './sitting-paper.ts';
import { ConvenePage, SittingsPage } from './sittings-pages.tsx';

const path = (own: (id: string) => string, name = 'id') => own(`:${name}`).replace('%3A', ':');

export const boardRoutes = new Hono<PageEnv>()
  .get(path(desk.opinion), requireAction('opinion.record'), async (c) => {
    const deps = c.get('deps');
    const view = await dossierView(asked(c, { id: param(c) }));
    const items = view.sittings.flatMap(({ id, at, agenda }) =>
      agenda.filter(({ dossierId }) => dossierId === view.row.id).map((item) => ({ value: `${id}#${item.id}`, at })),
    );
    const bodies = new Map(deps.profile.partners.map(({ id, name }) => [id, name]));
    return show(c, (ui, shell) => <OpinionPage {...{ ui, shell, view, bodies, items }} />);
  })
  .post(path(desk.opinion), requireAction('opinion.record'), async (c) => {
    const { token } = await giveOpinion(asked(c, { ...(await readForm(c, opinionSchema)), id: param(c) }));
    const link = new URL(desk.confirmByLink(token), c.get('deps').baseUrl ?? c.req.url).href;
    return show(c, (ui, shell) => <LinkPage ui={ui} shell={shell} id={param(c)} link={link} />);
  })
  .post(path(desk.confirm), requireAction('opinion.confirm'), async (c) => {
    await confirmOwn(asked(c, { id: param(c) }));
    return done(c, desk.dossier(param(c)), 'confermato');
  })
  // The link itself is the right: whoever holds it stands for the president, for this one opinion.
  .get(path(desk.confirmByLink, 'token'), async (c) => {
    const token = param(c, 'token');
    const { opinion, tally, title } = await openConfirmation(c.get('deps'), token);
    return show(c, (ui, shell) => <ConfirmPage {...{ ui, shell, token, title, opinion, tally }} />);
  })
  .post(path(desk.confirmByLink, 'token'), async (c) => {
    const { minutes } = await confirmByLink({ deps: c.get('deps'), input: { token: param(c, 'token') } });
    return show(c, (ui, shell) => <ConfirmedPage ui={ui} shell={shell} number={minutes} />);
  })
  .get(desk.sittings, requireAction('sitting.read'), async (c) => {
    const deps = c.get('deps');
    const [sittings, toRatify] = await Promise.all([sittingList({ deps }), awaitingRatification({ deps })]);
    const mayConvene = can(actor(c), 'sitting.convene');
    return show(c, (ui, shell) => <SittingsPage {...{ ui, shell, sittings, toRatify, mayConvene }} />);
  })
  .get(desk.newSitting, requireAction('sitting.convene'), async (c) => {
    const dossiers = await forTheAgenda(c.get('deps'), actor(c));
    return show(c, (ui, shell) => <ConvenePage ui={ui} shell={shell} dossiers={dossiers} />);
  })
  .post(desk.sittings, requireAction('sitting.convene'), async (c) => {
    const id = await convene(asked(c, await readForm(c, convocationSchema)));
    return done(c, desk.sitting(id), 'convocata');
  })
  .get(path(desk.sitting), requireAction('sitting.read'), async (c) => {
    const deps = c.get('deps');
    const read = await readSitting(deps, param(c));
    const names = await readNames(deps);
    const person = actor(c);
    return show(c, (ui, shell) => (
      <SittingPage {...{ ui, shell, read, names }} me={person.id} mayRecord={can(person, 'opinion.record')} />
    ));
  })
  .post(path(desk.attendance), requireAction('opinion.record'), async (c) => {
    await recordAttendance(asked(c, { ...(await readForm(c, attendanceSchema)), id: param(c) }));
    return done(c, desk.sitting(param(c)), 'salvato');
  })
  .post(path(desk.votes), requireAction('sitting.read'), async (c) => {
    await vote(asked(c, { ...(await readForm(c, voteSchema)), id: param(c) }));
    return done(c, desk.sitting(param(c)), 'voce');
  })
  .post(path(desk.sittingEnd), requireAction('opinion.record'), async (c) => {
    await closeSitting(asked(c, { ...(await readForm(c, closingSchema)), id: param(c) }));
    return done(c, desk.sitting(param(c)), 'chiusa');
  })
  .get(path(desk.sittingPdf), requireAction('sitting.read'), async (c) => {
    const pack = await sittingPack(asked(c, { id: param(c) }));
    const words = wordsOf(c.get('ui').lang);
    const { at } = pack.sitting;
    const title = words.m.board.packTitle(words.f.moment(at));
    const bytes = await drawPaper(c, { title, words, madeAt: c.get('deps').clock.now(), foot: title }, (paper, by) =>
      drawSittingPack(paper, words, pack, by),
    );
    return sendPdf(c, `seduta-${at.slice(0, 10)}`, bytes);
  })
  .get(desk.minutesList, requireAction('minutes.read'), async (c) => {
    const listed = await minutesList(c.get('deps'), actor(c));
    return show(c, (ui, shell) => <MinutesListPage ui={ui} shell={shell} {...listed} />);
  })
  .get('/verbali/:file{[0-9]+\\.json}', requireAction('minutes.read'), async (c) => {
    const { row } = await readMinutes(asked(c, { number: Number.parseInt(param(c, 'file'), 10) }));
    return c.body(row.json, 200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-cache',
    });
  })
  .get('/verbali/:file{[0-9]+\\.pdf}', requireAction('minutes.read'), async (c) => {
    const number = Number.parseInt(param(c, 'file'), 10);
    // The paper that is signed is one, in the association's language.
    const words = wordsOf('it');
    const title = words.m.board.minutesTitle(number);
    const draw = (read: ReadMinutes) =>
      drawPaper(
        c,
        { title, words, madeAt: read.row.sealedAt, foot: `${title} · ${read.row.hash.slice(0, 16)}` },
        (paper, by) => drawMinutes(paper, words, read, by),
      );
    return sendPdf(c, `verbale-${number}`, await minutesPdf(asked(c, { number, draw })));
  })
  .get('/verbali/:number{[0-9]+}', requireAction('minutes.read'), async (c) => {
    const deps = c.get('deps');
    const read = await readMinutes(asked(c, { number: Number(param(c, 'number')) }));
    const mayProtocol = can(actor(c), 'opinion.record');
    return show(c, (ui, shell) => (
      <MinutesPage {...{ ui, shell, read, mayProtocol }} association={deps.profile.association[ui.lang]} />
    ));
  })
  .post('/verbali/:number{[0-9]+}/protocollo', requireAction('opinion.record'), async (c) => {
    const number = Number(param(c, 'number'));
    await protocolMinutes(asked(c, { ...(await readForm(c, protocolSchema)), number }));
    return done(c, desk.minutes(number), 'salvato');
  });
