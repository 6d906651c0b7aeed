import { Hono } from 'hono';
import { brusselsDay } from '../../../domain/brussels.ts';
import { can } from '../../../domain/desk/people/roles.ts';
import { openFromRequest } from '../../../services/desk/open-dossier.ts';
import { readNames } from '../../../services/desk/read-minutes.ts';
import {
  answerSchema,
  getRequest,
  listRequests,
  recordRequest,
  replyToRequest,
  requestSchema,
  settleRequest,
} from '../../../services/desk/record-request.ts';
import { pastedOfferSchema, takeInOffer } from '../../../services/desk/take-in-offer.ts';
import { requireAction } from '../../access/require-action.ts';
import { type PageEnv, show } from '../../page-env.tsx';
import { actor, asked, done, param, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { nameOf } from '../parts.tsx';
import { NewRequestPage, RequestPage, RequestsPage } from './requests-page.tsx';

const path = (own: (id: string) => string) => own(':id').replace('%3A', ':');

export const requestsRoutes = new Hono<PageEnv>()
  .get(desk.requests, requireAction('request.read'), async (c) => {
    const deps = c.get('deps');
    const requests = await listRequests({ deps });
    const mayRecord = can(actor(c), 'request.record');
    const today = brusselsDay(deps.clock.now());
    return show(c, (ui, shell) => <RequestsPage {...{ ui, shell, requests, today, mayRecord }} />);
  })
  .get(desk.newRequest, requireAction('request.record'), (c) => {
    const { partners } = c.get('deps').profile;
    return show(c, (ui, shell) => <NewRequestPage ui={ui} shell={shell} partners={partners} />);
  })
  .post(desk.requests, requireAction('request.record'), async (c) => {
    const id = await recordRequest(asked(c, await readForm(c, requestSchema)));
    return done(c, desk.request(id), 'salvato');
  })
  .post(desk.pasteOffer, requireAction('request.record'), async (c) => {
    const id = await takeInOffer(asked(c, await readForm(c, pastedOfferSchema)));
    return done(c, desk.request(id), 'salvato');
  })
  .get(path(desk.request), requireAction('request.read'), async (c) => {
    const deps = c.get('deps');
    const request = await getRequest(deps, param(c));
    const person = actor(c);
    const may = { open: can(person, 'dossier.open'), answer: can(person, 'request.answer') };
    const names = await readNames(deps);
    return show(c, (ui, shell) => (
      <RequestPage {...{ ui, shell, request, may }} answeredBy={nameOf(ui, names, request.answer?.by ?? null)} />
    ));
  })
  .post(path(desk.requestAnswer), requireAction('request.answer'), async (c) => {
    await replyToRequest(asked(c, { ...(await readForm(c, answerSchema)), id: param(c) }));
    return done(c, desk.request(param(c)), 'risposto');
  })
  .post(path(desk.requestDossier), requireAction('dossier.open'), async (c) => {
    const deps = c.get('deps');
    const id = await openFromRequest(asked(c, await getRequest(deps, param(c))));
    await settleRequest(deps, await getRequest(deps, param(c)));
    return done(c, desk.dossier(id), 'aperto');
  });
