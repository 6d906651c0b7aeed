import { Hono } from 'hono';
import {
  groupNamesSchema,
  nameAssociation,
  namesSchema,
  readAssociation,
} from '../../../services/access/association.ts';
import { firstHour, STEPS, type Step, tryMail } from '../../../services/access/first-hour.ts';
import { listPeople } from '../../../services/people/list-people.ts';
import { readForm } from '../../desk/form.ts';
import { href } from '../../links.ts';
import { type PageContext, type PageEnv, show } from '../../page-env.tsx';
import { NOTHING_PASTED, type Pasted, PastePanel } from '../paste-panel.tsx';
import { paste, showInvitations } from '../people-routes.tsx';
import { signedIn } from '../profile-routes.tsx';
import { nextStep, StepPage, stepPath } from './step-page.tsx';
import { GroupsStep, InvitationsStep, MailStep, NamesStep, type Sent } from './steps.tsx';

/** The wizard of the first hour; each step can be come back to. */
export const firstHourRoutes = new Hono<PageEnv>()
  .get(href.firstHour, async (c) => {
    const done = await firstHour({ deps: c.get('deps') });
    return c.redirect(stepPath(STEPS.find((step) => !done[step]) ?? 'invitations'), 303);
  })
  .get(stepPath('names'), (c) => showNames(c))
  .post(stepPath('names'), async (c) => {
    return await say(c, 'names', await readForm(c, namesSchema));
  })
  .get(stepPath('mail'), (c) => showMail(c))
  .post(stepPath('mail'), async (c) => {
    const result = await tryMail({ deps: c.get('deps'), input: { by: signedIn(c).id } });
    return result === 'none' ? c.redirect(nextStep('mail'), 303) : await showMail(c, result);
  })
  .get(stepPath('groups'), (c) => showGroups(c))
  .post(stepPath('groups'), async (c) => {
    return await say(c, 'groups', { groups: await readForm(c, groupNamesSchema) });
  })
  .get(stepPath('people'), (c) => showPaste(c, NOTHING_PASTED))
  .post(stepPath('people'), async (c) => {
    const pasted = await paste(c);
    return await showPaste(c, pasted);
  })
  .get(stepPath('invitations'), async (c) => {
    const deps = c.get('deps');
    const people = await listPeople({ deps });
    const done = await firstHour({ deps, known: people });
    return show(c, (ui, shell) => (
      <StepPage ui={ui} shell={shell} here="invitations" done={done}>
        <InvitationsStep ui={ui} shell={shell} people={people} />
      </StepPage>
    ));
  })
  .post(stepPath('invitations'), async (c) => {
    const people = await listPeople({ deps: c.get('deps') });
    const waiting = people.filter(({ lastSeenAt, disabled }) => lastSeenAt === null && !disabled);
    return await showInvitations(c, waiting, href.firstHour);
  });

async function say(c: PageContext, step: Step, said: Parameters<typeof nameAssociation>[0]['input']['said']) {
  await nameAssociation({ deps: c.get('deps'), input: { by: signedIn(c).id, said } });
  return c.redirect(nextStep(step), 303);
}

async function showNames(c: PageContext): Promise<Response> {
  const deps = c.get('deps');
  const [now, done] = await Promise.all([readAssociation({ deps }), firstHour({ deps })]);
  return show(c, (ui, shell) => (
    <StepPage ui={ui} shell={shell} here="names" done={done}>
      <NamesStep ui={ui} shell={shell} now={now} />
    </StepPage>
  ));
}

async function showMail(c: PageContext, result?: Sent): Promise<Response> {
  const deps = c.get('deps');
  const done = await firstHour({ deps });
  return show(c, (ui, shell) => (
    <StepPage ui={ui} shell={shell} here="mail" done={done}>
      <MailStep ui={ui} shell={shell} works={deps.mailer !== undefined} result={result} />
    </StepPage>
  ));
}

async function showGroups(c: PageContext): Promise<Response> {
  const deps = c.get('deps');
  const [now, done] = await Promise.all([readAssociation({ deps }), firstHour({ deps })]);
  return show(c, (ui, shell) => (
    <StepPage ui={ui} shell={shell} here="groups" done={done}>
      <GroupsStep ui={ui} shell={shell} now={now} />
    </StepPage>
  ));
}

async function showPaste(c: PageContext, pasted: Pasted): Promise<Response> {
  const done = await firstHour({ deps: c.get('deps') });
  return show(c, (ui, shell) => (
    <StepPage ui={ui} shell={shell} here="people" done={done}>
      <PastePanel ui={ui} viewer={shell.viewer} action={stepPath('people')} pasted={pasted} />
    </StepPage>
  ));
}
