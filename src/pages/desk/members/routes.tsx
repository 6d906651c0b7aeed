import { Hono } from 'hono';
import { admissionSchema, admitBody } from '../../../services/desk/admit-body.ts';
import { editMembership, endMembership, exitSchema, membershipSchema } from '../../../services/desk/edit-membership.ts';
import { listMembers, readMember } from '../../../services/desk/memberships.ts';
import { requireAction } from '../../access/require-action.ts';
import { type PageEnv, show } from '../../page-env.tsx';
import { actor, asked, done, param, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { MemberPage } from './member-page.tsx';
import { MembersPage } from './members-page.tsx';

const path = (own: (id: string) => string) => own(':body').replace('%3A', ':');

export const membersRoutes = new Hono<PageEnv>()
  .get(desk.members, requireAction('membership.read'), async (c) => {
    const cards = await listMembers(c.get('deps'), actor(c));
    return show(c, (ui, shell) => <MembersPage ui={ui} shell={shell} cards={cards} />);
  })
  .get(path(desk.member), requireAction('membership.read'), async (c) => {
    const member = await readMember(asked(c, { bodyId: param(c, 'body') }));
    return show(c, (ui, shell) => <MemberPage ui={ui} shell={shell} member={member} />);
  })
  .post(path(desk.member), requireAction('membership.edit'), async (c) => {
    const bodyId = param(c, 'body');
    await editMembership(asked(c, { ...(await readForm(c, membershipSchema)), bodyId }));
    return done(c, desk.member(bodyId), 'salvato');
  })
  // Whom the board admits and whom the secretariat notes is told apart by the kind asked for.
  .post(path(desk.memberAdmission), requireAction('membership.read'), async (c) => {
    const bodyId = param(c, 'body');
    await admitBody(asked(c, { ...(await readForm(c, admissionSchema)), bodyId }));
    return done(c, desk.member(bodyId), 'salvato');
  })
  .post(path(desk.memberEnd), requireAction('membership.edit'), async (c) => {
    const bodyId = param(c, 'body');
    await endMembership(asked(c, { ...(await readForm(c, exitSchema)), bodyId }));
    return done(c, desk.member(bodyId), 'salvato');
  });
