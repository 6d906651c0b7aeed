import { Hono } from 'hono';
import { z } from 'zod';
import { can } from '../../../domain/desk/people/roles.ts';
import { readableDossiers } from '../../../services/desk/list-dossiers.ts';
import {
  openByHand,
  openExpected,
  openExpectedSchema,
  openFromList,
  openHandSchema,
  openTopicSchema,
} from '../../../services/desk/open-dossier.ts';
import { readNames } from '../../../services/desk/read-minutes.ts';
import { activeStaff } from '../../../services/desk/staff.ts';
import { requireAction } from '../../access/require-action.ts';
import { type PageEnv, show } from '../../page-env.tsx';
import { readQuery } from '../../query.ts';
import { actor, asked, done, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { DossiersPage } from './dossiers-page.tsx';
import { NewDossierPage } from './new-dossier-page.tsx';

const query = z.strictObject({
  vista: z.enum(['tabella']).optional(),
  chiusi: z.enum(['si']).optional(),
  fatto: z.string().optional(),
});

export const dossiersRoutes = new Hono<PageEnv>()
  .get(desk.dossiers, requireAction('dossier.read'), async (c) => {
    const { vista, chiusi } = readQuery(query, c.get('ui').url);
    const deps = c.get('deps');
    const person = actor(c);
    const dossiers = await readableDossiers(deps, person, chiusi === 'si');
    const names = await readNames(deps);
    return show(c, (ui, shell) => (
      <DossiersPage
        ui={ui}
        shell={shell}
        dossiers={dossiers}
        names={names}
        table={vista === 'tabella'}
        ended={chiusi === 'si'}
        mayAdd={can(person, 'call.add')}
      />
    ));
  })
  .get(desk.newDossier, requireAction('call.add'), async (c) => {
    const staff = await activeStaff({ deps: c.get('deps') });
    return show(c, (ui, shell) => <NewDossierPage ui={ui} shell={shell} staff={staff} />);
  })
  .post(desk.openListed, requireAction('dossier.open'), async (c) => {
    const id = await openFromList(asked(c, await readForm(c, openTopicSchema)));
    return done(c, desk.dossier(id), 'aperto');
  })
  .post(desk.openByHand, requireAction('call.add'), async (c) => {
    const id = await openByHand(asked(c, await readForm(c, openHandSchema)));
    return done(c, desk.dossier(id), 'aperto');
  })
  .post(desk.openExpected, requireAction('call.add'), async (c) => {
    const id = await openExpected(asked(c, await readForm(c, openExpectedSchema)));
    return done(c, desk.dossier(id), 'aperto');
  });
