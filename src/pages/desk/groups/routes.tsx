import { Hono } from 'hono';
import { Failure } from '../../../domain/errors.ts';
import { isPillar, type Pillar } from '../../../domain/pillar.ts';
import { addObjective, editGroup, groupSchema, groupView, objectiveSchema } from '../../../services/desk/groups.ts';
import { requireAction, requirePerson } from '../../access/require-action.ts';
import { type PageContext, type PageEnv, show } from '../../page-env.tsx';
import { asked, done, param, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { GroupPage, GroupsPage } from './group-pages.tsx';

const path = (own: (id: string) => string) => own(':group').replace('%3A', ':');

function groupOf(c: PageContext): Pillar {
  const group = param(c, 'group');
  if (!isPillar(group)) throw new Failure('not-found', 'There is no such group.', { what: 'Group' });
  return group;
}

export const groupsRoutes = new Hono<PageEnv>()
  .get(desk.groups, requirePerson, (c) => show(c, (ui, shell) => <GroupsPage ui={ui} shell={shell} />))
  .get(path(desk.group), requirePerson, async (c) => {
    const view = await groupView(c.get('deps'), groupOf(c), c.get('viewer').person);
    return show(c, (ui, shell) => <GroupPage ui={ui} shell={shell} view={view} />);
  })
  .post(path(desk.group), requireAction('group.edit'), async (c) => {
    await editGroup(asked(c, { ...(await readForm(c, groupSchema)), group: groupOf(c) }));
    return done(c, desk.group(groupOf(c)), 'salvato');
  })
  .post(path(desk.objectives), requireAction('group.edit'), async (c) => {
    await addObjective(asked(c, { ...(await readForm(c, objectiveSchema)), group: groupOf(c) }));
    return done(c, desk.group(groupOf(c)), 'salvato');
  });
