import { Hono } from 'hono';
import type { PageEnv } from '../page-env.tsx';
import { analysisRoutes } from './analysis/routes.tsx';
import { boardRoutes } from './board/routes.tsx';
import { showDeskError } from './desk-error.tsx';
import { dossierRoutes } from './dossier/routes.tsx';
import { dossiersRoutes } from './dossiers/routes.tsx';
import { groupsRoutes } from './groups/routes.tsx';
import { membersRoutes } from './members/routes.tsx';
import { noticesRoutes } from './notices/routes.tsx';
import { offersRoutes } from './offers/routes.tsx';
import { projectsRoutes } from './projects/routes.tsx';
import { requestsRoutes } from './requests/routes.tsx';
import { reviewRoutes } from './review/routes.tsx';
import { todayRoutes } from './today/routes.tsx';
import { triageRoutes } from './triage/routes.tsx';

/** Every room of the desk. `dossiersRoutes` stands before `dossierRoutes`: «nuovo» is no dossier's name. */
const ROOMS = [
  todayRoutes,
  triageRoutes,
  dossiersRoutes,
  dossierRoutes,
  reviewRoutes,
  requestsRoutes,
  boardRoutes,
  groupsRoutes,
  membersRoutes,
  analysisRoutes,
  projectsRoutes,
  noticesRoutes,
  offersRoutes,
];

export const deskRoutes = ROOMS.reduce((all, room) => {
  room.onError((error, c) => showDeskError(c, error));
  return all.route('/', room);
}, new Hono<PageEnv>());
