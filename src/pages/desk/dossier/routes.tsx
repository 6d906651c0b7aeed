import { Hono } from 'hono';
import { z } from 'zod';
import {
  appointReaders,
  appointSchema,
  atTheTable,
  collegialSchema,
  readmitReader,
} from '../../../services/desk/appoint-readers.ts';
import { dossierView } from '../../../services/desk/dossier-view.ts';
import {
  addComment,
  commentSchema,
  dossierDataSchema,
  editDossier,
  keepAsItIs,
  milestoneSchema,
  tickMilestone,
} from '../../../services/desk/edit-dossier.ts';
import {
  closeInterest,
  expressInterest,
  interestSchema,
  noticeSchema,
  publishNotice,
  withdrawOwnInterest,
} from '../../../services/desk/express-interest.ts';
import { giveVoice, voiceSchema } from '../../../services/desk/give-voice.ts';
import { interestForm } from '../../../services/desk/interest-form.ts';
import { leadMessageSchema, writeToLeads } from '../../../services/desk/lead-thread.ts';
import { offerSchema, offerToCities, takeBackOffer, withdrawalSchema } from '../../../services/desk/offer-to-cities.ts';
import {
  addPlace,
  adhesionSchema,
  answerForBody,
  placeSchema,
  removePlace,
} from '../../../services/desk/record-adhesion.ts';
import { outcomeSchema, recordOutcome } from '../../../services/desk/record-outcome.ts';
import { stepSchema, takeStep } from '../../../services/desk/take-step.ts';
import { requireAction } from '../../access/require-action.ts';
import { type PageEnv, show } from '../../page-env.tsx';
import { asked, done, param, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { DossierPage } from './dossier-page.tsx';
import { InterestPage } from './interest-page.tsx';

const path = (own: (id: string) => string) => own(':id').replace('%3A', ':');
const version = z.object({ version: z.coerce.number().int().positive() });

export const dossierRoutes = new Hono<PageEnv>()
  .get(path(desk.dossier), requireAction('dossier.read'), async (c) => {
    const view = await dossierView(asked(c, { id: param(c) }));
    const { origin } = new URL(c.get('deps').baseUrl ?? c.req.url);
    const { partners } = c.get('deps').profile;
    const bodies = new Map(partners.map(({ id, name }) => [id, name]));
    return show(c, (ui, shell) => <DossierPage {...{ ui, shell, view, bodies, partners, origin }} />);
  })
  .post(path(desk.step), requireAction('dossier.read'), async (c) => {
    await takeStep(asked(c, { ...(await readForm(c, stepSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'passo');
  })
  .post(path(desk.data), requireAction('dossier.assign'), async (c) => {
    await editDossier(asked(c, { ...(await readForm(c, dossierDataSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.reviewed), requireAction('dossier.assign'), async (c) => {
    await keepAsItIs(asked(c, { id: param(c) }));
    return done(c, desk.dossier(param(c)), 'rivisto');
  })
  .post(path(desk.comments), requireAction('dossier.comment'), async (c) => {
    await addComment(asked(c, { ...(await readForm(c, commentSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.leads), requireAction('lead-thread.join'), async (c) => {
    await writeToLeads(asked(c, { ...(await readForm(c, leadMessageSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.plan), requireAction('preparation.edit'), async (c) => {
    await tickMilestone(asked(c, { ...(await readForm(c, milestoneSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.outcome), requireAction('outcome.record'), async (c) => {
    await recordOutcome(asked(c, { ...(await readForm(c, outcomeSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.readers), requireAction('review.assign'), async (c) => {
    await appointReaders(asked(c, { ...(await readForm(c, appointSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'nominati');
  })
  .post(path(desk.readmit), requireAction('review.assign'), async (c) => {
    await readmitReader(asked(c, { ...(await readForm(c, z.object({ reviewId: z.string().min(1) }))), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.table), requireAction('review.read'), async (c) => {
    await atTheTable(asked(c, { ...(await readForm(c, collegialSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .get(path(desk.interest), requireAction('interest.express'), async (c) => {
    const form = await interestForm(asked(c, { id: param(c) }));
    return show(c, (ui, shell) => <InterestPage ui={ui} shell={shell} {...form} />);
  })
  .post(path(desk.interest), requireAction('interest.express'), async (c) => {
    await expressInterest(asked(c, { ...(await readForm(c, interestSchema)), id: param(c) }));
    return done(c, desk.interest(param(c)), 'interesse');
  })
  .post(path(desk.interestEnd), requireAction('interest.express'), async (c) => {
    await withdrawOwnInterest(
      asked(c, { ...(await readForm(c, z.object({ interestId: z.string().min(1) }))), id: param(c) }),
    );
    return done(c, desk.interest(param(c)), 'salvato');
  })
  .post(path(desk.interestClose), requireAction('dossier.assign'), async (c) => {
    await closeInterest(asked(c, { ...(await readForm(c, version)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.notice), requireAction('notice.publish'), async (c) => {
    await publishNotice(asked(c, { ...(await readForm(c, noticeSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.offers), requireAction('city-sharing.offer'), async (c) => {
    await offerToCities(asked(c, { ...(await readForm(c, offerSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.offerEnd), requireAction('city-sharing.offer'), async (c) => {
    await takeBackOffer(asked(c, { ...(await readForm(c, withdrawalSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.voice), requireAction('short-route.endorse'), async (c) => {
    await giveVoice(asked(c, { ...(await readForm(c, voiceSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'voce');
  })
  .post(path(desk.places), requireAction('dossier.assign'), async (c) => {
    await addPlace(asked(c, { ...(await readForm(c, placeSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.placeEnd), requireAction('dossier.assign'), async (c) => {
    await removePlace(
      asked(c, { ...(await readForm(c, z.object({ placeId: z.coerce.number().int() }))), id: param(c) }),
    );
    return done(c, desk.dossier(param(c)), 'salvato');
  })
  .post(path(desk.adhesions), requireAction('adhesion.record'), async (c) => {
    await answerForBody(asked(c, { ...(await readForm(c, adhesionSchema)), id: param(c) }));
    return done(c, desk.dossier(param(c)), 'salvato');
  });
